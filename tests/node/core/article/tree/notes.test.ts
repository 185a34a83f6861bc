import { describe, expect, it } from 'vitest';
import type { ArticleElement, ArticleNode, Attributes, Tag } from '../../../../../src/core/article/article.ts';
import { joinNotes } from '../../../../../src/core/article/tree/notes.ts';

function el(tag: Tag, ...children: (ArticleNode | Attributes)[]): ArticleElement {
  const isNode = (part: ArticleNode | Attributes): part is ArticleNode =>
    typeof part === 'string' || 'children' in part;
  const attributes = children.find((part): part is Attributes => !isNode(part));
  return { tag, children: children.filter((part) => isNode(part)), ...(attributes ? { attributes } : {}) };
}
const p = (...children: (ArticleNode | Attributes)[]) => el('p', ...children);
const sup = (label: string) => el('sup', label);
const text = (node: ArticleNode): string => (typeof node === 'string' ? node : node.children.map(text).join(''));
/** Joins the notes of a tree and returns all links in it, with text and target. */
function links(...children: ArticleElement[]): string[] {
  const tree = el('div', ...children);
  const before = text(tree);
  joinNotes(tree);
  expect(text(tree)).toBe(before);
  const all = (node: ArticleNode): string[] => {
    if (typeof node === 'string') return [];
    const own = node.tag === 'a' ? [`${text(node)} ${node.attributes?.href}`] : [];
    return [...own, ...node.children.flatMap((child) => all(child))];
  };
  return all(tree);
}

describe('joinNotes', () => {
  it('links a superscript number to the line that begins with it, and back', () =>
    expect(
      links(p('It is used.', sup('1')), p('So is that.', sup('[2]')), p(sup('1'), ' More.'), p(sup('[2]'), ' Else.')),
    ).toEqual(['1 #note-1', '[2] #note-2', '1 #mark-1', '[2] #mark-2']));
  it('counts the items of a list under its heading', () =>
    expect(
      links(
        p('An essay', sup('1'), ' and', sup('2')),
        el('h4', 'Footnotes'),
        el('ol', el('li', 'See it.'), el('li', 'And this.')),
      ),
    ).toEqual(['1 #note-1', '2 #note-2']));
  it('keeps the ids of items', () =>
    expect(links(p('An essay', sup('1')), el('ol', el('li', { id: 'footnote-1' }, 'See it.')))).toEqual([
      '1 #footnote-1',
    ]));
  it('treats a bold number as a note’s only below a horizontal rule', () => {
    const note = () => p(el('strong', '1'), ' The first.');
    expect(links(p('Trade-offs.', sup('1')), el('hr'), note())).toEqual(['1 #note-1', '1 #mark-1']);
    expect(links(p('Trade-offs.', sup('1')), note())).toEqual([]);
  });
  it('repairs links that lost their address', () =>
    expect(
      links(
        p('The plan ', el('sup', el('a', '[1]'))),
        p(el('sup', el('a', { href: 'https://x.example/#_ftnref1' }, '[1]')), 'See there.'),
      ),
    ).toEqual(['[1] #note-1', '[1] #mark-1']));
  it('gives each section its own notes', () =>
    expect(links(p('A', sup('1')), p(sup('1'), 'a.'), p('B', sup('1')), p(sup('1'), 'b.'))).toEqual([
      ...['1 #note-1', '1 #mark-1', '1 #note-1-2', '1 #mark-1-2'],
    ]));
  it('leaves the link of a number that leads to its source', () => {
    const source = el('a', { href: 'https://source.example/paper' }, sup('1'));
    expect(links(p('A', sup('1')), p(source, ' A paper.'))).toEqual(['1 #note-1', '1 https://source.example/paper']);
  });
  it('takes time that grows with the article alone', () => {
    const marks = Array.from({ length: 12_000 }, () => p('A', sup('1')));
    const notes = Array.from({ length: 12_000 }, () => [
      p('B', sup('2')),
      p(sup('2'), ' More.'),
      p(sup('3'), ' Else.'),
    ]);
    const started = performance.now();
    expect(links(...marks, ...notes.flat(), p(sup('1'), ' Last.'))).toHaveLength(36_001);
    expect(performance.now() - started).toBeLessThan(6000);
  });
  it('leaves powers, working links, headings and lists of steps unchanged', () => {
    expect(links(p('x', sup('2'), ' grows'), el('ol', el('li', 'Stir.'), el('li', 'Wait.')))).toEqual([]);
    expect(links(p('x', el('sup', el('a', { href: '#n1' }, '1'))), p(sup('1'), ' More.'))).toEqual(['1 #n1']);
    expect(links(p('x', el('a', { href: '#n1' }, sup('1'))), p(sup('1'), ' More.'))).toEqual(['1 #n1']);
    expect(links(el('h2', 'Part', sup('1')), p(sup('1'), ' More.'))).toEqual([]);
    expect(links(p(sup('1'), ' More.'), p('x', sup('1')))).toEqual([]);
  });
});
