/**
 * More than two hundred bad files: truncated, with wrong types, hostile. Each gets an answer within two seconds, and
 * removes nothing from a library.
 */
import { strToU8, zipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBackup } from '../../../../../src/core/library/backup/backup.ts';
import { sliceable } from '../../../../../src/core/library/backup/unzip.ts';
import { exported } from '../../../../fakes/exported.ts';
import { readImport } from '../../../../../src/core/library/import/import.ts';
import { planImport } from '../../../../../src/core/library/import/plan.ts';
import { type ParsedFile, problemOf } from '../../../../../src/core/library/import/problem.ts';
import type { Result } from '../../../../../src/core/result.ts';
import { NOW_MS, STAMP, applied, libraries, sorted } from '../../../../fakes/library.ts';

const [library] = fc.sample(
  libraries.filter(({ notes, articles }) => notes.length > 3 && articles.length > 0),
  { seed: 11, numRuns: 1 },
);
if (!library) throw new Error('a library');
const address = library.entries[0]?.url ?? '';
const hypothesis = {
  annotations: library.notes.map(({ id, url, text, quote }) => ({
    ...{ id, uri: url, text, tags: ['a'], created: '2025-01-01T00:00:00Z', document: { title: ['T'] } },
    target: [{ selector: [{ type: 'TextQuoteSelector', exact: quote.exact }] }],
  })),
};
const clipper = [
  { url: address, title: 'T', highlights: library.notes.map(({ text }) => ({ text: `<p>a${text}</p>` })) },
];
const own: unknown = JSON.parse((await exported('json', library, NOW_MS))[0]?.text ?? '');
const table = (await exported('csv', library, NOW_MS))[0]?.text ?? '';
const JSONS: Record<string, unknown> = { own, hypothesis, clipper };

/** Values that no field expects. */
const WRONG = [
  null,
  7,
  -1,
  Number.MAX_VALUE,
  true,
  '',
  'x'.repeat(300_000),
  [],
  {},
  [[[]]],
  'javascript:alert(1)',
  '\ud800\u0000',
];

/** The value with one field replaced; fields are counted through the whole tree. */
function withWrong(value: unknown, place: number, wrong: unknown): unknown {
  let at = -1;
  const walk = (one: unknown): unknown => {
    at += 1;
    if (at === place) return wrong;
    if (Array.isArray(one)) return one.map(walk);
    if (typeof one !== 'object' || one === null) return one;
    return Object.fromEntries(Object.entries(one).map(([key, inner]) => [key, walk(inner)]));
  };
  return walk(value);
}

type Bad = [name: string, read: () => Result<ParsedFile> | Promise<Result<ParsedFile>>];
const text = (name: string, file: string): Bad => [name, () => readImport(file, NOW_MS)];
const zip = (name: string, bytes: Uint8Array): Bad => [name, () => readBackup(sliceable(bytes), NOW_MS)];

function cutFiles(): Bad[] {
  const files = {
    ...Object.fromEntries(Object.entries(JSONS).map(([name, value]) => [name, JSON.stringify(value)])),
    table,
  };
  return Object.entries(files).flatMap(([name, file]) =>
    Array.from({ length: 15 }, (_, at) =>
      text(`${name} cut at ${at} of 15`, file.slice(0, Math.floor((file.length * at) / 15))),
    ),
  );
}

function wrongFiles(): Bad[] {
  return Object.entries(JSONS).flatMap(([name, value]) =>
    Array.from({ length: 60 }, (_, at) => {
      const wrong = WRONG[at % WRONG.length];
      return text(`${name} with a wrong value at ${at}`, JSON.stringify(withWrong(value, at, wrong)));
    }),
  );
}

function hostileFiles(): Bad[] {
  const late = { deletedAt: 'zzzzzzzzz.0000.evil', title: 'zzzzzzzzz.0000.evil' };
  const erasing = {
    '@context': 'x',
    items: [],
    'lede:entries': library?.entries.map((one) => ({ ...one, id: 'x1', title: 'Bank', deletedAt: 1, clocks: late })),
  };
  return [
    text('erases by address', JSON.stringify(erasing)),
    text(
      'erases by id',
      JSON.stringify({
        ...erasing,
        'lede:entries': library?.entries.map((one) => ({ ...one, deletedAt: 1, clocks: late })),
      }),
    ),
    text('pollutes the prototype', '{"__proto__": {"polluted": 1}, "annotations": [{"__proto__": {"uri": "x"}}]}'),
    text('is deep', `[${'['.repeat(100_000)}${']'.repeat(100_000)}]`),
    text('is full of open tags', JSON.stringify([{ url: address, highlights: [{ text: '<br '.repeat(150_000) }] }])),
    text('is not text', String.fromCharCode(...Array.from({ length: 5_000 }, (_, at) => (at * 7919) % 65_536))),
    zip('is a zip of zeros', zipSync({ 'library.json': new Uint8Array(60_000_000) })),
    zip('is a zip of nothing', zipSync({})),
    zip('is a zip with a path', zipSync({ '../../library.json': strToU8('{}') })),
    zip('is a zip that lies', zipSync({ 'library.json': strToU8('{"entries": 5, "notes": {"length": 1e9}}') })),
  ];
}

function cutZips(): Bad[] {
  const bytes = zipSync({ 'library.json': strToU8(JSON.stringify(library)) });
  return Array.from({ length: 20 }, (_, at) =>
    zip(`backup cut at ${at} of 20`, bytes.slice(0, Math.floor((bytes.length * at) / 20))),
  );
}

const BAD: Bad[] = [...cutFiles(), ...wrongFiles(), ...hostileFiles(), ...cutZips()];

describe('a bad file', () => {
  it('is one of at least two hundred', () => expect(BAD.length).toBeGreaterThanOrEqual(200));

  it.each(BAD)('%s', async (_name, read) => {
    const began = performance.now();
    const reading = await read();
    if (!reading.ok) {
      expect(problemOf(reading.error.detail)?.line).toBeGreaterThan(0);
    } else {
      const after = applied(library, planImport(library, reading.value.records, STAMP));
      const [was, is] = [sorted(library), sorted(after)];
      const entries = new Map(is.entries.map((entry) => [entry.id, entry]));
      for (const { id, url, title } of was.entries) expect(entries.get(id)).toMatchObject({ url, title });
      expect(is.entries.filter(({ deletedAt }) => deletedAt !== undefined)).toEqual([]);
      const notes = new Map(is.notes.map((note) => [note.id, [note.text, ...Object.values(note.alts)]]));
      for (const note of was.notes) expect(notes.get(note.id)).toContain(note.text);
      expect(is.articles).toEqual(expect.arrayContaining(was.articles));
      expect(reading.value.problems.every(({ line }) => line > 0)).toBe(true);
    }
    expect(performance.now() - began).toBeLessThan(2_000);
  });
});
