/** A person's corrections for a site whose pages are read wrongly: more, less, or one part of the page. */
import { describe, expect, it } from 'vitest';
import type { Page } from '../../../../../src/core/article/page/model.ts';
import { survey } from '../../../../../src/core/article/page/survey.ts';
import { read } from '../../../../../src/core/article/read.ts';
import { type Correction, applyCorrection } from '../../../../../src/core/article/removals/correction.ts';

const MENU = '<nav><p><a href="/a">Harbour news and weather</a></p></nav>';
const KEPT = '<h2>Boats</h2><p>Kept: the boats lie at the quay until the tide is in.</p>';
const DOUBTED = '<p>Doubted: the nets are mended on the beach in winter.</p>';
const LOST = '<p>Lost: the old men of the village carry the anchors.</p>';
const CARD = '<div class="card"><p><a href="/b">Linked: ten knives to buy again</a></p></div>';

/** A page whose texts give the judge's verdicts. */
function judged(inner: string, correction: Correction): { kept: string[]; changed: boolean; page: Page } {
  const page = survey(new DOMParser().parseFromString(inner, 'text/html'), { plain: false });
  const verdicts = page.runs.map(({ text }) => {
    const keep = /^(?:Kept|Doubted|Boats)/u.test(text);
    const score01 = text.startsWith('Doubted') ? 0.6 : keep ? 0.95 : 0.1;
    return {
      keep,
      score01,
      reason: text.startsWith('Linked') ? ('links-elsewhere' as const) : ('other-topic' as const),
    };
  });
  const changed = applyCorrection(page, verdicts, correction);
  return {
    page,
    changed,
    kept: page.runs.filter((_, at) => verdicts[at]?.keep).map(({ text }) => text.split(':')[0] ?? ''),
  };
}

const PAGE =
  `${MENU}<main>${KEPT}${DOUBTED}${LOST}${CARD}<p hidden>Hidden: words that no reader sees.</p>` +
  '</main><footer><p>Foot: imprint.</p></footer>';

describe('keep more', () => {
  it('restores the text around the article, not menus, links to elsewhere or hidden content', () => {
    expect(judged(PAGE, { keep: 'more' }).kept).toEqual(['Boats', 'Kept', 'Doubted', 'Lost']);
  });

  it('keeps all readable text of a page if nothing was kept', () => {
    expect(judged(`${MENU}<main>${LOST}</main>`, { keep: 'more' }).kept).toEqual(['Lost']);
  });
});

describe('keep less', () => {
  it('removes what the judge doubts, and a heading that is left without text', () => {
    const { kept } = judged(`<main>${KEPT}${DOUBTED}</main>`, { keep: 'less' });
    expect(kept).toEqual(['Boats', 'Kept']);
  });

  it('removes nothing if the judge doubts most of the page', () => {
    const { kept, changed } = judged(`<main>${KEPT}${DOUBTED}${DOUBTED}${DOUBTED}</main>`, { keep: 'less' });
    expect(changed).toBe(false);
    expect(kept).toHaveLength(5);
  });
});

describe('one part of the page', () => {
  const parted = (inner: string) =>
    `<div class="page"><div class="side">${LOST}</div><div class="text">${inner}</div></div>`;

  it('is read as the judge decides if the judge kept most of it', () => {
    const { kept } = judged(parted(KEPT + CARD), { part: { path: 'div.text < div.page', order: 0 } });
    expect(kept).toEqual(['Boats', 'Kept']);
  });

  it('is read completely if the judge kept little of it, and with "keep more"', () => {
    const part = { path: 'div.side < div.page', order: 0 };
    expect(judged(parted(KEPT), { part }).kept).toEqual(['Lost']);
    const whole = { part: { path: 'div.text < div.page', order: 0 }, keep: 'more' as const };
    expect(judged(parted(KEPT + CARD), whole).kept).toEqual(['Boats', 'Kept', 'Linked']);
  });

  it('is ignored on a page without it', () => {
    const { kept, changed } = judged(parted(KEPT), { part: { path: 'section.story', order: 0 } });
    expect(changed).toBe(false);
    expect(kept).toEqual(['Boats', 'Kept']);
  });
});

describe('a corrected article', () => {
  const sentence = 'The ferry leaves the island at seven and comes back with the mail before noon. ';
  const body = `<p>${sentence.repeat(4)}</p>`.repeat(4);
  const html =
    `<title>The ferry</title><article class="story"><h1>The ferry</h1>${body}</article><div ` +
    'class="letters"><p>Dear readers, the post office asks you to collect your parcels. It closes at five.</p></div>';
  const text = (correction?: Correction) => {
    const document = new DOMParser().parseFromString(html, 'text/html');
    const article = read(document, { url: 'https://example.org/ferry', correction });
    return article.ok ? article.value.text : '';
  };

  it('is the part alone, or the whole article if the part has no text', () => {
    expect(text({ part: { path: 'div.letters', order: 0 } })).toMatch(/^Dear readers.*at five\.$/u);
    expect(text({ part: { path: 'h1 < article.story', order: 0 } })).toBe(text());
    expect(text()).toContain('The ferry leaves');
  });
});
