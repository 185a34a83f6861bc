/**
 * Whatever is written can be restored: content of files and pages, of any size, passes one check and survives a backup
 * unchanged.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { piecesOf, readBackup, startBackup } from '../../../../src/core/library/backup/backup.ts';
import { sliceable } from '../../../../src/core/library/backup/unzip.ts';
import { ADDRESS_LIMIT, boundEntry, boundNote, plainTag } from '../../../../src/core/library/bounds.ts';
import { newEntry, newNote } from '../../../../src/core/library/change.ts';
import { readImport } from '../../../../src/core/library/import/import.ts';
import { planImport } from '../../../../src/core/library/import/plan.ts';
import { type Entry, type Note, RECORD_VERSION } from '../../../../src/core/library/records.ts';
import { addressAliases } from '../../../../src/core/library/address-aliases.ts';
import { urlKey } from '../../../../src/core/library/url-key.ts';
import { NOW_MS, STAMP, emptyLibrary } from '../../../fakes/library.ts';

/** Sizes around every limit. */
const size = fc.constantFrom(0, 1, 60, 199, 200, 201, 3_999, 4_001, 16_001, 65_000, 66_000, 99_999, 100_001, 200_001);
const long = fc
  .tuple(size, fc.constantFrom('x', ',', ' ', '东', '\n', '😀'))
  .map(([many, letter]) => letter.repeat(many));
const address = long.map((tail) => `https://site.example/${encodeURI(tail.trim()).slice(0, 70_000)}`);
const query = long.map((tail) => `https://site.example/?q=${tail.replaceAll(/\s/g, '')}`);
const item = fc.record({
  url: fc.oneof(address, query),
  title: long,
  text: long,
  exact: long.map((words) => `a${words}`),
  tags: fc.oneof(
    fc.array(long, { maxLength: 3 }),
    fc.nat({ max: 12_000 }).map((many) => Array.from({ length: many }, (_, index) => `t${index}`)),
  ),
});
type Item = typeof item extends fc.Arbitrary<infer One> ? One : never;

const FILES: Record<string, (one: Item) => string> = {
  csv: ({ url, title, text, exact, tags }) => {
    const cells = [exact, title, url, text, tags.join(',')].map((cell) => `"${cell.replaceAll('"', '""')}"`);
    return `Highlight,Title,URL,Note,Tags\n${cells.join(',')}\n`;
  },
  hypothesis: ({ url, title, text, exact, tags }) =>
    JSON.stringify({
      annotations: [
        {
          ...{ uri: url, text, tags, document: { title } },
          target: [{ selector: [{ type: 'TextQuoteSelector', exact }] }],
        },
      ],
    }),
  clipper: ({ url, title, text, exact }) =>
    JSON.stringify([{ url, title, highlights: [{ text: exact, notes: [text] }] }]),
};

/** The records that a backup does not restore. */
async function missing(entries: Entry[], notes: Note[]): Promise<unknown> {
  const written = { entries: entries.map(boundEntry), notes: notes.map(boundNote), articles: [] };
  const writer = startBackup(NOW_MS);
  for (const piece of piecesOf(written)) writer.add(piece);
  const bytes = new Uint8Array(await new Blob(writer.finish() as BlobPart[]).arrayBuffer());
  const read = await readBackup(sliceable(bytes), NOW_MS);
  if (!read.ok) return read.error;
  expect(read.value.records.notes.map(({ id, text }) => [id, text])).toEqual(notes.map(({ id, text }) => [id, text]));
  expect(read.value.records.entries).toHaveLength(entries.length);
  return read.value.problems;
}

describe('what is written', () => {
  it.each(Object.keys(FILES))('from a file (%s) survives a backup', async (format) => {
    await fc.assert(
      fc.asyncProperty(item, async (one) => {
        const reading = readImport(FILES[format]?.(one) ?? '', NOW_MS);
        if (!reading.ok) return;
        const { pairs } = planImport(emptyLibrary(), reading.value.records, STAMP);
        const entries = pairs.flatMap((pair) => (pair.table === 'entries' ? [pair.after] : []));
        const notes = pairs.flatMap((pair) => (pair.table === 'notes' ? [pair.after] : []));
        expect(await missing(entries, notes)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('for a page without an article survives too', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(address, query), long, async (url, words) => {
        fc.pre(url.length <= ADDRESS_LIMIT);
        const at = { addedAt: NOW_MS, changedAt: NOW_MS, openedAt: NOW_MS };
        const keys = { urlKey: urlKey(url), aliases: addressAliases(url), parted: [] };
        const facts = { title: url, siteName: words, byline: words, lang: words, publishedTime: words };
        const fields = { id: 'e1', ...keys, url, ...facts, tags: [words], ...at, broughtBack: [words] };
        const quote = { exact: 'words', prefix: '', suffix: '', start: 0 };
        const mark = {
          id: 'n1',
          entryId: 'e1',
          url,
          quote,
          tags: [words],
          createdAt: NOW_MS,
          changedAt: NOW_MS,
        };
        const note = newNote({ ...mark, colour: 'pink', text: '' }, RECORD_VERSION, STAMP);
        expect(await missing([newEntry(fields, RECORD_VERSION, STAMP)], [note])).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});

describe('plainTag', () => {
  it('returns one line without commas, and is idempotent', () =>
    fc.assert(
      fc.property(fc.string({ maxLength: 500 }), (tag) => {
        const plain = plainTag(tag);
        expect(plain).not.toMatch(/[,\n]/);
        expect(plain.length).toBeLessThanOrEqual(200);
        expect(plainTag(plain)).toBe(plain);
      }),
    ));
});
