/** The field for tags: chips, autocompletion, and no loss of typed text. */
import { cleanup, render, screen, waitFor } from '@testing-library/preact';
import { userEvent } from 'vitest/browser';
import { afterEach, beforeEach, expect, it } from 'vitest';
import english from '../../../../../public/_locales/en/messages.json';
import { speak } from '../../../../../src/adapters/i18n/sentences.ts';
import { TagsField } from '../../../../../src/views/parts/controls/TagsField.tsx';
import { type Set, setGlance } from '../../../../fakes/glance-stage.ts';
import { stage } from '../../../../fakes/stage.ts';

let set: Set;
let told: string[][] = [];
let done = 0;
beforeEach(async () => {
  stage.clear();
  speak('en', english);
  set = setGlance();
  [told, done] = [[], 0];
  await set.mark('The crew of three became a crew of two');
  const [note] = await set.db.notes.toArray();
  await set.db.notes.update(note?.id ?? '', { tags: ['harbours', 'sea trade', 'seals'] });
  render(<TagsField tags={['boats']} onChange={(tags) => told.push(tags)} onDone={() => (done += 1)} />);
  await userEvent.click(field());
});
afterEach(async () => {
  cleanup();
  await set.close();
});

const field = () => screen.getByRole<HTMLInputElement>('combobox', { name: english.parts_note_tags.message });
const chips = () => [...document.querySelectorAll('.tag-chip')].map(({ textContent }) => textContent);
const offered = () => screen.queryAllByRole('option').map(({ textContent }) => textContent);
const type = (keys: string) => userEvent.keyboard(keys);

it('makes chips at commas, at Enter and when the field is left, and reports each letter', async () => {
  await type('old, n');
  expect(chips()).toEqual(['boats', 'old']);
  expect(told.at(-1)).toEqual(['boats', 'old', 'n']);
  await type('ew{Enter}');
  expect(chips()).toEqual(['boats', 'old', 'new']);
  expect(done).toBe(0);
  await type('last');
  field().blur();
  await waitFor(() => expect(chips()).toEqual(['boats', 'old', 'new', 'last']));
  expect(told.at(-1)).toEqual(['boats', 'old', 'new', 'last']);
});

it('suggests tags of the library that complete the text, chosen by arrow keys or the pointer', async () => {
  await type('se');
  await waitFor(() => expect(offered()).toEqual(['sea trade', 'seals']));
  await type('{ArrowDown}{ArrowDown}');
  const chosen = document.getElementById(field().getAttribute('aria-activedescendant') ?? '');
  expect(chosen?.textContent).toBe('seals');
  await type('{Enter}');
  expect(chips()).toEqual(['boats', 'seals']);
  await type('trad');
  await waitFor(() => expect(offered()).toEqual(['sea trade']));
  await userEvent.click(screen.getByRole('option'));
  expect(told.at(-1)).toEqual(['boats', 'seals', 'sea trade']);
  expect(document.activeElement).toBe(field());
});

it('closes the suggestions at the first Escape, and finishes with Enter in the empty field', async () => {
  let outside = 0;
  document.addEventListener('keydown', () => (outside += 1), { once: true });
  await type('har');
  outside = 0;
  await waitFor(() => expect(offered()).toEqual(['harbours']));
  await type('{Escape}');
  expect(offered()).toEqual([]);
  expect(outside).toBe(0);
  await type('{Enter}');
  expect(chips()).toEqual(['boats', 'har']);
  await type('{Enter}');
  expect(done).toBe(1);
});

it('removes chips by their button and by Backspace, and keeps one whose name is typed again', async () => {
  await type('boats');
  await type('{Backspace}{Backspace}{Backspace}{Backspace}{Backspace}');
  expect(chips()).toEqual(['boats']);
  expect(told.at(-1)).toEqual(['boats']);
  await type('x,');
  await userEvent.click(screen.getByRole('button', { name: english.parts_tag_remove.message.replace('$1', 'boats') }));
  expect(told.at(-1)).toEqual(['x']);
  await type('{Backspace}');
  expect(told.at(-1)).toEqual([]);
});
