/** The library page over a real database: what changes while it is being read is shown, at whatever moment the change is told. */
import { cleanup, render, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, expect, it } from 'vitest';
import english from '../../public/_locales/en/messages.json';
import { speak } from '../../src/adapters/words.ts';
import { LibraryPage } from '../../src/views/library/LibraryPage.tsx';
import { type Set, setGlance } from '../fakes/glance-stage.ts';
import { stage } from '../fakes/stage.ts';

const WORDS = 'The crew of three became a crew of two';
let set: Set;
beforeEach(() => {
  stage.clear();
  speak('en', english);
  set = setGlance();
});
afterEach(async () => {
  cleanup();
  await set.close();
});

const words = () => [...document.querySelectorAll('.note-words')].map(({ textContent }) => textContent);
const lose = async (id: string) => {
  const note = await set.db.notes.get(id);
  if (!note) throw new Error('gone');
  await set.db.notes.put({ ...note, place: { state: 'lost', score01: 0, seenAt: 1 } });
  stage.tell('library.changed', { entryIds: [note.entryId] });
};
/** Moments at which the page may hear of a change: from before its first reading is in, to long after the last. */
const MOMENTS: [when: string, ms: number][] = [
  ['in the same breath', -1],
  ...[0, 1, 2, 4, 8, 12, 16, 20, 24, 32, 40, 60, 100, 400].map((ms): [string, number] => [`after ${ms} ms`, ms]),
];

it.each(MOMENTS)('shows a note that is lost %s', async (_when, ms) => {
  const id = await set.mark(WORDS);
  await set.mark('Cold halves the range');
  render(<LibraryPage first="is:lost" />);
  if (ms >= 0) await new Promise((over) => setTimeout(over, ms));
  await lose(id);
  await waitFor(() => expect(words()).toEqual([WORDS]));
  await new Promise((over) => setTimeout(over, 100)); // and nothing older takes it away again
  expect(words()).toEqual([WORDS]);
});
