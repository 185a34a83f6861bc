/** Letters and verse have no sections: an outline of them would be noise. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { outlineOf } from '../../../../../src/core/digest/outline/outline.ts';
import { articleOf } from '../../../../fakes/article-of.ts';

const texts = ['letters', 'poems'].flatMap((name) =>
  readFileSync(join(import.meta.dirname, '../../../../fixtures/quiet', `${name}.txt`), 'utf8')
    .split(/^=+$/m)
    .map((text): [string, string] => [`${name}: ${text.trim().split('\n')[0] ?? ''}`, text]),
);

test.each(texts)('%s', (_, text) => {
  expect(outlineOf(articleOf(text))).toEqual([]);
});

test.each(texts.filter(([name]) => name.startsWith('poems')))('a cycle of %s', (_, text) => {
  // Length alone must not cause an outline.
  expect(outlineOf(articleOf(`${text}\n`.repeat(6)))).toEqual([]);
});
