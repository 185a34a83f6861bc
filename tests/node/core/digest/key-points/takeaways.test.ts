import { describe, expect, it } from 'vitest';
import type { Block, BlockKind } from '../../../../../src/core/article/article.ts';
import { announcesTakeaways, authorsTakeaways } from '../../../../../src/core/digest/key-points/takeaways.ts';

function page(lines: [BlockKind, string][]) {
  let text = '';
  const blocks: Block[] = lines.map(([kind, line]) => {
    if (text) text += '\n';
    const start = text.length;
    text += line;
    return { kind, start, end: text.length };
  });
  return { text, blocks };
}
const BODY: [BlockKind, string][] = Array.from({ length: 12 }, (_, i) => ['paragraph', `The ferry ran on day ${i}.`]);

describe('announcesTakeaways', () => {
  it('recognises the words in many languages', () => {
    for (const line of [
      'Key takeaways',
      'KEY POINTS:',
      '📌 TL;DR',
      'At a glance',
      'Das Wichtigste in Kürze',
      'L’essentiel',
      'À retenir',
      'En resumen',
      'Pontos principais',
      'Главное',
      'Najważniejsze informacje',
      'Με λίγα λόγια',
      '要点',
      '本文摘要',
      'この記事のポイント',
      '핵심 요약',
      'Tóm tắt',
      'أهم النقاط',
      'בקצרה',
      'मुख्य बातें',
      'ประเด็นสำคัญ',
    ]) {
      expect([line, announcesTakeaways(line)]).toEqual([line, true]);
    }
  });
  it('is not misled', () => {
    for (const line of [
      'Key features of the ferry',
      'How the ferry works',
      'Points of sale',
      '要点赞的人',
      'Главное управление порта',
    ]) {
      expect([line, announcesTakeaways(line)]).toEqual([line, false]);
    }
  });
});

describe('authorsTakeaways', () => {
  const list: [BlockKind, string][] = [
    ['heading', 'Key takeaways'],
    ['item', 'The bridge closes'],
    ['item', 'A ferry runs'],
  ];
  it('are the items under the heading', () => {
    const article = page([...list, ...BODY]);
    expect(authorsTakeaways(article).map(({ start, end }) => article.text.slice(start, end))).toEqual([
      'The bridge closes',
      'A ferry runs',
    ]);
  });
  it('are what the article calls so', () => {
    const article = page(BODY);
    expect(authorsTakeaways({ ...article, takeaways: [{ start: 0, end: 8 }] })).toEqual([{ start: 0, end: 8 }]);
    expect(authorsTakeaways({ ...article, takeaways: [{ start: 5, end: 99_999 }] })).toEqual([]);
  });
  it('are not found without items, with a single one, or late in the text under an ambiguous heading', () => {
    expect(authorsTakeaways(page([['heading', 'Key takeaways'], ...BODY]))).toEqual([]);
    expect(authorsTakeaways(page([...list.slice(0, 2), ...BODY]))).toEqual([]);
    expect(authorsTakeaways(page([...BODY, ...BODY, ['heading', 'Summary'], ...list.slice(1)]))).toEqual([]);
  });
  const said = (lines: [BlockKind, string][]) => {
    const article = page(lines);
    return authorsTakeaways(article).map(({ start, end }) => article.text.slice(start, end));
  };
  it('may be anywhere under an unambiguous heading, with words after it and a lead-in line', () => {
    const lines: [BlockKind, string][] = [
      ...BODY,
      ['heading', 'Key takeaways for people of the valley'],
      ['paragraph', 'In two lines:'],
      ...list.slice(1),
    ];
    expect(said(lines)).toEqual(['The bridge closes', 'A ferry runs']);
  });
  it('may be prose under such a heading, or after a label', () => {
    const prose = 'The bridge closes on Monday. A ferry runs every ten minutes.';
    const sentences = ['The bridge closes on Monday.', 'A ferry runs every ten minutes.'];
    expect(said([['heading', 'TL;DR'], ['paragraph', prose], ['heading', 'Why'], ...BODY])).toEqual(sentences);
    expect(said([['paragraph', `TL;DR: ${prose}`], ...BODY])).toEqual(sentences);
  });
  it('may be a summary at the top, under a heading or after a label', () => {
    const prose = 'The old bridge closes on Monday for repairs. A ferry runs every ten minutes.';
    const sentences = ['The old bridge closes on Monday for repairs.', 'A ferry runs every ten minutes.'];
    expect(said([['heading', 'At a glance'], ['paragraph', prose], ['heading', 'Why'], ...BODY])).toEqual(sentences);
    expect(said([['paragraph', 'QUICK SUMMARY:'], ['paragraph', prose], ...BODY])).toEqual(sentences);
    expect(said([['quote', `Key takeaway - ${prose}`], ...BODY])).toEqual(sentences);
    expect(
      said([
        ['heading', 'Quick summary: how to cross'],
        ['item', prose],
        ['heading', 'Why'],
      ]),
    ).toEqual(sentences);
    expect(said([['heading', 'At a glance'], ['paragraph', prose], ...BODY])).toEqual([]);
    expect(said([...BODY, ['heading', 'At a glance'], ['paragraph', prose], ['heading', 'Why']])).toEqual([]);
  });
  it('may be prose at the end under an unambiguous heading', () => {
    const prose = 'The bridge closes on Monday.';
    expect(said([...BODY, ['heading', 'Main takeaways'], ['paragraph', prose], ['heading', 'Notes']])).toEqual([prose]);
  });
  it("are not a product's properties, questions that lead to sections, or links elsewhere", () => {
    const properties: [BlockKind, string][] = [
      ['heading', 'Highlights'],
      ['item', 'Made by hand'],
      ['item', 'Materials: clay'],
    ];
    expect(said([...properties, ...BODY])).toEqual([]);
    expect(said([['paragraph', 'TL;DR: Which ferry is the best? My choice after ten trips'], ...BODY])).toEqual([]);
    expect(said([...list, ['item', 'Ten ferries that could be next ›'], ...BODY])).toEqual([
      'The bridge closes',
      'A ferry runs',
    ]);
  });
});
