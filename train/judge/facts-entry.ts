/** What training runs in node: the product's own facts and forests. */
export { FIRST, SHORT_LINE_WORDS } from '../../src/core/article/judge/features/feature-list.ts';
export { firstFacts } from '../../src/core/article/judge/features/run-features.ts';
export { SECOND, secondFacts } from '../../src/core/article/judge/features/refined-features.ts';
export { THIRD, thirdFacts } from '../../src/core/article/judge/features/stray-features.ts';
export { profile } from '../../src/core/article/judge/features/text-profile.ts';
export { ask, unpack } from '../../src/core/article/judge/tree-ensemble.ts';
export { cutoff } from '../../src/core/article/judge/threshold.ts';
export { contentOf, straysOf } from '../../src/core/article/judge/decide.ts';
