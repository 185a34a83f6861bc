/** A front page is recognised as a list of links; a text to read never is. */
import { describe, expect, it } from 'vitest';
import { listing } from '../../../../src/core/article/listing.ts';

const HERE = 'https://news.example/';
const listed = (body: string, url = HERE) => listing(new DOMParser().parseFromString(body, 'text/html'), url);
const cards = (count: number) =>
  Array.from(
    { length: count },
    (_, at) => `<article><h3><a href="/story/${at}">Council votes on harbour plan number ${at}</a></h3></article>`,
  ).join('');
const PROSE = 'The bees have come back to the roofs of the city, and the keepers are counting hives again. '.repeat(6);

describe('a listing', () => {
  it('returns its titles in order with absolute addresses, each once', () => {
    const found = listed(`<main>${cards(12)}<a href="/story/3#more">Council votes on harbour plan number 3</a></main>`);
    expect(found).toHaveLength(12);
    expect(found[3]).toEqual({
      title: 'Council votes on harbour plan number 3',
      url: 'https://news.example/story/3',
    });
  });

  it('leaves out menus, footers, short labels and addresses that are not http(s)', () => {
    const more = '<a href="/privacy">Our long privacy statement for readers</a>';
    const bad = '<a href="javascript:alert(1)">A title that runs a script on click</a><a href="/x">Next</a>';
    expect(listed(`<nav>${more}</nav><main>${cards(9)}${bad}</main><footer>${more}</footer>`)).toHaveLength(9);
  });

  it('is not a page with a text to read, however many links surround it', () => {
    expect(listed(`<main>${`<p>${PROSE}</p>`.repeat(8)}</main><section>${cards(30)}</section>`)).toEqual([]);
  });

  it('is not a page with a few links', () => expect(listed(`<main>${cards(5)}</main>`)).toEqual([]));
});
