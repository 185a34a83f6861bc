/**
 * Restored blocks are kept: by their words on one page, by their shape on every page of a site, and never by tag alone.
 */
import { describe, expect, it } from 'vitest';
import type { Verdict } from '../../../../../src/core/article/judge/verdict.ts';
import { keepBroughtBack } from '../../../../../src/core/article/removals/brought-back.ts';
import { survey } from '../../../../../src/core/article/page/survey.ts';

const TIP = 'Lay the rope in the sun for a day before you splice it';
const CARD = 'Ten kitchen knives that chefs would buy again';

/** A page whose paragraphs are kept and everything else is removed. */
function judged(inner: string) {
  const document = new DOMParser().parseFromString(`<div class="story">${inner}</div>`, 'text/html');
  const page = survey(document, { plain: false });
  const verdicts = page.runs.map(({ text }): Verdict => ({
    keep: text.startsWith('Prose'),
    score01: 0.1,
    reason: 'other-topic',
  }));
  const kept = () => page.runs.filter((_, at) => verdicts[at]?.keep).map(({ text }) => text);
  return { page, verdicts, kept };
}

const first = (tip: string) =>
  judged(
    `<p>Prose one.</p><aside class="tip box-12"><h4>A tip</h4><p>${tip}</p></aside><p>Prose two.</p><div ` +
      `class="card"><p>${CARD}</p></div>`,
  );

describe('a restored block', () => {
  it('is restored by its words, and gives its shape', () => {
    const { page, verdicts, kept } = first(TIP);
    const found = keepBroughtBack(page, verdicts, [`A tip\n${TIP}`], []);
    expect(kept()).toEqual(['Prose one.', 'A tip', TIP, 'Prose two.']);
    expect(found).toEqual([{ text: `A tip\n${TIP}`, shape: 'aside.box.tip < div.story', onSite: false }]);
  });

  it('is restored by its shape on another page, whatever its text, and nothing else is', () => {
    const { page, verdicts, kept } = first('Soak the oars overnight');
    const found = keepBroughtBack(page, verdicts, [], ['aside.box.tip < div.story']);
    expect(kept()).toEqual(['Prose one.', 'A tip', 'Soak the oars overnight', 'Prose two.']);
    expect(found).toEqual([
      { text: 'A tip\nSoak the oars overnight', shape: 'aside.box.tip < div.story', onSite: true },
    ]);
  });

  it('has no shape if only the box around the article has a name', () => {
    const { page, verdicts, kept } = judged(`<p>Prose one.</p><div><p>${TIP}</p></div><p>Prose two.</p>`);
    expect(keepBroughtBack(page, verdicts, [TIP], [])).toEqual([{ text: TIP, shape: null, onSite: false }]);
    expect(kept()).toContain(TIP);
  });

  it('does not reveal hidden blocks of that shape, and changes nothing if there is nothing to keep', () => {
    const hidden = judged(`<p>Prose one.</p><aside class="tip" hidden><p>${TIP}</p></aside>`);
    expect(keepBroughtBack(hidden.page, hidden.verdicts, [], ['aside.tip < div.story'])).toEqual([]);
    expect(hidden.kept()).toEqual(['Prose one.']);
    const { page, verdicts, kept } = first(TIP);
    expect(keepBroughtBack(page, verdicts, [], [])).toEqual([]);
    expect(kept()).toEqual(['Prose one.', 'Prose two.']);
  });
});
