/** The part of training the stretches that runs in node: the product's own judge and features. */
export { contentOf, straysOf } from '../../src/core/article/judge/decide.ts';
export { scoreRuns } from '../../src/core/article/judge/judge.ts';
export { COLUMN, RUN_WIDTH } from '../../src/core/article/judge/features/feature-list.ts';
export { evidenceOf } from '../../src/core/article/judge/stretches/evidence.ts';
export { LINE_FEATURE_NAMES, linesOf } from '../../src/core/article/judge/stretches/lines.ts';
export {
  STRETCH_FEATURE_NAMES,
  STRETCH_WIDTH,
  writeFeatures,
} from '../../src/core/article/judge/stretches/stretch-features.ts';
export { isInserted, phraseKind } from '../../src/core/article/judge/stretches/inserted-phrases.ts';
export { stretchProbabilities } from '../../src/core/article/judge/stretches/stretches.ts';
export { commentThread } from '../../src/core/article/judge/stretches/comment-threads.ts';
export {
  lineProbabilities,
  SURROUNDING_WIDTH,
  writeSurrounding,
} from '../../src/core/article/judge/stretches/surrounding-features.ts';
export { predict, decode } from '../../src/core/tree-ensemble.ts';
export { profile } from '../../src/core/article/judge/features/text-profile.ts';
export {
  DROPPED_NAMES,
  DROPPED_WIDTH,
  droppedFeatures,
} from '../../src/core/article/judge/dropped/dropped-features.ts';
export { contentThreshold } from '../../src/core/article/judge/threshold.ts';
export { ASKS, labelOf } from '../../src/core/article/judge/snapshot.ts';
