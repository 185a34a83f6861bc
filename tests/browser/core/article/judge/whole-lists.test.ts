/** lists, tables, media: what belongs together stays or goes together. */
import { describe, expect, it } from 'vitest';
import { keepWholeLists } from '../../../../../src/core/article/judge/whole-lists.ts';
import { keptMedia } from '../../../../../src/core/article/judge/kept/kept-media.ts';
import { takeSnapshot } from '../../../../../src/core/article/judge/snapshot.ts';
import { survey } from '../../../../../src/core/article/page/survey.ts';
import { dataTables } from '../../../../../src/core/article/tree/tables.ts';

const pageOf = (html: string) => survey(new DOMParser().parseFromString(html, 'text/html'));
const joined = (html: string, likely: boolean[], scores: number[]) => {
  const kept = [...likely];
  keepWholeLists(takeSnapshot(pageOf(html), ''), kept, Float32Array.from(scores));
  return kept;
};
const list = '<ul><li>Rope of hemp</li><li>Sail of flax</li><li><a href="/x">Tar for hulls</a></li></ul>';

describe('keepWholeLists', () => {
  it('keeps the odd item with the list', () => {
    expect(joined(list, [true, true, false], [0.9, 0.9, 0.2])).toEqual([true, true, true]);
  });
  it('leaves out an item that surely does not belong, and a list that is mostly removed', () => {
    expect(joined(list, [true, true, false], [0.9, 0.9, 0.01])).toEqual([true, true, false]);
    expect(joined(list, [true, false, false], [0.9, 0.2, 0.2])).toEqual([true, false, false]);
  });
});

describe('dataTables', () => {
  const cells = '<tr><td>Ketch</td><td>2</td></tr><tr><td>Sloop</td><td>1</td></tr>';
  it('distinguishes data tables from layout tables', () => {
    expect(dataTables(pageOf(`<table>${cells}</table>`)).size).toBe(1);
    expect(dataTables(pageOf(`<table role="presentation">${cells}</table>`)).size).toBe(0);
    expect(dataTables(pageOf(`<table><tr><td>All in one column</td></tr><tr><td>So</td></tr></table>`)).size).toBe(0);
    expect(
      dataTables(
        pageOf(`<table><tr><td>a</td><td><table>${cells}</table></td></tr><tr><td>b</td><td>c</td></tr></table>`),
      ).size,
    ).toBe(1);
  });
});

describe('keptMedia', () => {
  it('keeps pictures among kept text, and drops those of a removed card', () => {
    const page = pageOf(
      '<main><p>One of the boats.</p><figure><img id="in" src="/a.jpg"></figure><p>Two of them.</p><div><a ' +
        'href="/x"><img id="card" src="/b.jpg"><h3>Other story</h3></a></div></main>',
    );
    const root = page.boxes[0];
    if (!root) throw new Error('no body');
    const kept = [...keptMedia(page, Uint8Array.from([1, 1, 0]), root)].map((one) => one.id);
    expect(kept).toEqual(['in']);
  });
});
