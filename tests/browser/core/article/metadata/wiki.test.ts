/** wikiPage: a wiki page has no author, and the date of its last edit. */
import { describe, expect, it } from 'vitest';
import { metadata } from '../../../../../src/core/article/metadata/metadata.ts';
import { wikiPage } from '../../../../../src/core/article/metadata/wiki.ts';

const parsed = (html: string) => new DOMParser().parseFromString(html, 'text/html');
const FACTS =
  '<script type="application/ld+json">' +
  '{"@type":"Article","name":"Salt","author":{"@type":"Organization","name":"Contributors to ' +
  'Openpedia"},"datePublished":"2003-02-28"}</script>';

describe('a page of a wiki', () => {
  it('shows its last edit, in every language', () => {
    const of = (lang: string, words: string) =>
      wikiPage(parsed(`<body class="mediawiki"><h1>Salt</h1><footer><ul><li>${words}</li></ul></footer>`), lang)
        ?.edited;
    expect(of('en', 'This page was last edited on 3 May 2024, at 10:12 (UTC).')).toMatch(/^2024-05-03/);
    expect(of('fr', 'La dernière modification de cette page a été faite le 3 mai 2024 à 10:12.')).toMatch(
      /^2024-05-03/,
    );
    expect(of('en', 'Founded on 3 May 2004.')).toBeUndefined();
  });

  it('has no author, and not the date of its first version', () => {
    const html =
      `<html lang="en"><head><title>Salt – Openpedia</title>${FACTS}</head><body><main><h1>Salt` +
      `</h1><div class="mw-parser-output"><p>Salt is scraped.</p></div></main>
      <ul><li id="footer-info-lastmod">This page was last edited on 3 May 2024, at 10:12.</li></ul></body></html>`;
    const { byline, publishedTime } = metadata(parsed(html), { url: 'https://en.openpedia.example/wiki/Salt' });
    expect([byline, publishedTime?.slice(0, 10)]).toEqual([undefined, '2024-05-03']);
  });
});

it('is distinguished from other pages', () => {
  expect(wikiPage(parsed('<p>Salt. Updated 3 May 2024.</p>'), 'en')).toBeUndefined();
  expect(wikiPage(parsed('<meta name="generator" content="DokuWiki"><p>Salt.</p>'), 'en')).toEqual({});
});
