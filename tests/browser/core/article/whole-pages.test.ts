/**
 * Ten whole pages with rich content (tests/fixtures/rich): the tree has the article without its surroundings, and is
 * valid and lossless.
 */
import { describe, expect, it } from 'vitest';
import type { ArticleNode } from '../../../../src/core/article/article.ts';
import { read } from '../../../../src/core/article/read.ts';
import { faultsOf } from '../../../fixtures/nesting.ts';

const PAGES = import.meta.glob<string>('../../../fixtures/rich/*.html', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** Applies computed styles as in a displayed page: nothing inside a hidden element is visible. */
const isHidden = (element: Element): boolean => element.closest('[style*="display: none"]') !== null;

function articleOf(name: string) {
  const html = PAGES[`../../../fixtures/rich/${name}.html`] ?? '';
  const page = new DOMParser().parseFromString(html, 'text/html');
  const result = read(page, { url: `https://rich.example/${name}.html`, isHidden });
  if (!result.ok) throw new Error(result.error.kind);
  const counts: Record<string, number> = {};
  const count = (node: ArticleNode): void => {
    if (typeof node === 'string') return;
    counts[node.tag] = (counts[node.tag] ?? 0) + 1;
    node.children.forEach(count);
  };
  count(result.value.tree);
  return { ...result.value, counts, json: JSON.stringify(result.value.tree) };
}

it.each(Object.keys(PAGES))('%s has a valid tree with the same text', (path) => {
  expect(faultsOf(articleOf(path.replace(/.*\/|\.html$/g, '')))).toEqual([]);
});

describe('a page', () => {
  it('of an encyclopedia has its formulas, infobox, table, headings and sources', () => {
    const { text, counts, json, byline, publishedTime } = articleOf('encyclopedia');
    expect(counts).toMatchObject({ math: 2, table: 2, tr: 8, img: 2, figcaption: 1 });
    expect(text).toContain('told by the Froude number Fr of the surge');
    for (const words of [
      'Characterization and appearance\n',
      'Rivers with bores\n',
      'Aas, P. (1998)',
      'Known rivers\tabout 60',
    ])
      expect(text).toContain(words);
    for (const words of ['edit', 'Seiche', 'Privacy']) expect(text).not.toContain(words);
    expect(json).toContain('"href":"#cite_note-1"');
    expect([byline, publishedTime?.slice(0, 10)]).toEqual([undefined, '2024-05-03']);
  });

  it('with a paper has its abstract, formulas, table with caption, and references', () => {
    const { text, counts, byline } = articleOf('paper');
    expect(counts).toMatchObject({ math: 2, tr: 4, figcaption: 2, img: 1 });
    for (const words of [
      'We measure how the grip',
      'Hemp\t41\t0.0061\t2,910',
      '3 Conclusion',
      'Friction between strands',
    ])
      expect(text).toContain(words);
    expect(byline).toBe('Ida Voss, Per Holm');
  });

  it('with a recipe has all ingredients and steps, and no comments', () => {
    const { text, counts, byline } = articleOf('recipe');
    expect(counts).toMatchObject({ li: 14, ol: 1, img: 1 });
    for (const words of ['1/4 cup butter, soft', 'Prep time 20 min', 'Keep the buns in a tin'])
      expect(text).toContain(words);
    expect(text).not.toContain('I used oats');
    expect(byline).toBe('Gro Lie');
  });

  it('of documentation has its code line by line, options, and no permalink signs', () => {
    const { text, counts, blocks, json } = articleOf('docs');
    expect(text).toContain(
      'import harbour\n\nwith harbour.open("north.log") as rows:\n    for row in rows:\n        print(',
    );
    expect(blocks.filter(({ kind }) => kind === 'code')).toHaveLength(2);
    expect(json).toContain('"language":"python"');
    expect(counts).toMatchObject({ tr: 4, dt: 1, dd: 1 });
    for (const sign of ['¶', 'Copy']) expect(text).not.toContain(sign);
  });

  it('with photographs has each of them once, with its caption', () => {
    const { counts, text, json } = articleOf('photo-essay');
    expect(counts).toMatchObject({ img: 6, figcaption: 5 });
    expect(json).toContain('light-2.jpg');
    expect(text).not.toContain('Ten harbours');
  });

  it('of news has cards for embedded content, and a post with its author', () => {
    const { json, text, byline } = articleOf('scoop');
    expect(json).toContain('"embed":"video"');
    expect(json).toContain('"embed":"chart"');
    expect(text).toContain('It was never the paint.\n— Dockers');
    expect(text).not.toContain('Ferry delayed');
    expect(byline).toBe('Eva Holt, Cy Rask');
  });

  it('of a portal has its text without the list of most read articles', () => {
    const { text, byline, publishedTime, counts } = articleOf('portal');
    for (const words of ['机器来了又走', '年轻人的办法', '摄影：周平']) expect(text).toContain(words);
    expect(text).not.toContain('热门推荐');
    expect([byline, publishedTime?.slice(0, 10), counts.img]).toEqual(['林小舟', '2024-06-03', 1]);
  });

  it('in a right-to-left script has its direction, table and list', () => {
    const { dir, lang, counts, text } = articleOf('right-to-left');
    expect([dir, lang]).toEqual(['rtl', 'ar']);
    expect(counts).toMatchObject({ tr: 3, li: 3, img: 1, figcaption: 1 });
    expect(text).toContain('تدقّه اليوم حفيدة الحارس');
  });

  it('of a forum has each post with its author and time', () => {
    const { text, json } = articleOf('forum');
    expect(json.match(/"role":"post"/g)).toHaveLength(3);
    for (const words of [
      'ropewalker\nMay 3, 2024\nOur winch',
      'Old Salt\nMay 3, 2024\nNine times',
      'ropewalker\nMay 6, 2024\nOld Salt said:',
    ])
      expect(text).toContain(words);
    expect(text).not.toContain('Similar threads');
  });

  it('with a letter has its links and note, and no layout table', () => {
    const { counts, text, json } = articleOf('newsletter');
    expect(counts).toMatchObject({ li: 4, blockquote: 1, img: 1 });
    expect(counts.table).toBeUndefined();
    expect(text).toContain('So does the dog of the man who mends nets.');
    expect(json).toContain('"href":"#fn1"');
    expect(text).not.toContain('Unsubscribe');
  });
});
