/**
 * tree-text: added text joins existing text; trimming removes an exact number of characters from the end, however
 * nested.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ArticleElement, ArticleNode } from '../../../../../src/core/article/article.ts';
import type { Piece, Run } from '../../../../../src/core/article/page/model.ts';
import { addText, textOf as pieceText, trimEnd } from '../../../../../src/core/article/tree/tree-text.ts';

const p = (...children: ArticleNode[]): ArticleElement => ({ tag: 'p', children });
const em = (...children: ArticleNode[]): ArticleElement => ({ tag: 'em', children });
const textOf = (node: ArticleNode): string => (typeof node === 'string' ? node : node.children.map(textOf).join(''));
const texts = (node: ArticleNode): string[] => (typeof node === 'string' ? [node] : node.children.flatMap(texts));

const word = fc.oneof(fc.constantFrom('  ', 'a', '港 ', 'مرفأ', '👩‍🌾'), fc.string({ minLength: 1, maxLength: 4 }));
const { element } = fc.letrec<{ node: ArticleNode; element: ArticleElement }>((tie) => ({
  node: fc.oneof({ depthSize: 'small' }, word, tie('element')),
  element: fc.record({
    tag: fc.constantFrom('p' as const, 'em' as const),
    children: fc.array(tie('node'), { maxLength: 4 }),
  }),
}));

describe('textOf', () => {
  const pieceOf = (data: string, from = 0, to = data.length): Piece => ({ node: { data } as Text, from, to });
  const runOf = (text: string, pieces: number, preformatted = false): Run =>
    ({ text, preformatted, pieces: Array.from({ length: pieces }, () => pieceOf(text)) }) as Run;

  it('is the run’s own text if the piece is all of it', () => {
    expect(pieceText(pieceOf(' \n渡轮  at dawn '), runOf('渡轮 at dawn', 1), true, false)).toBe('渡轮 at dawn');
  });
  it('collapses whitespace, and has none at the beginning or after other whitespace', () => {
    const piece = pieceOf('\n\t渡轮 \u00a0 at  dawn ');
    expect(pieceText(piece, runOf('', 2), false, false)).toBe(' 渡轮 at dawn ');
    expect(pieceText(piece, runOf('', 2), true, false)).toBe('渡轮 at dawn ');
    expect(pieceText(piece, runOf('', 2), false, true)).toBe('渡轮 at dawn ');
    expect(pieceText(pieceOf('one two', 4, 7), runOf('', 2), true, false)).toBe('two');
  });
  it('keeps all whitespace of code, except empty lines at the beginning', () => {
    const piece = pieceOf(' \n\n  x =  1\n');
    expect(pieceText(piece, runOf('', 1, true), true, false)).toBe('  x =  1\n');
    expect(pieceText(piece, runOf('', 2, true), false, true)).toBe(' \n\n  x =  1\n');
  });
});

describe('addText', () => {
  it('joins adjacent texts, starts a new one after an element, and adds no empty text', () => {
    const children: ArticleNode[] = [];
    addText(children, '');
    expect(children).toEqual([]);
    addText(children, 'The ');
    addText(children, 'harbour');
    children.push(em('master'));
    addText(children, '');
    addText(children, ' counts');
    expect(children).toEqual(['The harbour', em('master'), ' counts']);
  });
  it('never has two adjacent texts, and contains all text that was added', () =>
    fc.assert(
      fc.property(fc.array(fc.string()), (parts) => {
        const children: ArticleNode[] = [];
        for (const part of parts) addText(children, part);
        expect(children).toEqual(parts.join('') === '' ? [] : [parts.join('')]);
      }),
    ));
});

describe('trimEnd', () => {
  it('removes from one text, from a nested one, and across several', () => {
    const one = p('boats  ');
    trimEnd(one, 2);
    expect(one).toEqual(p('boats'));
    const nested = p('a ', em('b', em('c '), ' '), ' ');
    trimEnd(nested, 3);
    expect(textOf(nested)).toBe('a bc');
  });
  it('removes nothing for 0, and stops when nothing is left', () => {
    const one = p('a', em());
    trimEnd(one, 0);
    expect(one).toEqual(p('a', em()));
    trimEnd(one, 99);
    expect(textOf(one)).toBe('');
  });
  it('removes line breaks at the end, and whitespace before a picture, but never the picture', () => {
    const img: ArticleElement = { tag: 'img', children: [] };
    const one = p('boats ', em(' ', img), ' ', { tag: 'br', children: [] }, ' ');
    trimEnd(one, 4);
    expect(one).toEqual(p('boats', em(img)));
  });
  it('leaves exactly what was before the end, and no empty texts, in any tree', () =>
    fc.assert(
      fc.property(element, fc.nat(12), (tree, count) => {
        const before = textOf(tree);
        trimEnd(tree, count);
        expect(textOf(tree)).toBe(before.slice(0, Math.max(0, before.length - count)));
        expect(texts(tree)).not.toContain('');
      }),
    ));
});
