/**
 * other-parts: continues from page to page of the same site, stops at pages that are not parts, and reports failures.
 */
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Article } from '../../../src/core/article/article.ts';
import { read } from '../../../src/core/article/read.ts';
import '../../../src/page/reading.ts';
import { fetchPart, readOtherParts } from '../../../src/page/other-parts.ts';
import { pageOf, paragraphs } from '../../fixtures/pages/prose.ts';
import { addressOf, partPage } from '../../fixtures/parted.ts';

const base = 'https://gazette.example/cliff';
const life = new AbortController();
const urlOf = (at: number) => addressOf(base, at);
function first(): Article {
  const document = new DOMParser().parseFromString(partPage(base, 1), 'text/html');
  const article = read(document, { url: base });
  return article.ok ? article.value : expect.fail(article.error.kind);
}
/** Returns the existing parts and records the requests. */
function web(pages: Record<string, string>) {
  const asked: string[] = [];
  const get = (address: string) => {
    asked.push(address);
    const html = pages[address];
    return Promise.resolve(html === undefined ? null : { url: address, html });
  };
  return { asked, get };
}
afterEach(() => vi.restoreAllMocks());

describe('the other parts', () => {
  it('are read in order and joined without repeated heads', async () => {
    const { asked, get } = web({ [urlOf(2)]: partPage(base, 2), [urlOf(3)]: partPage(base, 3) });
    const { article, whole } = await readOtherParts(first(), get, life.signal);
    expect(asked).toEqual([urlOf(2), urlOf(3)]);
    expect(whole).toBe(true);
    expect(article.parts?.map(({ url }) => url)).toEqual([base, urlOf(2), urlOf(3)]);
    const places = [
      'dark for eleven years',
      'By spring the distance',
      'In August they found',
      'never been out at all',
    ].map((words) => article.text.indexOf(words));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places[0]).toBeGreaterThanOrEqual(0);
    expect(article.text.match(/Tom Reed/g) ?? []).toHaveLength(first().text.match(/Tom Reed/g)?.length ?? 0);
    expect(article.nextUrl).toBeUndefined();
  });

  it('that cannot be loaded leave the rest intact, and are reported', async () => {
    const { get } = web({ [urlOf(2)]: partPage(base, 2) });
    const { article, whole } = await readOtherParts(first(), get, life.signal);
    expect(whole).toBe(false);
    expect(article.parts).toHaveLength(2);
    expect(article.nextUrl).toBe(urlOf(3));
  });

  it('are not another article, a page without one, or a loop of links', async () => {
    const other = pageOf(`<main><article><h1>The price of rope</h1>${paragraphs(6, 4)}</article></main>`).replace(
      /<title>.*?<\/title>/,
      '<title>The price of rope</title>',
    );
    for (const html of [other, '<title>Sign in</title><form></form>', partPage(base, 1)]) {
      const { asked, get } = web({ [urlOf(2)]: html });
      const { article, whole } = await readOtherParts(first(), get, life.signal);
      expect([article.parts, article.nextUrl, whole, asked]).toEqual([undefined, undefined, true, [urlOf(2)]]);
    }
  });

  it('are limited to thirty, and to the same site', async () => {
    const get = vi.fn((address: string) => {
      const at = Number(address.split('/').at(-1));
      // The sentences on all pages are the same, except for a number in each paragraph.
      const html = partPage(base, at, 99).replace(
        /<article>.*?<\/article>/s,
        `<article>${paragraphs(0, 4).replaceAll('<p>', `<p>On day ${at} they counted again. `)}</article>`,
      );
      return Promise.resolve({ url: address, html });
    });
    const { article, whole } = await readOtherParts({ ...first(), nextUrl: urlOf(2) }, get, life.signal);
    expect(whole).toBe(false);
    expect(article.parts).toHaveLength(30);
    get.mockClear();
    await readOtherParts({ ...first(), nextUrl: 'https://else.example/cliff/2' }, get, life.signal);
    expect(get).not.toHaveBeenCalled();
  });
});

describe('fetching a part', () => {
  const answer = (body: BodyInit, type: string, url = urlOf(2), status = 200) => {
    const response = new Response(body, { status, headers: { 'content-type': type } });
    Object.defineProperty(response, 'url', { value: url });
    return vi.spyOn(globalThis, 'fetch').mockResolvedValue(response);
  };
  it('sends no cookie and no referrer, and uses the declared encoding', async () => {
    const spy = answer(new Uint8Array([0x3c, 0x70, 0x3e, 0xc4, 0xe3]), 'text/html; charset=gbk');
    expect(await fetchPart(urlOf(2), life.signal)).toEqual({ url: urlOf(2), html: '<p>你' });
    expect(spy.mock.calls[0]?.[1]).toMatchObject({ credentials: 'omit', referrerPolicy: 'no-referrer' });
    answer('<meta charset="windows-1251"><p>', 'text/html');
    expect((await fetchPart(urlOf(2), life.signal))?.html).toBe('<meta charset="windows-1251"><p>');
  });
  it("rejects another site's answer, files and errors", async () => {
    answer('<p>', 'text/html', 'https://else.example/login');
    expect(await fetchPart(urlOf(2), life.signal)).toBeNull();
    answer('%PDF', 'application/pdf');
    expect(await fetchPart(urlOf(2), life.signal)).toBeNull();
    answer('<p>', 'text/html', urlOf(2), 404);
    expect(await fetchPart(urlOf(2), life.signal)).toBeNull();
    vi.spyOn(globalThis, 'fetch').mockRejectedValue(new TypeError('no network'));
    expect(await fetchPart(urlOf(2), life.signal)).toBeNull();
  });
});
