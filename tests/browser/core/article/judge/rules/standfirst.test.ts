import { expect, it } from 'vitest';
import type { JudgedPage, Verdicts } from '../../../../../../src/core/article/judge/rules/rule.ts';
import { standfirst } from '../../../../../../src/core/article/judge/rules/standfirst.ts';
import { articleOf, paragraphs } from '../../../../../fixtures/salt.ts';

const DESCRIPTION = 'Nine mills have gone and one pump does their work, but the pans are scraped by hand.';
const page = (line: string) =>
  `<article><header><div><a href="/sea">Sea</a></div><h1>Salt behind the dunes</h1><div class="dek"><p>${line}</p></div>
   <p>By Ida Brandt</p></header>${paragraphs(0, 5)}</article>`;
const head = `<meta name="description" content="${DESCRIPTION}">`;

it("keeps a line above the text that is the page's description", () => {
  expect(articleOf(page(DESCRIPTION), head).text.split('\n')[0]).toBe(DESCRIPTION);
});

it("keeps an editor's note with which the description begins, before it goes on with the first paragraph", () => {
  const note = 'Editor’s note: this is the second of three parts about the pans.';
  const told = `<meta name="description" content="${note} Nine mills have gone and one pump does their work, but …">`;
  expect(articleOf(page(note), told).text.split('\n')[0]).toBe(note);
});

it('leaves out the title with which the description begins', () => {
  const title = 'Nine mills have gone and one pump does their work today';
  const runs = [title, 'The pans'].map((text, index) => ({ text, hidden: false, box: { tag: 'p' }, index }));
  const judged = { page: { runs }, title, description: `${title}. The pans are scraped.` } as unknown as JudgedPage;
  const verdicts = [{ keep: false }, { keep: true }] as unknown as Verdicts;
  expect(standfirst.apply(judged, verdicts)).toEqual(verdicts);
});

it('leaves out a line that shares only a few words with the description', () => {
  const judged = {
    page: {
      runs: ['The pans', 'Nine mills'].map((text, index) => ({ text, hidden: false, box: { tag: 'p' }, index })),
    },
    title: '',
    description: `The pans: ${DESCRIPTION}`,
  } as unknown as JudgedPage;
  const verdicts = [{ keep: false }, { keep: true }] as unknown as Verdicts;
  expect(standfirst.apply(judged, verdicts)).toEqual(verdicts);
});

it('changes no verdict if the line is already kept', () => {
  const run = (index: number) => ({ text: DESCRIPTION, hidden: false, box: { tag: 'p' }, index });
  const judged = { page: { runs: [run(0), run(1)] }, title: '', description: DESCRIPTION } as unknown as JudgedPage;
  const verdicts = [{ keep: false }, { keep: true }] as unknown as Verdicts;
  expect(standfirst.apply(judged, verdicts)).toEqual(verdicts);
});
