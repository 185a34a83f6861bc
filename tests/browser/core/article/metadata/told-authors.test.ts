import { describe, expect, it } from 'vitest';
import { readHead } from '../../../../../src/core/article/metadata/head.ts';
import { ownerOf, toldAuthors } from '../../../../../src/core/article/metadata/told-authors.ts';

const told = (html: string, siteName = 'The Lark') => {
  const document = new DOMParser().parseFromString(html, 'text/html');
  return toldAuthors(document, readHead(document, 'https://lark.example/'), siteName, 'lark.example');
};
const meta = (name: string) => `<meta name="author" content="${name}">`;
const json = (author: object) =>
  `<script type="application/ld+json">${JSON.stringify({ '@type': 'Article', headline: 'Bees', author })}</script>`;

describe('toldAuthors', () => {
  it('keeps the names of the site and of an organization as fallbacks', () => {
    expect(told(meta('Jane Doe'))).toEqual({ sure: 'Jane Doe' });
    expect(told(meta('The Lark'))).toEqual({ spare: 'The Lark' });
    expect(told(json({ '@type': 'Organization', name: 'Harbour Press' }))).toEqual({ spare: 'Harbour Press' });
    expect(told(json({ '@type': 'Person', name: 'Jane Doe' }))).toEqual({ sure: 'Jane Doe' });
  });
  it('recognises a company by its legal form', () => {
    expect(told(meta('Netmakers Ltd'))).toEqual({});
    expect(told(meta('Netmakers sp. z o.o.'))).toEqual({});
    expect(told(meta('Altair Lloyd'))).toEqual({ sure: 'Altair Lloyd' });
    expect(told(meta('Jane Doe') + meta('Netmakers Ltd'))).toEqual({ sure: 'Jane Doe' });
  });
  it('returns names in the order of the page', () =>
    expect(told(`${meta('Doe, Jane')}<p>Jane Doe was there.</p>`)).toEqual({ sure: 'Jane Doe' }));
});

describe('ownerOf', () => {
  it.each([
    ['Jane Doe’s blog', 'Jane Doe'],
    ['Bees return | Jane Doe’s Newsletter', 'Jane Doe'],
    ['Jane Doe (@jane@social.example)', 'Jane Doe'],
    ['Jane’s blog', 'Jane'],
  ])('%s', (title, owner) => expect(ownerOf(undefined, title)).toBe(owner));
  it('says who posted on a service, on that service alone', () => {
    expect(ownerOf('Mastodon', 'Jane Doe on Mastodon')).toBe('Jane Doe');
    expect(ownerOf('X (formerly Twitter)', 'Jane Doe on X')).toBe('Jane Doe');
    expect(ownerOf('The Lark', 'Selling Bees on Instagram')).toBeUndefined();
  });
  it.each(['The Lark', 'Bees return', 'What the harbour’s blog says', 'Women’s Journal', 'my mother’s blog'])(
    '%s belongs to nobody',
    (title) => expect(ownerOf(title, title)).toBeUndefined(),
  );
  it.each(['The Keeper’s Journal', 'Children’s Website', 'Keeper’s Notes'])('%s is for readers', (title) =>
    expect(ownerOf(title)).toBeUndefined(),
  );
});
