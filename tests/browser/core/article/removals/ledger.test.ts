/**
 * ledger: everything that was removed, once: one entry for each teaser inside the article and each part of the page
 * outside it, with reason, position and nodes.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RemovalReason } from '../../../../../src/core/article/article.ts';
import type { Verdict } from '../../../../../src/core/article/judge/verdict.ts';
import { ledger } from '../../../../../src/core/article/removals/ledger.ts';
import { survey } from '../../../../../src/core/article/page/survey.ts';

const LENGTH = 1000;
/**
 * `-` removes a run, `+` keeps it. The article's text has ten characters for each kept run. `root` is the smallest box
 * around everything kept.
 */
function told(
  html: string,
  marks: string,
  reasons: Record<number, RemovalReason> = {},
  scores: Record<number, number> = {},
) {
  const page = survey(new DOMParser().parseFromString(html, 'text/html'));
  expect(page.runs).toHaveLength(marks.length);
  const verdicts = page.runs.map((_, at): Verdict => ({
    keep: marks[at] === '+',
    score01: scores[at] ?? (marks[at] === '+' ? 0.9 : 0.1),
    reason: reasons[at] ?? 'other-topic',
  }));
  const kept = page.runs.filter((_, at) => marks[at] === '+').map((run) => run.index);
  const starts = new Map(kept.map((at, order) => [at, order * 10]));
  const first = kept[0];
  const last = kept[kept.length - 1];
  const root =
    first === undefined || last === undefined
      ? undefined
      : page.boxes.findLast((box) => box.firstRun <= first && box.endRun > last);
  return { page, ...ledger({ page, judged: verdicts, verdicts, startOfRun: starts, length: LENGTH, root }) };
}
const p = (...texts: string[]) => texts.map((text) => `<p>${text}</p>`).join('');
const excerpt =
  'The herring came back to the northern bay this spring, and nobody there can say for certain why it did so now.';

describe('ledger', () => {
  it('is empty if nothing was removed', () => {
    expect(told(p('a', 'b'), '++')).toMatchObject({ removed: [], nodes: [] });
    expect(told('', '')).toMatchObject({ removed: [], nodes: [] });
  });
  it('lists a teaser of title and excerpt as one entry, and the next as another, each at its position', () => {
    const { removed, nodes, page } = told(
      `<article>${p('kept', 'Herring are back', excerpt, 'Salt is dear again', excerpt, 'kept')}</article>`,
      '+----+',
    );
    expect(removed.map((one) => one.text)).toEqual([`Herring are back\n${excerpt}`, `Salt is dear again\n${excerpt}`]);
    expect(removed.map((one) => [one.start, one.inside])).toEqual([
      [10, true],
      [10, true],
    ]);
    expect(nodes[0]).toEqual([page.runs[1]?.box.element, page.runs[2]?.box.element]);
  });
  it('has no entry of its own for a bar or a zero-width character; it belongs to its neighbour', () => {
    const { removed, nodes } = told(
      `<article>${p('kept', '|', 'Herring are back', '\u200b', 'kept')}</article>`,
      '+---+',
    );
    expect(removed.map(({ text }) => text)).toEqual(['|\nHerring are back\n\u200b']);
    expect(nodes[0]).toHaveLength(3);
  });
  it('separates cards by their boxes', () => {
    const card = (title: string) => `<div><h3>${title}</h3><p>May 3</p></div>`;
    const { removed } = told(`<article><p>kept</p>${card('潮汐表')}${card('渡轮时刻')}<p>kept</p></article>`, '+----+');
    expect(removed.map((one) => one.text)).toEqual(['潮汐表\nMay 3', '渡轮时刻\nMay 3']);
  });
  it('lists each part of the page outside the article as one entry, with its box as node', () => {
    const { removed, nodes, page } = told(
      `<nav>${p('Home', 'Tides', 'Winds')}</nav><article>${p('kept', 'kept')}</article>` +
        `<footer>${p('©', 'Legal')}</footer>`,
      '---++--',
    );
    expect(removed.map((one) => [one.text, one.start, one.inside])).toEqual([
      ['Home\nTides\nWinds', 0, false],
      ['©\nLegal', LENGTH, false],
    ]);
    expect(nodes).toEqual([[page.document.querySelector('nav')], [page.document.querySelector('footer')]]);
  });
  it('shows the most specific reason, and the highest confidence of its lines', () => {
    const { removed } = told(
      `<article>${p('kept', 'Herring are back', excerpt, 'kept')}</article>`,
      '+--+',
      { 2: 'breaks-off' },
      { 1: 0.4, 2: 0.05 },
    );
    expect(removed).toHaveLength(1);
    expect(removed[0]).toMatchObject({ reason: 'breaks-off', score01: 0.95 });
  });
  it('points only at the letters if a line shares its box with kept text', () => {
    const { nodes, page } = told('<article><div>kept<br><br>Tide tables</div><p>kept</p></article>', '+-+');
    expect(nodes[0]).toEqual(page.runs[1]?.pieces.map((piece) => piece.node));
  });
  it('has a size limit', () => {
    const { removed } = told(
      `<nav>${p(...Array.from({ length: 500 }, () => excerpt))}</nav><p>kept</p>`,
      `${'-'.repeat(500)}+`,
    );
    expect(removed).toHaveLength(1);
    expect(removed[0]?.text.length).toBeLessThan(5000);
  });
  it('lists everything that was removed once, in order, and nothing that was kept, on any page', () =>
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom('p', 'div', 'section', 'li'), fc.boolean(), fc.boolean()), { maxLength: 14 }),
        (lines) => {
          const html = lines
            .map(
              ([tag, , nested], at) => `${nested ? '<div>' : ''}<${tag}>line ${at}</${tag}>${nested ? '</div>' : ''}`,
            )
            .join('');
          const { removed, nodes, page } = told(
            `<main>${html}</main>`,
            lines.map(([, keep]) => (keep ? '+' : '-')).join(''),
          );
          expect(removed.flatMap((one) => one.text.split('\n'))).toEqual(
            page.runs.filter((_, at) => !lines[at]?.[1]).map((run) => run.text),
          );
          expect(nodes).toHaveLength(removed.length);
          page.runs.forEach((run, at) => {
            const gone = nodes.flat().some((node) => node.contains(run.pieces[0]?.node ?? null));
            expect(gone, run.text).toBe(!lines[at]?.[1]);
          });
          for (const [at, one] of removed.entries()) {
            expect(one.start).toBeGreaterThanOrEqual(removed[at - 1]?.start ?? 0);
            expect(one.score01).toBeCloseTo(0.9, 5);
          }
        },
      ),
    ));
});
