import { describe, expect, it } from 'vitest';
import { copiesOfNotes } from '../../../../../src/core/article/tree/side-notes.ts';
import { survey } from '../../../../../src/core/article/page/survey.ts';
import { read } from '../../../../../src/core/article/read.ts';

const mark = (n: number) => `<sup><a href="#fn-${n}">${n}</a></sup>`;
const page = (side: string, notes = '') =>
  new DOMParser().parseFromString(
    `<h1>Round forms</h1><main><p>It is about roundness${mark(1)}<span class="sidenote">${side}</span> and more of it,
    for those who look at forms all day and never tire of them.</p><p>There is a second paragraph as well, which says
    nothing new but is long enough for a page of its own.</p>${notes}</main>`,
    'text/html',
  );
const list = '<div><sup id="fn-1"><a>1</a></sup><p>The roundest form is the egg.</p></div>';

describe('a note within a sentence', () => {
  it('is left out if its words are in the list of notes', () => {
    const found = read(page('<span>1. </span>The roundest form is the egg', list), { url: 'https://forms.example/' });
    const text = found.ok ? found.value.text : '';
    expect(text).toContain('about roundness1 and more of it');
    expect(text.split('The roundest form is the egg')).toHaveLength(2);
  });
  it('stays if they are nowhere else, or if the list is not kept', () => {
    const ask = (document: Document, keeps: boolean) => {
      const note = document.querySelector('.sidenote');
      const { runs } = survey(document, { isHidden: undefined, plain: false });
      return note && copiesOfNotes(keeps ? runs : [])(note);
    };
    expect(ask(page('The roundest form is the egg', list), true)).toBe(true);
    expect(ask(page('The roundest form is the egg', list), false)).toBe(false);
    expect(ask(page('A wholly different thing', list), true)).toBe(false);
    expect(ask(page('The roundest form is the egg'), true)).toBe(false);
  });
  it('may stand beside a form, or point at one, whose fields are named like its members', () => {
    const fields = ['matches', 'querySelector', 'textContent', 'contains', 'parentElement', 'getAttribute'];
    const form = (id: string) => `<form id="${id}">${fields.map((name) => `<input name="${name}">`).join('')}</form>`;
    const note = '<span class="sidenote">The roundest form is the egg</span>';
    const document = new DOMParser().parseFromString(
      `<main><div>${form('a')}${note}</div><p>It is about roundness<a href="#b">1</a>${note}</p>${form('b')}</main>`,
      'text/html',
    );
    const isCopy = copiesOfNotes(survey(document, { isHidden: undefined, plain: false }).runs);
    expect([...document.querySelectorAll('.sidenote')].map(isCopy)).toEqual([false, false]);
  });
  it('takes time that grows with the page alone', () => {
    const side = '<a href="#all">1</a><span class="sidenote">The roundest form is the egg</span>';
    const document = page(
      side.repeat(2000),
      `<div id="all">${'<p>The squarest form is the box.</p>'.repeat(2000)}</div>`,
    );
    const { runs } = survey(document, { isHidden: undefined, plain: false });
    const started = performance.now();
    const isCopy = copiesOfNotes(runs);
    for (const note of document.querySelectorAll('.sidenote')) expect(isCopy(note)).toBe(false);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
