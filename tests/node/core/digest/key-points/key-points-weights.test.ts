import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PAIR_FEATURES, WORD_FEATURES } from '../../../../../src/core/digest/key-points/term-features.ts';
import { LATER_FEATURES, STATIC_FEATURES } from '../../../../../src/core/digest/key-points/static-features.ts';
import { DYNAMIC_FEATURES } from '../../../../../src/core/digest/key-points/greedy-choice.ts';

const TOP = join(import.meta.dirname, '../../../../..');
const CORPUS = process.env.LEDE_CORPUS ?? join(TOP, '..', 'shared', 'corpus');
const there = ['keypoints-dev.jsonl', 'keypoints-dev.jsonl.xz'].some((name) => existsSync(join(CORPUS, name)));
const asked = process.env.LEDE_TRAIN === '1';
if (!there || !asked)
  console.log(
    'Weights are not learned anew: set LEDE_TRAIN=1, and LEDE_CORPUS to the folder of keypoints-dev (a minute).',
  );

describe('the weights of key points', () => {
  it('are listed with the names of their features, in order', () => {
    const text = readFileSync(join(TOP, 'src/core/digest/key-points/key-points-weights.ts'), 'utf8');
    const names = [...text.matchAll(/^ {4}-?[\d.]+, \/\/ (\w+)$/gmu)].map(([, name]) => name);
    expect(names).toEqual([
      ...WORD_FEATURES,
      ...PAIR_FEATURES,
      ...STATIC_FEATURES,
      ...DYNAMIC_FEATURES,
      ...LATER_FEATURES,
    ]);
  });
  it.runIf(there && asked)('are what their script writes', { timeout: 600_000 }, () => {
    const { stdout, status } = spawnSync(
      process.execPath,
      ['train/key-points/train.mjs', '--check', '--corpus', CORPUS],
      { cwd: TOP },
    );
    expect([stdout.toString().trim(), status]).toEqual(['The weights are what this script writes.', 0]);
  });
});
