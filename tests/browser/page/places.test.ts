import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TracedArticle } from '../../../src/core/article/article.ts';
import { trace } from '../../../src/core/article/read.ts';
import { articleRangeOf, positionAtLine, positionOf, rangeOfPlaces } from '../../../src/page/places.ts';

let root: HTMLElement;

beforeEach(() => {
  root = document.createElement('main');
  document.body.append(root);
});
afterEach(() => root.remove());

const filler = (index: number) =>
  `The ferry number ${index} left the harbour in fog, and   the\n pilot counted buoys aloud so that nobody ` +
  'on deck would lose heart.';

function traced(paragraphs: string[]): TracedArticle {
  const article = document.createElement('article');
  for (const words of paragraphs) {
    const p = document.createElement('p');
    const [first = '', ...rest] = words.split('|');
    p.append(first);
    for (const piece of rest) {
      const em = document.createElement('em');
      em.append(piece);
      p.append(em);
    }
    article.append(p);
  }
  root.replaceChildren(article);
  const read = trace(document, { url: 'https://example.org/fog' });
  if (!read.ok) throw new Error(read.error.kind);
  return read.value;
}
const folded = (range: Range | null) => range?.toString().replace(/\s+/g, ' ').trim();

describe('mapping between text and page', () => {
  it('finds any range of the text in the page, across whitespace and elements', () => {
    const read = traced(Array.from({ length: 8 }, (_, index) => `${filler(index)} |It cleared |by noon.`));
    const { text } = read.article;
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.integer({ min: 1, max: 90 }), (start, length) => {
        const end = Math.min(text.length, start + length);
        const words = text.slice(start, end).replace(/\s+/g, ' ').trim();
        if (!words) return;
        // A range over several paragraphs has no space at the end of one.
        expect(folded(rangeOfPlaces(read, start, end))?.replaceAll(' ', '')).toBe(words.replaceAll(' ', ''));
      }),
    );
  });

  it('returns the position from which a range was made', () => {
    const read = traced(Array.from({ length: 6 }, (_, index) => filler(index)));
    const at = read.article.text.indexOf('counted buoys', 200);
    const range = rangeOfPlaces(read, at, at + 7);
    if (!range) throw new Error('no range');
    expect(positionOf(read, range.startContainer, range.startOffset)).toBe(at);
  });

  it('tells which range of the article a live range covers, and none outside it', () => {
    const read = traced(Array.from({ length: 6 }, (_, index) => `${filler(index)} |It cleared |by noon.`));
    const { text } = read.article;
    const before = document.createElement('p');
    before.append('A word of the page that is none of the article.');
    root.before(before);
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.integer({ min: 1, max: 300 }), (from, length) => {
        const end = Math.min(text.length, from + length);
        const range = rangeOfPlaces(read, from, end);
        if (!range || range.collapsed) return;
        const found = articleRangeOf(read, range);
        expect(text.slice(found?.start, found?.end).trim()).toBe(text.slice(from, end).trim());
      }),
    );
    const range = document.createRange();
    range.selectNodeContents(before);
    expect(articleRangeOf(read, range)).toBeNull();
    const last = read.places.at(-1)?.node;
    if (last) range.setEnd(last, last.length);
    expect(articleRangeOf(read, range)).toEqual({ start: 0, end: text.length });
    before.remove();
  });

  it('has no range if the page has replaced its nodes', () => {
    const read = traced(Array.from({ length: 6 }, (_, index) => filler(index)));
    root.replaceChildren();
    expect(rangeOfPlaces(read, 10, 20)).toBeNull();
  });

  it('tells which text is at a line of the window', () => {
    const read = traced(Array.from({ length: 60 }, (_, index) => filler(index)));
    const tenth = root.querySelectorAll('p')[10];
    const position = positionAtLine(read, (tenth?.getBoundingClientRect().top ?? 0) + 2);
    expect(read.article.text.slice(position)).toMatch(/^The ferry number 10 /);
    expect(positionAtLine(read, 1e9)).toBe(read.article.text.length);
  });
});
