/**
 * Exports can be imported again without loss or duplicates, any number of times; a bad file is rejected with its line.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exported } from '../../../../fakes/exported.ts';
import { problemOf } from '../../../../../src/core/library/import/problem.ts';
import { readImport } from '../../../../../src/core/library/import/import.ts';
import { planImport } from '../../../../../src/core/library/import/plan.ts';
import type { Records } from '../../../../../src/core/library/records.ts';
import { urlKey } from '../../../../../src/core/library/url-key.ts';
import { NOW_MS, STAMP, applied, emptyLibrary, libraries, sorted, words } from '../../../../fakes/library.ts';

const read = (text: string): Records => {
  const records = readImport(text, NOW_MS);
  if (!records.ok) throw new Error(`${records.error.kind} ${records.error.detail ?? ''}`);
  return records.value.records;
};
const refusal = (text: string) => {
  const records = readImport(text, NOW_MS);
  return records.ok ? null : problemOf(records.error.detail);
};
const fileOf = async (format: 'json' | 'csv', library: Records) =>
  (await exported(format, library, NOW_MS))[0]?.text ?? '';
/** Imports into a library, and returns the number of records that differ too. */
const taken = (library: Records, text: string) => {
  const plan = planImport(library, read(text), STAMP);
  return { library: applied(library, plan), news: plan.added + plan.changed + plan.articles.length };
};
/** The parts of notes that a file without ids has. */
const told = ({ notes }: Records, second = 1) =>
  notes
    .map(({ quote, text, tags, url, createdAt, colour }) =>
      JSON.stringify([quote.exact, quote.start, text, tags, urlKey(url), Math.floor(createdAt / second), colour]),
    )
    .toSorted();

describe('a round trip', () => {
  it('through our own file loses nothing, and changes nothing if everything is there', async () => {
    await fc.assert(
      fc.asyncProperty(libraries, async (library) => {
        const file = await fileOf('json', library);
        const first = taken(emptyLibrary(), file);
        expect(sorted(first.library)).toEqual(sorted(library));
        expect(taken(first.library, file).news).toBe(0);
        expect(taken(library, file).news).toBe(0);
      }),
      { numRuns: 300 },
    );
  });

  it('through W3C annotations alone keeps every passage, word, tag and date', async () => {
    await fc.assert(
      fc.asyncProperty(libraries, async (library) => {
        const page = JSON.parse(await fileOf('json', library));
        delete page['lede:entries'];
        for (const item of page.items) delete item['lede:note'];
        const file = JSON.stringify(page);
        const first = taken(emptyLibrary(), file);
        const plain = (all: Records) =>
          told({ ...all, notes: all.notes.map((note) => ({ ...note, colour: 'yellow' })) });
        expect(plain(first.library)).toEqual(plain(library));
        expect(taken(first.library, file).news).toBe(0);
        const own = taken(library, file);
        expect(own.library.notes).toHaveLength(library.notes.length);
      }),
      { numRuns: 200 },
    );
  });

  it('through a CSV for Readwise keeps every passage, word, tag and date to the second', async () => {
    await fc.assert(
      fc.asyncProperty(libraries, async (library) => {
        const file = await fileOf('csv', library);
        const first = taken(emptyLibrary(), file);
        expect(told(first.library, 1000)).toEqual(told(library, 1000));
        expect(taken(first.library, file).news).toBe(0);
        expect(taken(library, file).news).toBe(0);
      }),
      { numRuns: 300 },
    );
  });

  it('between two libraries ends with the same library', async () => {
    await fc.assert(
      fc.asyncProperty(libraries, libraries, async (a, b) => {
        const here = taken(a, await fileOf('json', b)).library;
        const there = taken(b, await fileOf('json', a)).library;
        const ids = (all: Records) => all.notes.map(({ id }) => id).toSorted();
        expect(ids(here)).toEqual(ids(there));
        expect(here.notes).toHaveLength(new Set([...ids(a), ...ids(b)]).size);
      }),
      { numRuns: 100 },
    );
  });
});

describe('other programs', () => {
  const hypothesis = (text: string, updated: string) =>
    JSON.stringify({
      export_date: '2026-01-02T00:00:00Z',
      client_version: '1.0',
      annotations: [
        {
          ...{
            id: 'aBc',
            uri: 'https://news.example/a?utm_source=x',
            created: '2025-01-01T10:00:00.000000+00:00',
            updated,
          },
          ...{ text, tags: ['later', ' later '], document: { title: ['A title'] } },
          target: [
            {
              source: 'https://news.example/a',
              selector: [
                { type: 'RangeSelector', startContainer: '/p[1]', endContainer: '/p[1]', startOffset: 0, endOffset: 4 },
                { type: 'TextPositionSelector', start: 12, end: 20 },
                { type: 'TextQuoteSelector', exact: 'the words', prefix: 'of ', suffix: ' here' },
              ],
            },
          ],
        },
      ],
    });

  it('reads Hypothesis exports, and later text when imported again', () => {
    const first = taken(emptyLibrary(), hypothesis('first', '2025-01-01T10:00:00Z')).library;
    expect(first.entries).toMatchObject([{ title: 'A title', urlKey: urlKey('https://news.example/a') }]);
    expect(first.notes).toMatchObject([
      {
        text: 'first',
        tags: ['later'],
        createdAt: Date.UTC(2025, 0, 1, 10),
        quote: { exact: 'the words', prefix: 'of ', suffix: ' here', start: 12 },
      },
    ]);
    expect(taken(first, hypothesis('first', '2025-01-01T10:00:00Z')).news).toBe(0);
    const second = taken(first, hypothesis('second', '2025-02-01T10:00:00Z')).library;
    expect(second.notes).toMatchObject([{ text: 'second', alts: {} }]);
    const old = taken(second, hypothesis('first', '2025-01-01T10:00:00Z'));
    expect(old.library.notes).toMatchObject([{ text: 'second' }]);
  });

  it("reads Obsidian Web Clipper's highlights, with markup removed", () => {
    const file = JSON.stringify([
      {
        url: 'https://news.example/a',
        highlights: [
          { text: '<p>One <b>bold</b> &amp; true line.</p>', timestamp: '2025-03-01T08:00:00.000Z', notes: ['mine'] },
          { text: 'Two plain lines', timestamp: '2025-03-01T08:00:01.000Z', color: 'green' },
        ],
      },
    ]);
    const first = taken(emptyLibrary(), file).library;
    expect(first.notes).toMatchObject([
      { quote: { exact: 'One bold & true line.' }, text: 'mine' },
      { quote: { exact: 'Two plain lines' }, colour: 'green' },
    ]);
    expect(taken(first, file).news).toBe(0);
  });

  it("reads Readwise's own export, books without an address kept apart", () => {
    const head =
      'Highlight,Book Title,Book Author,Amazon Book ID,Note,Color,Tags,Location Type,Location,Highlighted ' +
      'at,Document tags';
    const rows = [
      '"A line, quoted",Book,Ann,,thought,blue,"a, b",page,3,2025-03-01 08:00:00+00:00,',
      'Other,Else,Ann,,,,,page,4,,',
    ];
    const library = taken(emptyLibrary(), [head, ...rows].join('\n')).library;
    expect(library.entries.map(({ title }) => title)).toEqual(['Book', 'Else']);
    expect(library.notes).toMatchObject([
      { quote: { exact: 'A line, quoted', start: 3 }, text: 'thought', tags: ['a', 'b'], colour: 'blue' },
      { quote: { exact: 'Other' }, createdAt: NOW_MS },
    ]);
    expect(taken(library, [head, ...rows].join('\r\n')).news).toBe(0);
  });
});

describe('a file with bad items', () => {
  const reading = (text: string) => {
    const found = readImport(text, NOW_MS);
    if (!found.ok) throw new Error(found.error.detail);
    return { notes: found.value.records.notes, problems: found.value.problems };
  };

  it('of any format imports the valid rows and reports the others', () => {
    const good = '{"target": {"source": "https://a.example", "selector": {"type": "TextQuoteSelector", "exact": "a"}}}';
    const w3c = ['{"@context": "x", "items": [', `${good},`, '{"target": "javascript:alert(1)"},'];
    const page = reading([...w3c, '{"target": {"source": "https://a.example"}}, 7]}'].join('\n'));
    expect(page.notes).toHaveLength(1);
    expect(page.problems).toEqual([
      { line: 3, reason: 'no-address', field: 'target' },
      { line: 4, reason: 'no-quote', field: 'target.selector' },
      { line: 4, reason: 'bad-field', field: 'items' },
    ]);
    const table = reading(
      'Highlight,URL\n"two\nlines",https://a.example\nwords,ftp://b.example\nlast,https://c.example\n',
    );
    expect(table.notes).toHaveLength(2);
    expect(table.problems).toEqual([{ line: 4, reason: 'no-address', field: 'URL' }]);
    const pdf = { uri: 'urn:x-pdf:0123', target: [], text: 'on paper' };
    const web = { uri: 'https://a.example', target: [], text: 'of the page' };
    const export1 = reading(JSON.stringify({ annotations: [web, pdf, web] }, null, 1));
    expect(export1).toMatchObject({
      notes: [{ text: 'of the page' }],
      problems: [{ line: 8, reason: 'no-address' }],
    });
    const clips = ['<p>fine</p>', '<figure><img src="a.png"></figure>', 'also fine'].map((text) => ({ text }));
    const file = reading(
      JSON.stringify([{ url: 'https://a.example', highlights: clips }, { highlights: [] }], null, 1),
    );
    expect(file.notes.map(({ quote }) => quote.exact)).toEqual(['fine', 'also fine']);
    expect(file.problems.map(({ line, reason }) => [line, reason])).toEqual([
      [8, 'no-quote'],
      [16, 'no-address'],
    ]);
  });

  it('a row with a note and no passage is a note on the whole', () => {
    const { notes, problems } = reading('Highlight,Book Title,Note\n,A book,what I think of it\n,A book,\n');
    expect(notes).toMatchObject([{ text: 'what I think of it', quote: { exact: 'A book' } }]);
    expect(problems).toMatchObject([{ line: 3, reason: 'no-quote' }]);
  });
});

describe('a bad file', () => {
  it('is rejected with the line and the reason', () => {
    expect(refusal('{"items": [\n  {"target": \n')).toEqual({ line: 3, reason: 'not-json' });
    expect(refusal('{\n"a": 1,\n}')).toMatchObject({ line: 3, reason: 'not-json' });
    expect(refusal('{"some": "thing"}')).toMatchObject({ reason: 'unknown-format' });
    expect(refusal('Highlight,URL\nfine,https://a.example\n"never closed')).toMatchObject({
      line: 3,
      reason: 'not-csv',
    });
    expect(refusal('Name,Age\nx,3')).toMatchObject({ line: 1, reason: 'unknown-format' });
    expect(refusal('Highlight,URL\nwords,ftp://b.example\n')).toEqual({ line: 2, reason: 'no-address', field: 'URL' });
    const newer = JSON.stringify({ '@context': 'x', items: [], 'lede:entries': [{ version: 99 }] }, null, 1);
    expect(refusal(newer)).toMatchObject({ line: 5, reason: 'newer-version' });
    expect(refusal(`[${'['.repeat(5000)}${']'.repeat(5000)}]`)).toMatchObject({ reason: 'too-large' });
  });

  it('never causes an exception, however it is truncated, mixed or corrupted', async () => {
    const poison = fc.constantFrom(
      '{"__proto__": {"polluted": 1}}',
      '[{"__proto__": []}]',
      '"',
      '\u0000',
      '1e999',
      '{}',
      '[]',
    );
    await fc.assert(
      fc.asyncProperty(
        libraries,
        fc.nat(),
        fc.nat(),
        poison,
        words,
        fc.constantFrom('json', 'csv'),
        async (library, at, length, bad, word, format) => {
          const file = await fileOf(format, library);
          const from = at % (file.length + 1);
          const damaged = file.slice(0, from) + bad + word + file.slice(from + (length % 50));
          const result = readImport(damaged, NOW_MS);
          if (result.ok) planImport(library, result.value.records, STAMP);
          else expect(problemOf(result.error.detail)?.line).toBeGreaterThan(0);
          expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
          expect(readImport((await fileOf('json', library)).slice(0, -2 - (at % 40)), NOW_MS).ok).toBe(false);
        },
      ),
      { numRuns: 300 },
    );
  });
});
