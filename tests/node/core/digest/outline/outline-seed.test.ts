/**
 * The first page Lede was made for: three plain-line sections, points counted under the first and the third. Needs
 * ../shared/seed; skipped without.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { digest } from '../../../../../src/core/digest/digest.ts';
import { articleOf } from '../../../../fakes/article-of.ts';

const corpus = process.env.LEDE_CORPUS ?? join(import.meta.dirname, '../../../../../../shared/corpus');
const folder = join(corpus, '../seed');
const here = existsSync(folder);
if (!here) console.log('outline-seed: skipped, no ../shared/seed');

test.skipIf(!here)('the sample has three sections and the points counted in them', () => {
  const file = readdirSync(folder).find((name) => name.endsWith('.txt')) ?? '';
  const lines = readFileSync(join(folder, file), 'utf8')
    .split('\n')
    .filter((line) => line.trim());
  const last = lines.findIndex((line) => line.startsWith('Fifth'));
  const article = articleOf(lines.slice(2, last + 1).join('\n'), { title: lines[0] ?? '', lang: 'en' });
  const { outline, minutes } = digest(article);
  expect(outline.map((node) => node.label.split(' ')[0])).toEqual(['Enhance', 'Enhancing', 'Implementation']);
  expect(outline.map((node) => node.source)).toEqual(['typographic', 'typographic', 'typographic']);
  expect(outline.map((node) => node.children.map((point) => point.label.split(' ').slice(0, 3).join(' ')))).toEqual([
    ['expand the scope', 'there are requirements'],
    [],
    ['the framework system', 'the supply mechanism', 'the process of', 'pay attention to', 'attention should be'],
  ]);
  for (const node of outline.flatMap((section) => [section, ...section.children])) {
    expect(article.text.slice(node.start, node.start + node.label.length)).toBe(node.label);
    expect(node.label.length).toBeLessThanOrEqual(120);
  }
  expect(outline.flatMap((section) => section.children).every((point) => point.source === 'enumeration')).toBe(true);
  expect(minutes).toBeGreaterThan(5);
  expect(minutes).toBeLessThan(8);
});
