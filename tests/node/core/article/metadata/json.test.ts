import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonFacts } from '../../../../../src/core/article/metadata/json.ts';

const url = 'https://lark.example/bees';
const read = (...values: unknown[]) =>
  jsonFacts(
    values.map((value) => (typeof value === 'string' ? value : JSON.stringify(value))),
    url,
  );

describe('jsonFacts', () => {
  it('reads an article, its authors by reference, and its site from a graph', () => {
    expect(
      read({
        '@graph': [
          { '@type': 'WebSite', name: 'The Lark' },
          { '@type': 'Person', '@id': '#jane', name: 'Jane Doe' },
          {
            '@type': ['NewsArticle'],
            headline: 'Bees',
            author: [{ '@id': '#jane' }, { name: ['John Roe'] }],
            datePublished: '2024-04-13',
            image: [{ url: '/b.jpg' }],
            inLanguage: 'en',
          },
        ],
      }),
    ).toEqual({
      title: 'Bees',
      authors: ['Jane Doe', 'John Roe'],
      organizations: [],
      published: '2024-04-13',
      siteName: 'The Lark',
      image: '/b.jpg',
      lang: 'en',
    });
  });
  it('ignores other items: lists, comments, related articles', () => {
    const facts = read(
      { '@type': 'ItemList', itemListElement: [{ '@type': 'Article', headline: 'Other' }] },
      { '@type': 'Article', headline: 'Bees', author: 'Jane', comment: [{ '@type': 'Comment', author: 'Troll' }] },
    );
    expect(facts).toMatchObject({ title: 'Bees', authors: ['Jane'] });
  });
  it('takes the item that names this page', () => {
    expect(
      read([
        { '@type': 'Article', headline: 'Wasps', url: `${url}/wasps` },
        { '@type': 'Article', headline: 'Bees', mainEntityOfPage: { '@id': `${url}/` } },
      ]).title,
    ).toBe('Bees');
  });
  it('reads a thread by its question', () => {
    expect(
      read({
        '@type': 'QAPage',
        mainEntity: {
          '@type': 'Question',
          name: 'Why bees?',
          author: { name: 'asker' },
          dateCreated: '2020-01-02',
          acceptedAnswer: { author: { name: 'sage' } },
        },
      }),
    ).toMatchObject({ title: 'Why bees?', authors: ['asker'], published: '2020-01-02' });
  });
  it.each([
    ['<!-- {"@type":"Article","headline":"Bees"} -->'],
    ['//<![CDATA[\n{"@type":"Article","headline":"Bees"}\n//]]>'],
    ['{"@type":"Article","headline":"Bees",}'],
    ['{"@type":"Article","description":"two\nlines","headline":"Bees"};'],
    ['{"@type":"Article","headline":"Bees","body":"he said "no""}'],
  ])('mends %s', (text) => expect(read(text).title).toBe('Bees'));
  it('is not misled by traps', () => {
    const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
    const wide = JSON.stringify(
      Array.from({ length: 20_000 }, () => ({ '@type': 'Article', headline: 'x', author: { '@id': 'a' } })),
    );
    const loop = {
      '@graph': [
        { '@id': 'a', '@type': 'Person', name: { '@id': 'a' } },
        { '@type': 'Article', author: { '@id': 'a' } },
      ],
    };
    const proto =
      '{"@type":"Article","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"headline":"Bees"}';
    expect(read(deep, 'x'.repeat(400_000), wide, loop as unknown, proto).title).toBeDefined();
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });
  it('never throws, whatever it is given', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string(), fc.json())), (texts) => {
        expect(jsonFacts(texts, url).authors).toBeInstanceOf(Array);
      }),
    );
    const value = fc.anything();
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.constantFrom('@type', '@id', 'author', 'headline', 'image', 'datePublished', '@graph', 'name'),
          value,
        ),
        (node) => {
          let text = '';
          try {
            text = JSON.stringify({ '@type': 'Article', ...node }) ?? '';
          } catch {
            return;
          }
          expect(jsonFacts([text], url).authors.every((name) => typeof name === 'string')).toBe(true);
        },
      ),
    );
  });
});
