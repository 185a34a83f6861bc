/** What training runs in node: the product's own facts and forests. */
export { FIRST, SHORT_LINE_WORDS } from '../../src/core/article/fact-list.ts';
export { firstFacts } from '../../src/core/article/facts.ts';
export { SECOND, secondFacts } from '../../src/core/article/second.ts';
export { THIRD, thirdFacts } from '../../src/core/article/third.ts';
export { profile } from '../../src/core/article/words.ts';
export { ask, unpack } from '../../src/core/article/trees.ts';
export { cutoff } from '../../src/core/article/cutoff.ts';
export { decide } from '../../src/core/article/decide.ts';
