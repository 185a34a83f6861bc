/** Reading a hostile file takes linear time: measured at n, 2n and 4n for every parser. */
import { describe, expect, it } from 'vitest';
import { obsidianTag } from '../../../../../src/core/library/export/markdown.ts';
import { fileName } from '../../../../../src/core/library/export/file-name.ts';
import { fingerprint } from '../../../../../src/core/library/fingerprint.ts';
import { readImport } from '../../../../../src/core/library/import/import.ts';
import { planImport } from '../../../../../src/core/library/import/plan.ts';
import { parseQuery } from '../../../../../src/core/library/search/query.ts';
import { linkTo } from '../../../../../src/core/library/text-fragment.ts';
import { addressAliases } from '../../../../../src/core/library/address-aliases.ts';
import { urlKey } from '../../../../../src/core/library/url-key.ts';
import { NOW_MS, STAMP, applied, emptyLibrary } from '../../../../fakes/library.ts';

const ADDRESS = 'https://example.org/x';
const read = (text: string) => readImport(text, NOW_MS);
const csv = (body: string) => `Highlight,URL\n${body}`;
const clip = (text: string) => JSON.stringify([{ url: ADDRESS, highlights: [{ text }] }]);
const annotation = (over: object) =>
  JSON.stringify({
    '@context': 'x',
    target: { source: ADDRESS, selector: { type: 'TextQuoteSelector', exact: 'q' } },
    ...over,
  });
/** Notes with one passage, `n` of them, and the same again with other words, taken into a library of the first. */
const samePassage = (n: number) => {
  const file = (words: string) =>
    JSON.stringify([
      {
        url: ADDRESS,
        highlights: Array.from({ length: n }, (_, at) => ({ text: 'same', timestamp: at + 1, notes: [words + at] })),
      },
    ]);
  const records = (words: string) => {
    const reading = read(file(words));
    return reading.ok ? reading.value.records : emptyLibrary();
  };
  const library = applied(emptyLibrary(), planImport(emptyLibrary(), records('a'), STAMP));
  const again = records('b');
  return () => planImport(library, again, STAMP);
};

/** The function that creates the work for a size, and the first size. */
const WORK: Record<string, [number, (n: number) => () => unknown]> = {
  'rows of a table': [4_000, (n) => () => read(csv('a,https://example.org/x\n'.repeat(n)))],
  'rows that end as on old Macs': [
    4_000,
    (n) => () => read(csv('a,https://example.org/x\n'.repeat(n)).replaceAll('\n', '\r')),
  ],
  'bad rows of a table': [4_000, (n) => () => read(csv(`${'a,https://example.org/x\n'}${'a,nowhere\n'.repeat(n)}`))],
  'quotation marks': [200_000, (n) => () => read(csv(`"${'""'.repeat(n)}",https://example.org/x\n`))],
  'cells never closed': [100_000, (n) => () => read(csv('"a\n'.repeat(n)))],
  'cells closed too soon': [20_000, (n) => () => read(csv('"a"b\n'.repeat(n)))],
  commas: [200_000, (n) => () => read(csv(','.repeat(n)))],
  columns: [100_000, (n) => () => read(`Highlight,URL${',x'.repeat(n)}\na,https://example.org/x\n`)],
  'brackets of JSON': [100_000, (n) => () => read(`${'['.repeat(500)}${']'.repeat(500)}${' '.repeat(n)}`)],
  'bad items of JSON': [
    3_000,
    (n) => () =>
      read(
        JSON.stringify({
          annotations: [{ uri: ADDRESS, target: [] }, ...Array.from({ length: n }, () => ({ uri: 'no' }))],
        }),
      ),
  ],
  'JSON that breaks off': [
    3_000,
    (n) => () =>
      read(JSON.stringify({ annotations: Array.from({ length: n }, () => ({ uri: ADDRESS })) }).slice(0, -3)),
  ],
  annotations: [
    3_000,
    (n) => () =>
      read(
        JSON.stringify({
          annotations: Array.from({ length: n }, (_, at) => ({ uri: ADDRESS + at, target: [], text: `x${at}` })),
        }),
      ),
  ],
  tags: [
    10_000,
    (n) => () =>
      read(
        JSON.stringify({
          annotations: [{ uri: ADDRESS, target: [], tags: Array.from({ length: n }, (_, at) => `t${at}`) }],
        }),
      ),
  ],
  'fragments in an address': [
    2_000,
    (n) => () =>
      read(
        annotation({
          target: { source: ADDRESS + '#:~:'.repeat(n), selector: { type: 'TextQuoteSelector', exact: 'q' } },
        }),
      ),
  ],
  bodies: [10_000, (n) => () => read(annotation({ body: Array.from({ length: n }, () => ({ value: 'x' })) }))],
  ...Object.fromEntries(
    ['<br ', '<a', '<!--', '<script ', '<script>', '</p', '&aaaa', '<svg><', '<style>a</style', '< ', 'İ<script>'].map(
      (piece) => [`HTML of ${piece}`, [20_000, (n: number) => () => read(clip(piece.repeat(n)))]] as const,
    ),
  ),
  'HTML of an end with spaces': [100_000, (n) => () => read(clip(`</p${' '.repeat(n)}`))],
  'notes with one passage': [1_500, samePassage],
  'slashes in an address': [
    1_900,
    (n) => () => repeated(() => addressAliases(`https://example.org/${'/'.repeat(n)}x`, 'https://example.org/y')),
  ],
  'slashes at its end': [1_900, (n) => () => repeated(() => urlKey(`https://example.org/a${'/'.repeat(n)}x`))],
  'sessions in an address': [
    180,
    (n) => () => repeated(() => urlKey(`https://example.org/${';jsessionid='.repeat(n)}`)),
  ],
  'escapes in an address': [650, (n) => () => repeated(() => urlKey(`https://example.org/${'%41'.repeat(n)}`))],
  'parameters of an address': [900, (n) => () => repeated(() => urlKey(`https://example.org/?${'a&'.repeat(n)}`))],
  'forms in an address': [380, (n) => () => repeated(() => addressAliases(`https://example.org/${'.amp/'.repeat(n)}`))],
  'words searched for': [1_500, (n) => () => parseQuery('a '.repeat(n))],
  'quotation marks searched for': [3_000, (n) => () => parseQuery('"a '.repeat(n))],
  'a passage in a link': [50_000, (n) => () => linkTo(ADDRESS, ' \n'.repeat(n) + 'x'.repeat(n))],
  'halves of letters in a link': [50_000, (n) => () => linkTo(ADDRESS, '\ud800'.repeat(n))],
  'dashes in a tag': [50_000, (n) => () => obsidianTag(`${'-'.repeat(n)}a${'-'.repeat(n)}b`)],
  'dots in a title': [50_000, (n) => () => fileName(`${'. '.repeat(n)}x${'. '.repeat(n)}`)],
  'words of an article': [20_000, (n) => () => fingerprint(Array.from({ length: n }, (_, at) => `w${at}`).join(' '))],
};

function repeated(act: () => unknown): void {
  for (let turn = 0; turn < 20; turn += 1) act();
}

/** The lower processor time of two runs, in ms, so that neither other processes nor the warm-up count. */
function costMs(act: () => unknown): number {
  const runs = [0, 1].map(() => {
    const before = process.cpuUsage();
    act();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1_000;
  });
  return Math.min(...runs);
}

/** Below this time, differences are noise. */
const UNNOTICED_MS = 120;
/** Maximum factor in time for four times the size; quadratic work would take sixteen times. */
const GROWTH_MOST = 9;

describe('time grows with the size of', () => {
  it.each(Object.entries(WORK))('%s', (_name, [size, make]) => {
    const [first, , last] = [1, 2, 4].map((times) => costMs(make(size * times)));
    if (first === undefined || last === undefined) throw new Error('not measured');
    if (last > UNNOTICED_MS) expect(last / Math.max(first, 1)).toBeLessThan(GROWTH_MOST);
    expect(last).toBeLessThan(4_000);
  });
});
