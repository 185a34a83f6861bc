/**
 * snapshot: a page without its document. It has all counts and relations, and recognises equal texts and equal shapes.
 */
import { describe, expect, it } from 'vitest';
import { takeSnapshot } from '../../../../../src/core/article/judge/snapshot.ts';
import { survey } from '../../../../../src/core/article/page/survey.ts';

function snapshotOf(html: string, title = '') {
  const page = survey(new DOMParser().parseFromString(html, 'text/html'));
  return { page, ...takeSnapshot(page, title) };
}
const card = (words: string, inside = 'p') =>
  `<div class="card"><h3>${words}</h3><${inside}>${words}!</${inside}></div>`;

describe('snapshot', () => {
  it("has the page's counts for each box and run", () => {
    const { page, runs, boxes } = snapshotOf(
      '<div id="story"><h1>港口</h1><p>a <a href="/x">link</a> and <b>bold</b></p><pre>x  y</pre><p hidden>' +
        'gone</p></div><ul><li><time>May</time><li><img alt="">2</ul>',
    );
    expect(
      runs.map((run) => [run.chars, run.linkChars, run.strongChars, run.hidden, run.preformatted, run.hasTime]),
    ).toEqual(
      page.runs.map((run) => [run.chars, run.linkChars, run.strongChars, run.hidden, run.preformatted, run.hasTime]),
    );
    expect(runs.map((run) => boxes[run.box]?.tag)).toEqual(page.runs.map((run) => run.box.tag));
    expect(boxes.map((box) => box.parent)).toEqual(page.boxes.map((box) => box.parent?.index ?? -1));
    expect(boxes.map((box) => [box.firstRun, box.endRun, box.images])).toEqual(
      page.boxes.map((box) => [box.firstRun, box.endRun, box.images]),
    );
    expect(boxes.find((box) => box.tag === 'div')?.names).toEqual(['<div>', 'story']);
  });
  it('can be stored, because it has only numbers and strings', () => {
    const { runs, boxes, title, plain } = snapshotOf('<p>a</p>', 'A title');
    expect(structuredClone({ runs, boxes, title, plain })).toEqual({ runs, boxes, title, plain });
    expect(title.words).toHaveLength(2);
    expect(plain).toBe(false);
  });
  it('treats equal texts as equal, and no others', () => {
    const { runs } = snapshotOf('<p>潮汐</p><p>潮汐</p><p>汐潮</p><p>Tide</p><p>tide</p>');
    const [one, two, three, four, five] = runs.map((run) => run.hash);
    expect(one).toBe(two);
    expect(new Set([one, three, four, five]).size).toBe(4);
  });
  it('knows whether a line links nowhere, within the page, or to the same place as another', () => {
    const { runs } = snapshotOf(
      '<p>a</p><p><a href="#n1">1</a></p><p><a href="#n2">2</a></p><p><a href="/x">b</a></p><p><a href="/x">' +
        'c</a></p><p><a href="/y">d</a></p>',
    );
    const [none, first, second, x, again, y] = runs.map((run) => run.hrefHash);
    expect([none, first, second]).toEqual([0, 1, 1]);
    expect(x).toBe(again);
    expect(x).not.toBe(y);
    for (const one of [x, y]) expect([0, 1]).not.toContain(one);
  });
  it('recognises cards of one shape by their parts, not by their words', () => {
    const shapesOf = (html: string) =>
      snapshotOf(html)
        .boxes.filter((box) => box.names.includes('card'))
        .map((box) => box.shape);
    const [one, two, other] = shapesOf(card('Rope') + card('A much longer title of a sail') + card('Tar', 'ul'));
    expect(one).toBe(two);
    expect(one).not.toBe(other);
    const [plain, named] = snapshotOf('<section><p>a</p><p class="x lead">b</p></section>').boxes.filter(
      (box) => box.tag === 'p',
    );
    expect(plain?.shape).not.toBe(named?.shape);
  });
  it('accepts an empty page', () => {
    const { runs, boxes } = snapshotOf('');
    expect(runs).toEqual([]);
    expect(boxes[0]).toMatchObject({ parent: -1, chars: 0, tag: 'body' });
  });
});
