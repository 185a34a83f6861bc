import { describe, expect, it } from 'vitest';
import type { ArticleElement, Block, Removal } from '../../../../../src/core/article/article.ts';
import { removalMarksOf } from '../../../../../src/views/reader/article/removal-marks.ts';

const WORDS = ['One.', 'Two.', 'Three.', 'Four.'];
const text = WORDS.join('\n');
const blocks: Block[] = WORDS.map((word) => ({
  kind: 'paragraph',
  start: text.indexOf(word),
  end: text.indexOf(word) + word.length,
}));
const element = (tag: ArticleElement['tag'], block: number): ArticleElement => ({
  tag,
  block,
  children: [WORDS[block] ?? ''],
});
const removal = (name: string, start: number, inside = true): Removal => ({
  ...{ text: name, start, inside, reason: 'other-topic', score01: 0.9 },
});

describe('where blocks were set aside', () => {
  it('is marked before the next block, once for all blocks in that place', () => {
    const [one, two] = [element('p', 0), element('p', 1)];
    const tree: ArticleElement = { tag: 'div', children: [one, { tag: 'section', children: [two, element('p', 2)] }] };
    const third = blocks[2]?.start ?? 0;
    const removed = [
      removal('a', third),
      removal('b', third),
      removal('beside', 0, false),
      removal('end', text.length),
    ];
    const { before, atEnd } = removalMarksOf({ tree, blocks, text, removed });
    expect([...before].map(([{ block }, all]) => [block, all.map((each) => each.text)])).toEqual([[2, ['a', 'b']]]);
    expect(atEnd.map((each) => each.text)).toEqual(['end']);
  });

  it('is marked between the items of a list, and before a whole table', () => {
    const list: ArticleElement = { tag: 'ul', children: [element('li', 0), element('li', 1)] };
    const row: ArticleElement = { tag: 'tr', children: [element('td', 2), element('td', 3)] };
    const table: ArticleElement = { tag: 'table', children: [row] };
    const tree: ArticleElement = { tag: 'div', children: [list, table] };
    const removed = [removal('item', blocks[1]?.start ?? 0), removal('cell', blocks[3]?.start ?? 0)];
    const { before } = removalMarksOf({ tree, blocks, text, removed });
    expect([...before].map(([{ tag, block }, all]) => [tag, block, all[0]?.text])).toEqual([
      ['li', 1, 'item'],
      ['table', undefined, 'cell'],
    ]);
  });

  it('keeps every mark, in any tree', () => {
    const tree: ArticleElement = { tag: 'div', children: ['words of no block'] };
    const { before, atEnd } = removalMarksOf({ tree, blocks, text, removed: [removal('a', 0)] });
    expect(before.size).toBe(0);
    expect(atEnd.map((each) => each.text)).toEqual(['a']);
  });

  it('is marked once at the end for the buttons and counters of a thread, but not for posts', () => {
    const post = (block: number): ArticleElement => ({ ...element('p', block), attributes: { role: 'post' } });
    const third = blocks[2]?.start ?? 0;
    const removed = [removal('Like Reply', third), removal('#2', third), removal('Same here.', third)];
    const placesIn = (...children: ArticleElement[]) => {
      const { before, atEnd } = removalMarksOf({ tree: { tag: 'div', children }, blocks, text, removed });
      return [[...before.values()].flat(), atEnd].map((all) => all.map((each) => each.text));
    };
    expect(placesIn(post(0), element('p', 1), post(2))).toEqual([['Same here.'], ['Like Reply', '#2']]);
    expect(placesIn(element('p', 0), element('p', 1), element('p', 2))).toEqual([
      removed.map(({ text: all }) => all),
      [],
    ]);
  });
});
