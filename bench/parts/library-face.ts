/** What the library's bench measures, as one module for a browser page. */
export { parseQuery } from '../../src/core/library/query.ts';
export { scan } from '../../src/core/library/scan.ts';
export { createSearch } from '../../src/core/library/search.ts';
export { wordsOf } from '../../src/core/library/search-words.ts';
export { readBackup, startBackup } from '../../src/core/library/backup.ts';
export { exportFiles } from '../../src/core/library/export.ts';
export { readImport } from '../../src/core/library/import.ts';
export { planImport } from '../../src/core/library/plan-import.ts';
export { urlKey } from '../../src/core/library/url-key.ts';
