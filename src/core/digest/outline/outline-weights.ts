/** The trees that find headings, their levels and turns of topic, as `train/outline/train.mjs` grew them. */
import { decode } from '../../tree-ensemble.ts';
import type { Levels } from './levels.ts';
import weights from './outline-weights.json';

/** Whether a line is a heading; rows of `line-features.ts`. */
export const HEADING_TREES = decode(weights.headings);

/** How deep a heading stands, and whether the next one stands deeper or higher; rows of `level-features.ts`. */
export const LEVELS: Levels = {
  deeper: weights.deeper.map(decode),
  down: decode(weights.down),
  up: decode(weights.up),
};

/** Whether the topic turns between two blocks; rows of `topic-features.ts`. */
export const TOPIC_TREES = decode(weights.topics);
