import { expect, it } from 'vitest';
import { problemOf } from '../../../../../src/core/library/import/problem.ts';
import { readFile } from '../../../../../src/views/library/taking/read-file.ts';

const NOW = Date.UTC(2026, 10, 28);
const HEAD = 'Highlight,Title,URL,Note\n';
/**
 * The longest wait of anything else on the pages' thread, as a share of the reading time (0–1), because both take
 * longer on a slow machine. If the file were read on that thread, everything would wait for all of it.
 */
const WAIT_MOST01 = 1 / 4;

function csv(rows: number): File {
  const words = 'of a book that says much, and long enough to be marked '.repeat(7);
  const lines = Array.from({ length: rows }, (_, n) => `"Sentence ${n} ${words}",Book ${n % 700},,a note ${n}\n`);
  return new File([HEAD, ...lines], 'readwise.csv', { type: 'text/csv' });
}

it("reads 25 MB without blocking the thread of Lede's pages", async () => {
  const file = csv(60_000);
  expect(file.size).toBeGreaterThan(25e6);
  const begun = performance.now();
  let [last, longest] = [begun, 0];
  const beat = setInterval(() => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  }, 10);
  const read = await readFile(file, NOW);
  const took = performance.now() - begun;
  longest = Math.max(longest, performance.now() - last);
  clearInterval(beat);
  expect(read.ok && read.value.records.notes).toHaveLength(60_000);
  expect(read.ok && read.value.records.entries).toHaveLength(700);
  expect(longest / took).toBeLessThan(WAIT_MOST01);
});

it('reports the lines it does not accept, and rejects an unknown file', async () => {
  const some = await readFile(new File([HEAD, 'words,A title,not an address,\nwords,A title,,\n'], 'a.csv'), NOW);
  expect(some).toMatchObject({ ok: true, value: { problems: [{ line: 2, reason: 'no-address' }] } });
  const none = await readFile(new File(['{ "broken'], 'a.json'), NOW);
  expect(none.ok ? null : problemOf(none.error.detail)).toMatchObject({ line: 1, reason: 'not-json' });
});
