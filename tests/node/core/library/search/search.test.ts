/** Search finds the same as a scan in any script, follows changes, and applies filters. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newEntry, newNote } from '../../../../../src/core/library/change.ts';
import { isEmptyQuery, parseQuery } from '../../../../../src/core/library/search/query.ts';
import { RECORD_VERSION, type Entry, type Note } from '../../../../../src/core/library/records.ts';
import { scan, type Scanned } from '../../../../../src/core/library/search/scan.ts';
import { folded, queryWords, wordsOf } from '../../../../../src/core/library/search/search-words.ts';
import { createSearch } from '../../../../../src/core/library/search/search.ts';
import { marksIn, snippetOf } from '../../../../../src/core/library/search/snippet.ts';

const STAMP = { clock: '000000000.0000.d', nowMs: 0 };
const entryOf = (id: string, title: string, more: Partial<Entry> = {}): Entry =>
  newEntry(
    {
      ...{
        id,
        urlKey: `https://site.example/${id}`,
        aliases: [],
        parted: [],
        url: `https://site.example/${id}`,
        title,
      },
      tags: [],
      addedAt: 1,
      changedAt: 1,
      openedAt: 1,
      broughtBack: [],
      ...more,
    },
    RECORD_VERSION,
    STAMP,
  );
const noteOf = (id: string, entryId: string, exact: string, text = '', more: Partial<Note> = {}): Note =>
  newNote(
    {
      ...{ id, entryId, url: `https://site.example/${entryId}`, quote: { exact, prefix: '', suffix: '', start: 0 } },
      colour: 'yellow',
      text,
      tags: [],
      createdAt: 1,
      changedAt: 1,
      ...more,
    },
    RECORD_VERSION,
    STAMP,
  );

const ARTICLES: [string, string, string][] = [
  ['en', 'The naïve economist', 'Growth is what they’re promised; the résumé of a decade says otherwise.'],
  ['zh', '东京的春天', '樱花开放的时候，北京大学的学生来到东京都看花。'],
  ['ja', '東京タワーの夜景', '東京タワーから見える夜景はとても美しいです。カメラを持って行きました。'],
  ['ar', 'مدرسة المستقبل', 'قَرَأَ الطَّالِبُ الكِتَابَ الجديد في المكتبة العامّة أمس.'],
  ['th', 'ตลาดน้ำ', 'ตลาดน้ำแห่งนี้มีอาหารอร่อยมากมาย'],
  ['de', 'Straßenfest', 'Die Größe des Festes überraschte alle Gäste.'],
];
const indexed = () => {
  const search = createSearch();
  for (const [id, title, body] of ARTICLES) search.putEntry(entryOf(id, title), body);
  return search;
};
const idsOf = (search: ReturnType<typeof createSearch>, text: string) =>
  search.find(parseQuery(text)).map(({ id }) => id);

describe('words of every script', () => {
  it.each([
    ['economist', 'en'],
    ['NAIVE', 'en'],
    ['resume', 'en'],
    ['econ gro', 'en'],
    ['北京大学', 'zh'],
    ['东京', 'zh'],
    ['花', 'zh'],
    ['東京タワー', 'ja'],
    ['夜景', 'ja'],
    ['かめら', ''],
    ['カメラ', 'ja'],
    ['ｶﾒﾗ', 'ja'],
    ['الكتاب', 'ar'],
    ['كتاب', ''],
    ['المكتبه العامة', 'ar'],
    ['امس', 'ar'],
    ['อาหาร', 'th'],
    ['strassenfest', 'de'],
    ['größe', 'de'],
    ['grosse', 'de'],
    ['gaste', 'de'],
  ])('%s finds %s', (text, expected) => {
    const found = idsOf(indexed(), text);
    expect(found[0] ?? '').toBe(expected);
  });

  it('tolerates a typo only if nothing else is found', () => {
    expect(idsOf(indexed(), 'econmist')).toEqual(['en']);
    expect(idsOf(indexed(), 'growht decade')).toEqual(['en']);
    expect(idsOf(indexed(), 'growth zebra')).toEqual([]);
  });
});

describe('filters', () => {
  const search = createSearch();
  const day = Date.UTC(2026, 2, 9);
  search.putEntry(entryOf('a', 'First', { tags: ['work/plans'], readAt: 5, siteName: 'The Daily', addedAt: day }));
  search.putEntry(
    entryOf('b', 'Second', { url: 'https://blog.other.example/x', urlKey: 'https://blog.other.example/x' }),
  );
  search.putNote(noteOf('n1', 'a', 'a passage', 'thought', { colour: 'pink', tags: ['later'], createdAt: day }));
  search.putNote(noteOf('n2', 'b', 'another passage', '', { place: { state: 'lost', score01: 0, seenAt: 1 } }));
  it.each([
    ['site:other.example', ['b', 'n2']],
    ['site:https://www.other.example/path', ['b', 'n2']],
    ['site:"the daily"', ['a', 'n1']],
    ['tag:work', ['a', 'n1']],
    ['tag:later', ['n1']],
    ['tag:lat', []],
    ['color:pink', ['n1']],
    ['colour:yellow', ['n2']],
    ['is:lost', ['n2']],
    ['is:read', ['a', 'n1']],
    ['is:unread passage', ['n2']],
    ['is:noted', ['n1']],
    ['is:entry', ['a', 'b']],
    ['before:2026-03-09', ['b', 'n2']],
    ['before:2027', ['a', 'b', 'n1', 'n2']],
    ['after:2026-03-09', []],
    ['after:2026-02', ['a', 'n1']],
    ['passage', ['n1', 'n2']],
    ['"a passage"', ['n1']],
    ['“another pass', ['n2']],
    ['is:nonsense', []],
    ['tag:later color:pink before:2027 thou', ['n1']],
  ])('%s', (text, expected) => expect(idsOf(search, text).toSorted()).toEqual(expected));

  const odd = fc.constantFrom(
    ...'ab"“\'\\:-*()[]{}^$|?+./#é东ก',
    '\ud800',
    '\udc00',
    '\u0000',
    '\u200d',
    ' ',
    '🙂',
    'is:',
    'site:',
  );
  it('find nothing for an empty query, and never throw on what people type', () => {
    expect(isEmptyQuery(parseQuery('  '))).toBe(true);
    expect(idsOf(search, '')).toEqual([]);
    fc.assert(
      fc.property(fc.string({ unit: odd, maxLength: 30 }), (text) => {
        search.find(parseQuery(text));
        scan([{ entry: entryOf('a', text) }], parseQuery(text));
        snippetOf(text, parseQuery(text));
      }),
      { numRuns: 300 },
    );
  });
});

describe('the index', () => {
  const letters = fc.constantFrom(...'abcé', ...'的东京北花', ...'كتبا', ' ', ' ', '。', '、', "'", '\n');
  const texts = fc.array(letters, { maxLength: 40 }).map((all) => all.join(''));
  it('finds the same as a scan, whatever was added, changed and removed', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat({ max: 5 }), texts, texts, fc.boolean()), { maxLength: 12 }),
        texts,
        (steps, query) => {
          const search = createSearch();
          const things = new Map<string, Scanned>();
          const home = entryOf('home', 'zzz');
          search.putEntry(home, '');
          things.set('home', { entry: home });
          for (const [at, first, second, drop] of steps) {
            const note = noteOf(`n${at}`, 'home', first || 'x', second);
            if (drop) {
              search.drop('note', note.id);
              things.delete(note.id);
            } else {
              search.putNote(note);
              things.set(note.id, { entry: home, note });
            }
          }
          const parsed = parseQuery(query.slice(0, 8));
          const expected = scan([...things.values()], parsed).map(({ id }) => id);
          const found = search.find(parsed).map(({ id }) => id);
          // Nothing is missed. More may be found: letters of another alphabet within a run, or typos.
          expect(found).toEqual(expect.arrayContaining(expected));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('ranks a title before a word in the text, and follows a changed title and a new text', () => {
    const search = createSearch();
    search.putEntry(
      entryOf('passing', 'Gardens'),
      'A bridge is mentioned once in all these many other words of a long text.',
    );
    search.putEntry(entryOf('about', 'The bridge'), 'Nothing more.');
    expect(idsOf(search, 'bridge')).toEqual(['about', 'passing']);
    search.putEntry(entryOf('about', 'The tunnel'));
    expect(idsOf(search, 'bridge')).toEqual(['passing']);
    expect(idsOf(search, 'nothing')).toEqual(['about']);
    search.drop('entry', 'about');
    expect(idsOf(search, 'tunnel')).toEqual([]);
  });
});

describe('snippets', () => {
  it("show the passage with the words marked, in the text's own spelling", () => {
    const text = `${'Before it all. '.repeat(20)}The Résumé of 东京 stands here. ${'After it. '.repeat(40)}`;
    for (const [query, marked] of [
      ['resume', 'Résumé'],
      ['东京', '东京'],
      ['"stands here"', 'stands here'],
    ] as const) {
      const { text: shown, marks } = snippetOf(text, parseQuery(query));
      expect(marks.map(({ start, end }) => shown.slice(start, end))).toContain(marked);
      expect(shown.length).toBeLessThan(240);
      expect(shown).toMatch(/(?:After|it\.) …$/u); // after a whole word
    }
    expect(marksIn('rebuild a build', parseQuery('build'))).toEqual([{ start: 10, end: 15 }]);
    expect(folded('ÉCOLE')).toBe('ecole');
    expect(wordsOf('東京都')).toEqual(expect.arrayContaining(['東京', '京都', '都']));
    expect(queryWords('東京都')).toEqual(['東京', '京都']);
    const run = '東'.repeat(300_000); // more pairs than one call takes arguments
    expect([queryWords(run), new Set(wordsOf(run)).has('東東')]).toEqual([['東東'], true]);
  });
});
