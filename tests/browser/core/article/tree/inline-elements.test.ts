/** inlineElement: how an inline element of the page is represented in the tree. */
import { describe, expect, it } from 'vitest';
import type { ArticleElement } from '../../../../../src/core/article/article.ts';
import { inlineElement } from '../../../../../src/core/article/tree/inline-elements.ts';
import type { Tag } from '../../../../../src/core/article/article.ts';

/** The tree's element for the first element of `html`, with "text" in place of its text. */
function made(tag: Tag, html: string): ArticleElement {
  const element = new DOMParser().parseFromString(html, 'text/html').body.firstElementChild;
  if (!element) throw new Error('no element');
  const line: ArticleElement = { tag: 'p', children: [] };
  inlineElement(tag, element, line, 'https://harbour.example/log').children.push('text');
  return line;
}

describe('inlineElement', () => {
  it('makes links with their address, and drops those that lead nowhere', () => {
    expect(made('a', '<a href="/x">t</a>').children).toEqual([
      { tag: 'a', attributes: { href: 'https://harbour.example/x' }, children: ['text'] },
    ]);
    expect(made('a', '<a>t</a>').children).toEqual(['text']);
    expect(made('span', '<span class="x">t</span>').children).toEqual(['text']);
  });
  it("makes a formula from the page's TeX", () => {
    expect(made('math', '<img alt="x">').children).toMatchObject([
      { tag: 'math', children: [{ tag: 'mtext', children: ['text'] }] },
    ]);
  });
});
