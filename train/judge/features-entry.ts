/** The part of training that runs in node: the product's own features and forests. */
export { SHORT_LINE_WORDS, RUN_FEATURE_NAMES } from '../../src/core/article/judge/features/feature-list.ts';
export { runFeatures } from '../../src/core/article/judge/features/run-features.ts';
export { REFINED_FEATURE_NAMES } from '../../src/core/article/judge/features/refined-feature-list.ts';
export { refinedFeatures } from '../../src/core/article/judge/features/refined-features.ts';
export { STRAY_FEATURE_NAMES } from '../../src/core/article/judge/features/stray-feature-list.ts';
export { strayFeatures } from '../../src/core/article/judge/features/stray-features.ts';
export { profile } from '../../src/core/article/judge/features/text-profile.ts';
export { predict, decode } from '../../src/core/tree-ensemble.ts';
export { contentThreshold } from '../../src/core/article/judge/threshold.ts';
export { contentOf, straysOf } from '../../src/core/article/judge/decide.ts';
