/**
 * page-model: properties for any page: parents first, nested ranges, counts that add up, pieces of the page's own text.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Page } from '../../../../../src/core/article/page/model.ts';
import { survey } from '../../../../../src/core/article/page/survey.ts';

const bit = fc.constantFrom(
  'tide ',
  '港口',
  ' مرفأ',
  '\n',
  '&nbsp;',
  '<br>',
  '<img alt="">',
  '<b>bold</b>',
  '<a href="/x">link</a>',
  '<a href="#n">1</a>',
  '<script>x</script>',
);
const { html } = fc.letrec<{ html: string }>((tie) => ({
  html: fc.oneof(
    { depthSize: 'small' },
    bit,
    fc
      .tuple(
        fc.constantFrom(
          'div',
          'p',
          'h2',
          'ul',
          'li',
          'pre',
          'span',
          'em',
          'x-y',
          'section',
          'div hidden',
          'table',
          'td',
        ),
        fc.array(tie('html'), { maxLength: 5 }),
      )
      .map(([tag, inside]) => `<${tag}>${inside.join('')}</${tag.split(' ')[0]}>`),
  ),
}));
const pageOf = (body: string): Page => survey(new DOMParser().parseFromString(body, 'text/html'));
const pages = (check: (page: Page) => void) =>
  fc.assert(fc.property(fc.array(html, { maxLength: 6 }), (parts) => check(pageOf(parts.join('')))));
const bare = (text: string) => text.replace(/\s/gu, '');

describe('a page', () => {
  it('numbers boxes and runs in reading order, parents first, each element once', () =>
    pages(({ boxes, runs }) => {
      expect(new Set(boxes.map((box) => box.element)).size).toBe(boxes.length);
      boxes.forEach((box, at) => {
        expect(box.index).toBe(at);
        expect(box.depth).toBe(box.parent ? box.parent.depth + 1 : 0);
        if (box.parent) expect(box.parent.index).toBeLessThan(at);
        expect(box.boxes).toBe(boxes.filter((one) => one.parent === box).length);
      });
      runs.forEach((run, at) => expect(run.index).toBe(at));
    }));
  it('has nested ranges, and each run is in the range of its box', () =>
    pages(({ boxes, runs }) => {
      for (const { firstRun, endRun, parent } of boxes) {
        expect(firstRun).toBeLessThanOrEqual(endRun);
        if (!parent) continue;
        expect(parent.firstRun).toBeLessThanOrEqual(firstRun);
        expect(parent.endRun).toBeGreaterThanOrEqual(endRun);
      }
      for (const { index, box } of runs) {
        expect(index).toBeGreaterThanOrEqual(box.firstRun);
        expect(index).toBeLessThan(box.endRun);
      }
    }));
  it("has counts that add up: a run's own letters, and a box's letters of all its runs", () =>
    pages(({ boxes, runs }) => {
      for (const run of runs) {
        expect(run.chars).toBe(bare(run.text).length);
        expect(run.chars).toBeGreaterThan(0);
        expect(run.linkChars).toBeLessThanOrEqual(run.chars);
        expect(run.strongChars).toBeLessThanOrEqual(run.chars);
        expect(run.href === '').toBe(run.links === 0);
      }
      for (const box of boxes) {
        const own = runs.slice(box.firstRun, box.endRun);
        expect(box.chars).toBe(own.reduce((sum, run) => sum + run.chars, 0));
        expect(box.linkChars).toBe(own.reduce((sum, run) => sum + run.linkChars, 0));
      }
    }));
  it('has pieces of the page’s own text, in order and without overlap', () =>
    pages(({ runs }) => {
      let before: { node: Text; to: number } | undefined;
      for (const run of runs) {
        expect(bare(run.pieces.map(({ node, from, to }) => node.data.slice(from, to)).join(''))).toBe(bare(run.text));
        for (const { node, from, to } of run.pieces) {
          expect(from).toBeLessThanOrEqual(to);
          expect(to).toBeLessThanOrEqual(node.data.length);
          if (before?.node === node) expect(from).toBeGreaterThanOrEqual(before.to);
          before = { node, to };
        }
      }
    }));
  it('loses no letter that the page shows', () => {
    const page = pageOf('<div>a<p>b<em>c</em></p>d<ul><li>港<li>口</ul></div><pre>x  y\nz</pre>tail');
    expect(page.runs.map((run) => bare(run.text)).join('')).toBe('abcd港口xyztail');
    expect(
      page.runs
        .filter((run) => run.preformatted)
        .map((run) => run.text)
        .join('\n'),
    ).toContain('x  y');
  });
});
