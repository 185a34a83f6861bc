/** tree-ensemble: the core predicts from what the training scripts grow; one format for all weights. */
import { describe, expect, it } from 'vitest';
import judgeWeights from '../../../src/core/article/judge/weights.json';
import stretchWeights from '../../../src/core/article/judge/stretches/weights.json';
import worthWeights from '../../../src/core/digest/key-points/worth/worth-weights.json';
import { LEVEL_FEATURES, STEP_FEATURES } from '../../../src/core/digest/outline/level-features.ts';
import { LINE_FEATURES } from '../../../src/core/digest/outline/line-features.ts';
import outlineWeights from '../../../src/core/digest/outline/outline-weights.json';
import { TOPIC_FEATURES } from '../../../src/core/digest/outline/topics/topic-features.ts';
import { type EncodedTrees, MOST_THRESHOLDS, decode, predict } from '../../../src/core/tree-ensemble.ts';
// @ts-expect-error: a script without types
import { random } from '../../../train/random.mjs';
// @ts-expect-error: a script without types
import { encode, weightsText } from '../../../train/trees/encode.mjs';
// @ts-expect-error: a script without types
import { binsOf, growLeafWise, thresholdsOf } from '../../../train/trees/leaf-wise.mjs';
// @ts-expect-error: a script without types
import { growLevelWise } from '../../../train/trees/level-wise.mjs';

/** A rule of two features that no single threshold can express, and a third feature without information. */
const truth = (row: readonly number[]) => Number((row[0] ?? 0) > 0.5 !== (row[1] ?? 0) > 0.3);
const roll: () => number = random(7);
const drawn = (count: number) => Array.from({ length: count }, () => [roll(), roll(), roll()]);
const rows = drawn(600);
const unseen = drawn(400);
const share = (trees: EncodedTrees) => {
  const ensemble = decode(trees);
  return unseen.filter((row) => Number(predict(ensemble, Float32Array.from(row)) > 0.5) === truth(row)).length / 400;
};

describe('decode and predict', () => {
  const trees: EncodedTrees = {
    base: 0,
    thresholds: [[0.5], [2, 4]],
    leaves: [-1, 0.25, 0.5, 2],
    trees: [[0 * MOST_THRESHOLDS, -1, 1 * MOST_THRESHOLDS + 1, -2, -4], [-3]],
  };
  const logOdds = (...features: number[]) => {
    const score01 = predict(decode(trees), Float32Array.from(features));
    return Math.log(score01 / (1 - score01));
  };
  it('go left up to the threshold, right above it, and add the trees', () => {
    expect(logOdds(0.5, 9)).toBeCloseTo(-0.5);
    expect(logOdds(0.6, 4)).toBeCloseTo(0.75);
    expect(logOdds(0.6, 5)).toBeCloseTo(2.5);
  });
  it('compare a value with a threshold in single precision', () => {
    const at = { base: 0, thresholds: [[0.7]], leaves: [-3, 3], trees: [[0, -1, -2]] };
    expect(predict(decode(at), Float32Array.of(0.7))).toBeLessThan(0.5);
  });
  it('start at the given row', () => {
    const at = { base: 0, thresholds: [[1]], leaves: [-3, 3], trees: [[0, -1, -2]] };
    expect(predict(decode(at), Float32Array.of(0, 5), 1)).toBeGreaterThan(0.5);
  });
  it('read what encode writes', () => {
    const node = { feature: 1, threshold: 4, left: { value: -1 }, right: { value: 2 } };
    expect(encode(0.5, [node, { value: 2 }], 2)).toEqual({
      base: 0.5,
      thresholds: [[], [4]],
      leaves: [-1, 2],
      trees: [[MOST_THRESHOLDS, -1, -2], [-2]],
    });
  });
});

describe('the training scripts grow ensembles that the core can read', () => {
  it('level by level', () => {
    const grow = (): EncodedTrees => growLevelWise({ rows, labels: rows.map(truth), trees: 40, depth: 3 });
    expect(share(grow())).toBeGreaterThan(0.95);
    expect(grow()).toEqual(grow());
  });
  it('leaf by leaf', () => {
    const grow = (): EncodedTrees => {
      const table = Float32Array.from(rows.flat());
      const thresholds = thresholdsOf(table, 3, 3, random(1));
      const bins = binsOf(table, 3, thresholds, Int32Array.from(rows.keys()));
      const answer = Float32Array.from(rows, truth);
      const settings = { trees: 40, leaves: 8, columnShare: 0.9, rand: random(2) };
      return growLeafWise({ bins, thresholds, answer, weights: answer.map(() => 1), ...settings });
    };
    expect(share(grow())).toBeGreaterThan(0.95);
    expect(grow()).toEqual(grow());
  });
});

describe('the weights files', () => {
  const files = { judgeWeights, stretchWeights, outlineWeights, worthWeights };
  it.each(Object.entries(files))('%s says how it was made', (_, { made }) => {
    expect(made.command).toMatch(/train\//);
    expect(Number.isInteger(made.seed)).toBe(true);
    expect(made.corpora.length).toBeGreaterThan(0);
    expect(made.date).toMatch(/^\d{4}-\d\d-\d\d$/);
  });
  it('have one tree on each line', () => {
    expect(weightsText(outlineWeights)).toContain(`\n${JSON.stringify(outlineWeights.headings.trees[1])},\n`);
    expect(JSON.parse(weightsText(outlineWeights))).toEqual(outlineWeights);
  });
  it("were grown on the outline's features", () => {
    const { headings, deeper, down, up, topics } = outlineWeights;
    expect(headings.thresholds).toHaveLength(LINE_FEATURES.length);
    for (const one of deeper) expect(one.thresholds).toHaveLength(LEVEL_FEATURES.length);
    for (const one of [down, up]) expect(one.thresholds).toHaveLength(STEP_FEATURES.length);
    expect(topics.thresholds).toHaveLength(TOPIC_FEATURES.length);
  });
  it('refer only to existing thresholds, features and leaves', () => {
    const { headings, deeper, down, up, topics } = outlineWeights;
    const { contentFirstLook, contentRefined, strayFirstLook, strayRefined } = judgeWeights;
    const { dropped, alone, surrounded } = stretchWeights;
    const all: EncodedTrees[] = [headings, ...deeper, down, up, topics, dropped, alone, surrounded];
    all.push(contentFirstLook, contentRefined, strayFirstLook, strayRefined, worthWeights.alone, worthWeights.worth);
    for (const { thresholds, leaves, trees } of all) {
      expect(trees.length).toBeGreaterThan(10);
      const codes = trees.flat();
      const [least, forks] = [Math.min(...codes), codes.filter((code) => code >= 0)];
      expect(least).toBeGreaterThanOrEqual(-leaves.length);
      expect(codes.length - forks.length).toBe(forks.length + trees.length);
      for (const code of forks)
        expect(thresholds[Math.floor(code / MOST_THRESHOLDS)]?.[code % MOST_THRESHOLDS]).toBeTypeOf('number');
    }
  });
});
