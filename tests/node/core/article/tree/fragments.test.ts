/** joinFragments: links within an article lead to their targets in it, or are removed. */
import { describe, expect, it } from 'vitest';
import type { ArticleElement, Attributes } from '../../../../../src/core/article/article.ts';
import { joinFragments } from '../../../../../src/core/article/tree/fragments.ts';

const url = 'https://gazette.example/cliff';
const link = (href: string): ArticleElement => ({ tag: 'a', attributes: { href }, children: ['1'] });
const tree = (...children: ArticleElement[]): ArticleElement => ({ tag: 'div', children });
const joined = (href: string, target?: Attributes, anchors = new Map<string, ArticleElement>()) => {
  const mark = link(href);
  const note: ArticleElement = { tag: 'p', ...(target ? { attributes: target } : {}), children: ['Note'] };
  joinFragments(tree(mark, note), anchors, url);
  return mark.attributes?.href;
};

describe('joinFragments', () => {
  it('links to targets in the tree, even if the page uses its full address', () => {
    expect(joined('#n1', { id: 'n1' })).toBe('#n1');
    expect(joined(`${url}#n1`, { id: 'n1' })).toBe('#n1');
    expect(joined('#n%C3%B6', { id: 'nö' })).toBe('#nö');
  });
  it('links to what replaces a target without an element', () => {
    const place: ArticleElement = { tag: 'p', children: ['Note'] };
    expect(joined('#gone', undefined, new Map([['gone', place]]))).toBe('#gone');
    expect(place.attributes).toEqual({ id: 'gone' });
    const named: ArticleElement = { tag: 'p', attributes: { id: 'other' }, children: ['Note'] };
    expect(joined('#gone', undefined, new Map([['gone', named]]))).toBe('#other');
  });
  it("links marks to their notes if the page's own address differs from the one it was read from", () => {
    expect(joined('https://arch.example/doc/v7#bib.35', { id: 'bib.35' })).toBe('#bib.35');
    expect(joined('https://arch.example/doc/v7#bib.36', { id: 'bib.35' })).toBe('https://arch.example/doc/v7#bib.36');
    expect(joined('https://arch.example/doc/v7#n1', { id: 'n1' })).toBe('https://arch.example/doc/v7#n1'); // any page's
  });
  it('keeps links to other pages, and removes links to nowhere', () => {
    expect(joined('https://gazette.example/other#n1', { id: 'n1' })).toBe('https://gazette.example/other#n1');
    expect(joined('#nowhere')).toBeUndefined();
  });
});
