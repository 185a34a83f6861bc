/** Trees that tell headings from other lines, and their levels: what train/outline/train.mjs grew, with the names of the facts they ask. */
import { LEVEL_FACTS, STEP_FACTS } from './level-features.ts';
import { LINE_FACTS } from './line-features.ts';
import type { Levels } from './levels.ts';
import stored from './outline-weights.json';
import type { Forest } from '../tree-ensemble.ts';

/** Whether a line is a heading. */
export const HEADING_TREES: Forest = { facts: LINE_FACTS, ...stored.headings };

/** How deep a heading stands, and whether the next one stands deeper or higher. */
export const LEVELS: Levels = {
  deeper: stored.deeper.map((one) => ({ facts: LEVEL_FACTS, ...one })),
  down: { facts: STEP_FACTS, ...stored.down },
  up: { facts: STEP_FACTS, ...stored.up },
};
