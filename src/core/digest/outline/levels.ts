/** Finds the depth of each line from what lines of one level share: their form, their numbers, the text below them. */
import type { Article } from '../../article/article.ts';
import { type FoundLine, levelFeatures, stepFeatures } from './level-features.ts';
import { type LineNumber, countsOn, depthsByNumber, lineNumber } from './numbering.ts';
import { type TreeEnsemble, predict } from '../../tree-ensemble.ts';

/** Makes found lines of rows of `lineFeatures`: each holds the text down to the next one. */
export function foundLines(
  article: Pick<Article, 'text' | 'blocks'>,
  rows: readonly { index: number; features: readonly number[] }[],
): FoundLine[] {
  const { text, blocks } = article;
  return rows.map(({ index, features }, i) => {
    const next = rows[i + 1]?.index ?? blocks.length;
    const block = blocks[index];
    const below = (blocks[next]?.start ?? text.length) - (block?.end ?? 0);
    return { text: text.slice(block?.start, block?.end), features, blocks: next - index - 1, width: below };
  });
}

/** Log-probability of a level that contradicts a line's number. */
const UNLIKELY = -30;
/**
 * The weight of a line's own probabilities against those of its step from the line before, and the weight of both when
 * all lines are combined, because they are not independent. Best by cross-validation over sites.
 */
const OWN_WEIGHT = 0.6;
const TOGETHER = 0.5;
/** No step is ruled out. */
const LEAST_CHANCE = 1e-3;
/** Number of levels. */
export const DEEPEST = 3;

/**
 * `deeper[d]` predicts whether a line is deeper than d + 1; `down` whether it is deeper than the line before, `up`
 * whether it is less deep.
 */
export interface Levels {
  deeper: readonly TreeEnsemble[];
  down: TreeEnsemble;
  up: TreeEnsemble;
}

/**
 * Groups of lines that are on one level by their form: consecutive numbers, or the same words. Each line has the number
 * of its group.
 */
function groupsOf(lines: readonly FoundLine[]): number[] {
  const last = new Map<string, { number: LineNumber; group: number }>();
  const byText = new Map<string, number>();
  return lines.map((line, i) => {
    const number = lineNumber(line.text);
    const key = number ? `${number.form} ${number.values.length}` : '';
    const before = last.get(key);
    const same = byText.get(line.text);
    const group = same ?? (number && before && countsOn(before.number, number) ? before.group : i);
    if (number) last.set(key, { number, group });
    byText.set(line.text, group);
    return group;
  });
}

const logSum = (list: readonly number[]) => {
  const most = Math.max(...list);
  return most + Math.log(list.reduce((sum, x) => sum + Math.exp(x - most), 0));
};

/**
 * The probabilities of each line's depths given all lines (forward–backward algorithm). `own` and `step` are
 * log-probabilities; the first line is outermost.
 */
function together(own: readonly (readonly number[])[], step: (i: number, a: number, b: number) => number): number[][] {
  const depths = Array.from({ length: DEEPEST }, (_, d) => d);
  const at = (i: number, d: number) => own[i]?.[d] ?? 0;
  const forward: number[][] = [depths.map((d) => (d === 0 ? 0 : UNLIKELY))];
  for (let i = 1; i < own.length; i++) {
    const before = forward[i - 1] ?? [];
    forward.push(depths.map((d) => at(i, d) + logSum(depths.map((a) => (before[a] ?? 0) + step(i, a, d)))));
  }
  let after = depths.map(() => 0);
  const chances: number[][] = [];
  for (let i = own.length - 1; i >= 0; i--) {
    const both = depths.map((d) => (forward[i]?.[d] ?? 0) + (after[d] ?? 0));
    const all = logSum(both);
    chances.unshift(both.map((x) => Math.exp(x - all)));
    const next = after;
    after = depths.map((a) => logSum(depths.map((d) => step(i, a, d) + at(i, d) + (next[d] ?? 0))));
  }
  return chances;
}

/**
 * The most likely depth, 1 to `DEEPEST`, of each line in order, given the probabilities of the depths and steps of all
 * lines. The first is 1; none is two deeper than the one before. O(lines²) for the features.
 */
export function depthsOfLines(lines: readonly FoundLine[], levels: Levels, title = ''): number[] {
  if (lines.length === 0) return [];
  const rows = levelFeatures(lines, title);
  const groups = groupsOf(lines);
  const depths = Array.from({ length: DEEPEST }, (_, d) => d);
  const chances = rows.map((row) => {
    const deeper = levels.deeper.map((trees) => predict(trees, Float32Array.from(row)));
    return depths.map((d) => {
      let p = 1;
      for (let i = 0; i < d; i++) p *= deeper[i] ?? 0;
      return Math.log(Math.max(1e-6, p * (1 - (deeper[d] ?? 0))));
    });
  });
  const told = depthsByNumber(lines.map((line) => lineNumber(line.text)));
  const own = chances.map((_, i) => {
    const sure = told[i];
    if (sure !== undefined) return depths.map((d) => (d === Math.min(sure, DEEPEST) - 1 ? 0 : TOGETHER * UNLIKELY));
    const group = chances.filter((__, j) => groups[j] === groups[i]);
    return depths.map(
      (d) => (TOGETHER * OWN_WEIGHT * group.reduce((sum, one) => sum + (one[d] ?? UNLIKELY), 0)) / group.length,
    );
  });
  const steps = stepFeatures(rows).map((features) => {
    const row = Float32Array.from(features);
    const down = predict(levels.down, row);
    const up = predict(levels.up, row) * (1 - down);
    return { down, up, stay: 1 - down - up };
  });
  /**
   * Log-probability of depth b + 1 after a + 1, by the step of line i. No step goes down by two levels or above the
   * outermost.
   */
  const step = (i: number, a: number, b: number) => {
    const { down, up, stay } = steps[i] ?? { down: 0, up: 0, stay: 1 };
    const p = b > a ? down : b < a ? up / a : a === 0 ? stay + up : stay;
    return TOGETHER * (b > a + 1 ? UNLIKELY : Math.log(Math.max(LEAST_CHANCE, p)));
  };
  let last = 0;
  return together(own, step).map((chance) => (last = Math.min(last + 1, chance.indexOf(Math.max(...chance)) + 1)));
}
