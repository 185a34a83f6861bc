import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import '../../../src/page/reading.ts';
import { type Canonical, createCanonical } from '../../../src/page/canonical.ts';
import { createCapture } from '../../../src/page/capture.ts';

const start = location.href;
let link: HTMLLinkElement;
let main: HTMLElement;

beforeEach(() => {
  link = Object.assign(document.createElement('link'), { rel: 'canonical', href: '/first' });
  document.head.append(link);
  main = document.createElement('main');
  document.body.append(main);
});
afterEach(() => {
  history.replaceState(null, '', start);
  link.remove();
  main.remove();
});

/** Changes the address as a single-page site does. */
const go = (path: string, canonical: Canonical) => {
  history.pushState(null, '', path);
  canonical.moved();
};
const named = (canonical: Canonical) => {
  const url = canonical.now();
  return url === undefined ? undefined : new URL(url).pathname;
};

describe('a canonical link', () => {
  it('is trusted if it came with the document', () => {
    expect(named(createCanonical(document, location.href))).toBe('/first');
  });

  it('is not trusted if a previous page left it behind, but is when that page is shown again', () => {
    history.replaceState(null, '', '/one');
    const canonical = createCanonical(document, location.href);
    go('/two', canonical);
    expect(named(canonical)).toBeUndefined();
    go('/one', canonical);
    expect(named(canonical)).toBe('/first');
  });

  it('is trusted if it changed with the address, before or after, and only there', () => {
    const canonical = createCanonical(document, location.href);
    go('/two', canonical);
    link.href = '/second';
    expect(named(canonical)).toBe('/second');
    go('/three', canonical);
    expect(named(canonical)).toBeUndefined();
  });

  it('that was never read belongs to the page that left it', () => {
    const canonical = createCanonical(document, location.href);
    go('/two', canonical);
    link.href = '/second';
    go('/three', canonical);
    expect(named(canonical)).toBeUndefined();
  });

  it('belongs to the address the document was loaded from, if that changed before Lede started', () => {
    history.replaceState(null, '', '/two');
    expect(named(createCanonical(document, new URL('/one', location.href).href))).toBeUndefined();
  });

  it('that was left behind is not part of the article', () => {
    const words =
      'The ferry leaves at dawn with the mail, and comes back when the tide allows it, seldom before noon. ';
    main.innerHTML = `<article><h1>Tides</h1>${`<p>${words.repeat(4)}</p>`.repeat(6)}</article>`;
    const canonical = createCanonical(document, location.href);
    const capture = createCapture(document, canonical);
    const first = capture.read(false);
    expect(first.ok && first.value.article.canonicalUrl).toBe(new URL('/first', location.href).href);
    go('/two', canonical);
    const second = capture.read(true);
    expect(second.ok && second.value.article.canonicalUrl).toBeUndefined();
  });
});
