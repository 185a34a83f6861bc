/**
 * join: one text over all parts, without repeated heads, without other losses, and without pages that are not parts.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Article, ArticleElement, ArticleNode } from '../../../../src/core/article/article.ts';
import { isPartOf, joinParts } from '../../../../src/core/article/join.ts';

function part(at: number, lines: string[], more: Partial<Article> = {}): Article {
  let end = -1;
  const blocks = lines.map((line) => {
    const start = end + 1;
    end = start + line.length;
    return { kind: 'paragraph' as const, start, end };
  });
  const children: ArticleElement[] = lines.map((line, block) => ({ tag: 'p', block, children: [line] }));
  const url = `https://gazette.example/cliff${at > 1 ? `/${at}` : ''}`;
  return {
    url,
    title: 'The cliff',
    tree: { tag: 'div', children },
    text: lines.join('\n'),
    blocks,
    removed: [],
    ...more,
  };
}
const wordsOf = (node: ArticleNode): string => (typeof node === 'string' ? node : node.children.map(wordsOf).join(''));
function blocksOf(node: ArticleNode): [number, string][] {
  if (typeof node === 'string') return [];
  return [
    ...(node.block === undefined ? [] : [[node.block, wordsOf(node)] as [number, string]]),
    ...node.children.flatMap(blocksOf),
  ];
}
const linesOf = ({ text, blocks }: Article) => blocks.map(({ start, end }) => text.slice(start, end));

describe('joining parts', () => {
  it("keeps one line of text and tree for each block, and the first part's positions", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.array(
            fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }).map((line) => `x${line.replace(/\s/g, '')}`),
            { minLength: 1, maxLength: 5 },
          ),
          { minLength: 1, maxLength: 5 },
        ),
        (all) => {
          const parts = all.map((lines, at) =>
            part(
              at + 1,
              lines.map((line, one) => `${at}.${one}${line}`),
            ),
          );
          const joined = joinParts(parts);
          expect(linesOf(joined)).toEqual(parts.flatMap(linesOf));
          expect(joined.text).toBe(parts.map(({ text }) => text).join('\n'));
          expect(blocksOf(joined.tree)).toEqual(linesOf(joined).map((line, at) => [at, line]));
          expect(
            (joined.parts ?? [{ start: 0, end: joined.text.length }]).map(({ start, end }) =>
              joined.text.slice(start, end),
            ),
          ).toEqual(parts.map(({ text }) => text));
        },
      ),
    );
  });

  it('leaves out title, author and lead line only where a later part repeats them', () => {
    const head = ['The cliff', 'By Tom Reed, 4 May', 'A story in three parts.'];
    const first = part(1, [...head, 'One.'], { byline: 'Tom Reed' });
    const joined = joinParts([first, part(2, [...head, 'Two.', 'The cliff']), part(3, ['Three.'])]);
    expect(linesOf(joined)).toEqual([...head, 'One.', 'Two.', 'The cliff', 'Three.']);
    expect(joined.blocks.map(({ start }) => start)).toEqual(
      joined.blocks.map(({ start }) => start).toSorted((a, b) => a - b),
    );
  });

  it('keeps the footnotes of each part separate, and the ledger in place', () => {
    const note = (at: number): Partial<Article> => ({
      tree: {
        tag: 'div',
        children: [
          {
            tag: 'p',
            block: 0,
            children: [`${at}`, { tag: 'a', attributes: { href: '#fn', id: 'ref' }, children: ['1'] }],
          },
        ],
      },
      removed: [{ text: 'Ad', reason: 'promotion', score01: 1, start: 1, inside: true }],
    });
    const joined = joinParts([part(1, ['11'], note(1)), part(2, ['21'], note(2))]);
    const links: unknown[] = [];
    const look = (node: ArticleNode) => {
      if (typeof node === 'string') return;
      if (node.tag === 'a') links.push(node.attributes);
      node.children.forEach(look);
    };
    look(joined.tree);
    expect(links).toEqual([
      { href: '#fn', id: 'ref' },
      { href: '#part2-fn', id: 'part2-ref' },
    ]);
    expect(joined.removed.map(({ start }) => start)).toEqual([1, 4]);
  });

  it('names the next part only if the last one does', () => {
    const nextUrl = 'https://gazette.example/cliff/3';
    expect(
      joinParts([part(1, ['a'], { nextUrl: 'https://gazette.example/cliff/2' }), part(2, ['b'])]).nextUrl,
    ).toBeUndefined();
    expect(joinParts([part(1, ['a']), part(2, ['b'], { nextUrl })]).nextUrl).toBe(nextUrl);
    const alone = part(1, ['a'], { nextUrl });
    expect(joinParts([alone])).toBe(alone);
  });
});

describe('a part of the same article', () => {
  const first = part(1, ['One.']);
  it('has its title, with or without a number', () => {
    for (const title of ['The cliff', 'The cliff – Page 2', 'The cliff (2/3)', '2. The cliff'])
      expect(isPartOf([first], part(2, ['Two.'], { title })), title).toBe(true);
    expect(
      isPartOf([part(1, ['一'], { title: '会数数的悬崖' })], part(2, ['二'], { title: '会数数的悬崖（第2页）' })),
    ).toBe(true);
  });
  it('is not another article, not one without a title, and not one that was read before', () => {
    for (const title of ['The price of rope', 'The cliff, the sea and everything that came after it', '', '2'])
      expect(isPartOf([first], part(2, ['Two.'], { title })), title).toBe(false);
    expect(isPartOf([first, part(2, ['Two.'])], part(3, ['Two.']))).toBe(false);
  });
});
