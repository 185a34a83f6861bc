/** notes: every mark in the text has its note, in the markup of common sites. */
import { describe, expect, it } from 'vitest';
import { notes as rule } from '../../../../../../src/core/article/judge/rules/notes.ts';
import { URL_OF_PAGE as url, afterRules, judgedPage, verdictsOf } from '../../../../../fakes/judged-page.ts';

/** The lines that are kept in addition to the text, if the judge keeps only the text. */
function notes(text: string, below: string): string[] {
  const html = `<main><div id="text"><p>${text}</p></div>${below}</main>`;
  const judged = judgedPage(html);
  const { page } = judged;
  const verdicts = afterRules(
    [rule],
    judged,
    verdictsOf(page, ({ box }) => box.parent?.element.id === 'text'),
  );
  return page.runs
    .filter(({ index, box }) => verdicts[index]?.keep && box.parent?.element.id !== 'text')
    .map(({ text }) => text);
}

describe('notes', () => {
  it.each([
    ['a list', '<sup><a href="#n1">1</a></sup>', '<ol><li id="n1">Says Moor.</li></ol>'],
    [
      'a paragraph with an anchor',
      '<a href="#_ftn1">[1]</a>',
      '<p><a name="_ftn1" href="#_ftnref1"></a>Says Moor.</p>',
    ],
    ['an anchor in an item', '<a href="#n1">1</a>', '<ul><li><span id="n1"></span>Says Moor.</li></ul>'],
    ['a full address', `<a href="${url}#n1">1</a>`, '<p id="n1">Says Moor.</p>'],
    ['an escaped address', '<a href="#n%C3%B6">*</a>', '<p id="nö">Says Moor.</p>'],
    ['a reference by name', '<a class="bibr" href="#b1">Moor 1988</a>', '<div id="b1"><p>Says Moor.</p></div>'],
  ])('that a mark points at stay: %s', (_, mark, below) =>
    expect(notes(`Cliffs walk.${mark}`, below)).toEqual(['Says Moor.']),
  );

  it('keep their whole list if most of it is referenced', () => {
    const list = '<ol><li id="a">One.</li><li id="b">Two.</li><li>Three.</li></ol>';
    expect(notes('A <a href="#a">1</a> and <a href="#b">2</a>.', list)).toEqual(['One.', 'Two.', 'Three.']);
  });
  it('that are hidden stay if the text is hidden too, until a script shows the page', () => {
    const list = '<ol><li id="n1">Says Moor.</li></ol>';
    const long = 'Cliffs walk in the quiet weeks after rain, a finger a day, and nobody sees them go.';
    const hide = (inside: string) => `<div style="visibility: hidden"><h1>Cliffs</h1>${inside}</div>`;
    const page = (html: string) => {
      const judged = judgedPage(html);
      const isText = ({ text }: { text: string }) => text.startsWith('Cliffs walk');
      const verdicts = afterRules([rule], judged, verdictsOf(judged.page, isText));
      return judged.page.runs.filter((run) => verdicts[run.index]?.keep && !isText(run)).map(({ text }) => text);
    };
    const text = `<p>${long}<a href="#n1">1</a></p>`;
    expect(page(hide(text + list))).toEqual(['Says Moor.']);
    expect(page(`<h1>Cliffs</h1>${text}${hide(list)}`)).toEqual([]);
  });
  it('are not the sections that a table of contents links to', () => {
    expect(notes('See <a href="#more">what else we wrote this week</a>.', '<div id="more">Ten boats.</div>')).toEqual(
      [],
    );
    expect(notes('See <a href="https://other.example/#n1">1</a>.', '<p id="n1">Ten boats.</p>')).toEqual([]);
  });
});
