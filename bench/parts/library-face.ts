/** The code that the library bench measures, as one module for a browser page. */
export { parseQuery } from '../../src/core/library/search/query.ts';
export { scan } from '../../src/core/library/search/scan.ts';
export { createSearch } from '../../src/core/library/search/search.ts';
export { wordsOf } from '../../src/core/library/search/search-words.ts';
export { piecesOf, readBackup, startBackup } from '../../src/core/library/backup/backup.ts';
export { sliceable } from '../../src/core/library/backup/unzip.ts';
export { exportFiles } from '../../src/core/library/export/export.ts';
export { readImport } from '../../src/core/library/import/import.ts';
export { planImport } from '../../src/core/library/import/plan.ts';
export { urlKey } from '../../src/core/library/url-key.ts';
