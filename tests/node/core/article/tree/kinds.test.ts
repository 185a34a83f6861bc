/** kinds: the kind of a line depends on the elements around it; the innermost relevant one wins. */
import { describe, expect, it } from 'vitest';
import { type ArticleElement, TAGS, type Tag } from '../../../../../src/core/article/article.ts';
import { HOLDERS, type Open, kindOf } from '../../../../../src/core/article/tree/kinds.ts';

const table: ArticleElement = { tag: 'table', children: [] };
const open = (tag: Tag, over: Partial<Open> = {}): Open => ({
  ...{ element: { tag, children: [] }, made: true, box: undefined, items: 0, quoted: false, table: undefined },
  ...over,
});
const kind = (tag: Tag, over: Partial<Open> = {}, whole = true) => kindOf(open(tag, over), whole);

describe('kindOf', () => {
  it('recognises a heading and its level, if it is the whole block', () => {
    for (const level of [1, 2, 3, 4, 5, 6] as const) expect(kind(`h${level}`)).toEqual({ kind: 'heading', level });
    expect(kind('h2', {}, false).kind).toBe('paragraph');
    expect(kind('hr').kind).toBe('paragraph');
  });
  it('recognises code anywhere', () => {
    expect(kind('pre', { items: 2, quoted: true, table }).kind).toBe('code');
  });
  it('prefers a table to its content, and a caption to a list', () => {
    expect(kind('td', { table, items: 1 }).kind).toBe('table');
    expect(kind('figcaption', { items: 1 }).kind).toBe('caption');
    expect(kind('caption').kind).toBe('caption');
  });
  it('recognises items and their depth, and a definition as one', () => {
    expect(kind('li', { items: 1 })).toEqual({ kind: 'item', level: 1 });
    expect(kind('p', { items: 3, quoted: true })).toEqual({ kind: 'item', level: 3 });
    expect(kind('dd')).toEqual({ kind: 'item', level: 1 });
    expect(kind('dt').kind).toBe('term');
    expect(kind('summary').kind).toBe('term');
  });
  it('recognises a quote, and treats everything else as a paragraph without a level', () => {
    expect(kind('p', { quoted: true })).toEqual({ kind: 'quote', level: undefined });
    for (const tag of ['p', 'div', 'section', 'figure'] as const)
      expect(kind(tag)).toEqual({ kind: 'paragraph', level: undefined });
  });
  it('has only tags that a tree may contain', () => {
    for (const tag of HOLDERS) expect(TAGS).toContain(tag);
    expect(HOLDERS.has('table')).toBe(false);
    for (const tag of ['td', 'th', 'caption'] as const) expect(HOLDERS.has(tag)).toBe(true);
  });
});
