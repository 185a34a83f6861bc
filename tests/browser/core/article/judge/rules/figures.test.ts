/**
 * captions, figuresOfArticle, keptMedia: an article's pictures stay with their captions; cards and portraits do not.
 */
import { describe, expect, it } from 'vitest';
import { captions as rule, figuresOfArticle } from '../../../../../../src/core/article/judge/rules/figures.ts';
import { keptMedia } from '../../../../../../src/core/article/judge/kept/kept-media.ts';
import { survey } from '../../../../../../src/core/article/page/survey.ts';
import type { Verdict } from '../../../../../../src/core/article/judge/verdict.ts';

const SAID = 'The cliff loses most of its ground in the quiet weeks after rain, and hardly any in a storm. ';
const said = `<p>${SAID.repeat(2)}</p>`;
const figure = (id: string, caption = `Photo ${id}: Tom <b>Reed</b>`) =>
  `<figure><img id="${id}" src="/${id}.jpg"><figcaption>${caption}</figcaption></figure>`;

/** Captions and pictures that stay if the judge keeps only `SAID`. */
function shown(html: string): { captions: string[]; pictures: string[] } {
  const page = survey(new DOMParser().parseFromString(html, 'text/html'));
  const judged = page.runs.map(({ text }): Verdict => ({
    keep: text.startsWith(SAID.trim()),
    score01: 0.2,
    reason: 'other-topic',
  }));
  const verdicts = rule.apply({ page, url: '', title: '', tables: new Set() }, judged);
  const figures = figuresOfArticle(page, judged);
  const keep = Uint8Array.from(verdicts, (verdict) => (verdict.keep ? 1 : 0));
  let root = page.runs[keep.indexOf(1)]?.box;
  while (root && root.endRun <= keep.lastIndexOf(1)) root = root.parent;
  if (!root) throw new Error('nothing kept');
  const pictures = [...keptMedia(page, keep, root, figures, verdicts)].map((one) => one.id);
  const captions = page.runs.filter(({ index, text }) => keep[index] && !text.startsWith(SAID.trim()));
  return { pictures, captions: captions.map(({ text }) => text) };
}

describe('captions', () => {
  it('stay with their picture between two kept blocks', () => {
    const { captions, pictures } = shown(`<main>${said}${figure('a')}${said}</main>`);
    expect(captions).toEqual(['Photo a: Tom Reed']);
    expect(pictures).toEqual(['a']);
  });
  it('stay if two figures follow each other, and at the end of the text', () => {
    const { pictures } = shown(`<main>${said}${figure('a')}${figure('b')}${said}${figure('c')}</main>`);
    expect(pictures).toEqual(['a', 'b', 'c']);
  });
  it('stay below a picture in a box that is named after it', () => {
    const box = '<div class="wp-caption"><img id="a" src="/a.jpg"><p>The cliff in March</p></div>';
    expect(shown(`<main>${said}${box}${said}</main>`).captions).toEqual(['The cliff in March']);
  });
  it('stay if they link to the source of the picture', () => {
    const source = figure('a', 'Photo: <a href="https://coast.example/">Coast Archive</a>');
    expect(shown(`<main>${said}${source}${said}</main>`)).toEqual({
      captions: ['Photo: Coast Archive'],
      pictures: ['a'],
    });
  });
  it('are removed with cards that lead elsewhere, and lose counters and buttons', () => {
    const card = figure('b', '<a href="/b">Ten boats to see</a>');
    expect(shown(`<main>${said}${card}${said}</main>`).captions).toEqual([]);
    const linked = `<a href="/b"><img src="/b.jpg"></a><figcaption>See <a href="/b">Ten boats</a></figcaption>`;
    expect(shown(`<main>${said}<figure>${linked}</figure>${said}</main>`).captions).toEqual([]);
    const counted = figure('a', 'The cliff <div>1 / 7</div><div><button>Open the picture</button></div>');
    expect(shown(`<main>${said}${counted}${said}</main>`).captions).toEqual(['The cliff']);
  });
  it('that several pictures repeat appear once', () => {
    const twice = figure('a', 'The Courier') + figure('b', 'The Courier');
    expect(shown(`<main>${said}${twice}${said}</main>`)).toEqual({ captions: ['The Courier'], pictures: ['a', 'b'] });
  });
});

describe('pictures', () => {
  const head = (inside: string) =>
    `<article><header><h1>The cliff</h1>${inside}</header><div>${said}${said}</div></article>`;
  it('stay above the first paragraph, with or without a caption', () => {
    expect(shown(head(figure('a')))).toEqual({ captions: ['Photo a: Tom Reed'], pictures: ['a'] });
    expect(shown(head('<p>By Orla Fenwick</p><img id="a" src="/a.jpg">')).pictures).toEqual(['a']);
  });
  it('above it are not portraits, icons or cards, nor from another part of the page', () => {
    expect(shown(head('<img id="a" class="avatar" src="/a.jpg">')).pictures).toEqual([]);
    expect(shown(head('<img id="a" width="48" height="48" src="/a.jpg">')).pictures).toEqual([]);
    expect(shown(head('<a href="/other"><img id="a" src="/a.jpg"></a>')).pictures).toEqual([]);
    expect(shown(`<nav><img id="a" src="/a.jpg"></nav><main><h1>The cliff</h1>${said}</main>`).pictures).toEqual([]);
  });
  it('in a link stay if the link enlarges them', () => {
    const linked = (href: string) =>
      `<main>${said}<div><a href="${href}"><img id="a" src="/a.jpg"></a></div>${said}</main>`;
    expect(shown(linked('/a-large.jpg')).pictures).toEqual(['a']);
  });
});
