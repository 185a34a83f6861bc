import { expect, it } from 'vitest';
import { articleOf, paragraphs } from '../../../../../fixtures/salt.ts';

const DESCRIPTION = 'Nine mills have gone and one pump does their work, but the pans are scraped by hand.';
const page = (line: string) =>
  `<article><header><div><a href="/sea">Sea</a></div><h1>Salt behind the dunes</h1><div class="dek"><p>${line}</p></div>
   <p>By Ida Brandt</p></header>${paragraphs(0, 5)}</article>`;
const head = `<meta name="description" content="${DESCRIPTION}">`;

it('keeps the line above the text that the head gives as description', () => {
  expect(articleOf(page(DESCRIPTION), head).text.split('\n')[0]).toBe(DESCRIPTION);
});

it('says it once', () => {
  const { text } = articleOf(
    `<article><h1>Salt</h1><p>${DESCRIPTION}</p><p>${DESCRIPTION}</p>${paragraphs(0, 5)}</article>`,
    head,
  );
  expect(text.split(DESCRIPTION).length - 1).toBeLessThanOrEqual(1);
});
