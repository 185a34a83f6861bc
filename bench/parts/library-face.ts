/** What the library's bench measures, as one module for a browser page. */
export { parseQuery } from '../../src/core/library/query.ts';
export { scan } from '../../src/core/library/scan.ts';
export { createSearch } from '../../src/core/library/search.ts';
export { wordsOf } from '../../src/core/library/search-words.ts';
