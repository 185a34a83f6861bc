/** What the judge is trained on, as its weights file says it under `made`. */
import { made } from '../made.mjs';

/** Pages with teasers set into them, drawn by `train/teaser-pages/` and by `drawn-pages.mjs`, each from its seed. */
export const MADE = { count: 20_000, seed: 31 };
export const DRAWN = { count: 12_000, seed: 21 };

const told = ({ count, seed }, script) => `${count.toLocaleString('en')} pages of ${script} (seed ${seed})`;

/** The record of a training that begins with a seed. */
export function madeBy(seed) {
  return made({
    command: 'node train/judge/make.mjs --corpus DIR',
    seed,
    corpora: [
      'wcxb-dev',
      'daniel-dev',
      'teasers-dev',
      told(MADE, 'train/teaser-pages'),
      told(DRAWN, 'train/judge/drawn-pages.mjs'),
    ],
  });
}
