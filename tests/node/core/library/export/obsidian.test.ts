/** Notes on their way to Obsidian. */
import { describe, expect, it } from 'vitest';
import { handToObsidian } from '../../../../../src/core/library/export/obsidian.ts';
import { markdownOf } from '../../../../../src/core/library/export/markdown.ts';
import fc from 'fast-check';
import type { Shelf } from '../../../../../src/core/library/shelf.ts';
import { libraries } from '../../../../fakes/library.ts';

/** An article with one note of these words. */
function shelfOf(title: string, text: string): Shelf {
  const [library] = fc.sample(
    libraries.filter(({ notes, entries }) => notes.length > 0 && entries.length > 0),
    { seed: 7, numRuns: 1 },
  );
  const [entry, note] = [library?.entries[0], library?.notes[0]];
  if (!entry || !note) throw new Error('a library');
  const quote = { exact: 'The river', prefix: '', suffix: '', start: 0 };
  return { entry: { ...entry, title, tags: [] }, notes: [{ ...note, text, quote, alts: {}, tags: [] }] };
}

describe('a hand-over to Obsidian', () => {
  it('has a short note completely in the address, named by the title', () => {
    const shelf = shelfOf('A / B', 'Few words');
    const { address, clipboard } = handToObsidian(shelf);
    const url = new URL(address);
    expect(url.protocol).toBe('obsidian:');
    expect(url.searchParams.get('name')).toBe('A B');
    expect(url.searchParams.get('content')).toBe(markdownOf(shelf));
    expect(clipboard).toBeUndefined();
  });
  it('passes a long one completely through the clipboard', () => {
    const shelf = shelfOf('Long', 'word '.repeat(2_000));
    const { address, clipboard } = handToObsidian(shelf);
    expect(address.length).toBeLessThan(1_800);
    expect(new URL(address).searchParams.get('clipboard')).toBe('true');
    expect(clipboard).toBe(markdownOf(shelf));
  });
});
