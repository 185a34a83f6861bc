import { expect, it } from 'vitest';
import { articleOf, paragraphs } from '../../../../../fixtures/salt.ts';

const around = (sentence: string) =>
  articleOf(
    `<main><article><h1>Salt behind the dunes</h1>${paragraphs(0, 2)}${sentence}${paragraphs(2, 3)}</article></main>`,
  ).text;

it('keeps a sentence among the paragraphs even if most of it is links', () => {
  const links = ['weaker in frost', 'stronger after a rest', 'quick to chafe at the hook'];
  const linked = links.map((text, at) => `<a href="https://j.example/${at}">${text}</a>`);
  const sentence = `<p>Lines have been found to be ${linked.join(', ')}.</p>`;
  expect(around(sentence)).toContain('weaker in frost');
});

it('keeps a paragraph that is a whole sentence in one link', () => {
  const said =
    'In March the inspectors wrote that the hook had been trusted for eleven years and tested twice, in still water.';
  expect(around(`<p><a href="/2024/report">${said}</a></p>`)).toContain('trusted for eleven years');
});

it('leaves titles of other articles to the judge', () => {
  const teasers = ['Apple trees need pruning this month', 'Rye dough that rests tastes of more'];
  const text = around(teasers.map((title, at) => `<p><a href="/2024/${at}">${title}</a></p>`).join(''));
  for (const title of teasers) expect(text).not.toContain(title);
});
