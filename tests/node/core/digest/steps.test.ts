import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { digest, digestSteps, structure } from '../../../../src/core/digest/digest.ts';
import { atOnce } from '../../../../src/core/digest/steps.ts';
import { articleOf } from '../../../fakes/article-of.ts';

describe('atOnce', () => {
  it('runs to the end and returns the result', () => {
    const done: string[] = [];
    function* work() {
      done.push('first');
      yield;
      done.push('second');
      return done.length;
    }
    expect(atOnce(work())).toBe(2);
    expect(done).toEqual(['first', 'second']);
  });
});

describe('digestSteps', () => {
  const article = articleOf(readFileSync('tests/fixtures/articles/river.en.txt', 'utf8'));

  it('makes the same digest as all at once, with or without a known structure', () => {
    const whole = digest(article);
    expect(whole.keyPoints.length).toBeGreaterThan(0);
    expect(atOnce(digestSteps(article))).toEqual(whole);
    expect(atOnce(digestSteps(article, structure(article)))).toEqual(whole);
  });

  it('pauses after each block and each choice, so that no step is long', () => {
    let pauses = 0;
    for (const _ of digestSteps(article)) pauses++;
    expect(pauses).toBeGreaterThan(article.blocks.length);
  });
});
