/** Hidden content is not read, unless a click or a script of the page shows it. */
import { describe, expect, it } from 'vitest';
import { read } from '../../../../../src/core/article/read.ts';

const url = 'https://mill.example/notes/weir';
const prose = (word: string) =>
  `<p>The ${word} of the mill was mended in the dry month, and the miller wrote down what it cost and who ` +
  'had helped.</p>';
const article = ['weir', 'wheel', 'sluice', 'race', 'stone'].map(prose).join('');
const page = (inner: string, attributes = '') =>
  `<!doctype html><html lang="en"><head><title>The mill and its weir</title></head><body ${attributes}>
  <nav><a href="/">Home</a></nav>${inner}<footer><a href="/terms">Terms</a></footer></body></html>`;
const main = (extra: string) =>
  page(`<main><article><h1>The mill and its weir</h1>${article}${extra}</article></main>`);
const notice = ['We ask your leave to keep small files on your machine.', 'Our partners measure what you look at.']
  .map((line) => `<p>${line} You may change your mind on this page whenever you like, or read our rules first.</p>`)
  .join('');

function textOf(html: string, isHidden?: (element: Element) => boolean): string {
  const result = read(new DOMParser().parseFromString(html, 'text/html'), { url, isHidden });
  if (!result.ok) throw new Error(result.error.kind);
  return result.value.text;
}

describe('hidden content', () => {
  it.each([
    ['the attribute hidden', `<div hidden>${notice}</div>`],
    ['display:none', `<div style="display: none">${notice}</div>`],
    ['visibility:hidden', `<section style="visibility:hidden">${notice}</section>`],
    ['a closed dialog', `<dialog>${notice}</dialog>`],
    ['an open modal dialog', `<div role="dialog" aria-modal="true">${notice}</div>`],
    ['a note for paper alone', `<div class="print-only">${notice}</div>`],
    ['the next article, loaded ahead', `<article style="display:none"><h2>Bread</h2>${notice}</article>`],
  ])('is left out: %s', (_, extra) => {
    const text = textOf(main(extra));
    expect(text).not.toContain('partners');
    expect(text).toContain('The stone of the mill');
  });

  it('is left out if the page’s style sheet hides it', () => {
    const html = main(`<div id="consent">${notice}</div>`);
    expect(textOf(html, (element) => element.closest('#consent') !== null)).not.toContain('partners');
  });

  it('is left out even if it is longer than a page of short lines', () => {
    const steps = ['Find a sheet of tin.', 'Cut it along the line.', 'Bend the edges over a batten.', 'Oil the hinge.'];
    const body = steps
      .map((step, at) => `<section><h2>Step ${at + 1}</h2><p>${step} Do it slowly.</p></section>`)
      .join('');
    const text = textOf(
      page(`<div style="display:none"><h2>Privacy</h2>${notice.repeat(3)}</div><main><h1>A tray</h1>${body}</main>`),
    );
    expect(text).toContain('Oil the hinge');
    expect(text).not.toContain('partners');
  });

  it('is reported as hidden', () => {
    const result = read(new DOMParser().parseFromString(main(`<div hidden>${notice}</div>`), 'text/html'), { url });
    if (!result.ok) throw new Error(result.error.kind);
    expect(result.value.removed.find(({ text }) => text.includes('partners'))?.reason).toBe('hidden');
  });
});

describe('content that the page shows later', () => {
  it('stays if the whole page waits for a script', () => {
    const html = page(`<main><h1>The mill and its weir</h1>${article}</main>`, 'style="visibility:hidden"');
    expect(textOf(html)).toContain('The stone of the mill');
  });

  it.each([
    [
      'a part that a button opens',
      `<button aria-controls="more">More</button><div id="more" hidden>${prose('lade')}</div>`,
    ],
    ['a folded part', `<details><summary>The lade</summary>${prose('lade')}</details>`],
    ['a part that is streamed in', `<div hidden id="S:1">${prose('lade')}</div>`],
    ['an accordion', `<div class="accordion-panel" style="display:none">${prose('lade')}</div>`],
  ])('stays: %s', (_, extra) => {
    expect(textOf(main(`${extra}${prose('hopper')}`))).toContain('The lade of the mill');
  });
});

describe('a hidden span in a line', () => {
  const line = (inner: string) =>
    main(`<p>${inner} and the miller’s daughter kept the book for forty years after him.</p>`);

  it('is removed, and the line stays', () => {
    const text = textOf(line('The pond froze <span hidden>secret words</span> in January'));
    expect(text).toContain('The pond froze in January and the miller’s daughter');
  });

  it('at the beginning of a line does not hide the line', () => {
    const text = textOf(line('<span style="display:none">secret words</span>The pond froze in January'));
    expect(text).toContain('The pond froze in January');
    expect(text).not.toContain('secret');
  });
});
