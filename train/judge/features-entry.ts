/** What training runs in node: the product's own features and forests. */
export { RUN_FEATURES, SHORT_LINE_WORDS } from '../../src/core/article/judge/features/feature-list.ts';
export { runFeatures } from '../../src/core/article/judge/features/run-features.ts';
export { REFINED_FEATURES, refinedFeatures } from '../../src/core/article/judge/features/refined-features.ts';
export { STRAY_FEATURES, strayFeatures } from '../../src/core/article/judge/features/stray-features.ts';
export { profile } from '../../src/core/article/judge/features/text-profile.ts';
export { predict, decode } from '../../src/core/tree-ensemble.ts';
export { contentThreshold } from '../../src/core/article/judge/threshold.ts';
export { contentOf, straysOf } from '../../src/core/article/judge/decide.ts';
