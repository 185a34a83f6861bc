/** Concurrent texts are on the note's card until the person chooses, and every choice can be undone. */
import { screen, waitFor, within } from '@testing-library/preact';
import axe from 'axe-core';
import { userEvent } from 'vitest/browser';
import { expect, it } from 'vitest';
import english from '../../../../../public/_locales/en/messages.json';
import { ask } from '../../../../../src/adapters/browser/channel.ts';
import { open, set, setEach } from '../../../../fakes/glance-each.tsx';

const QUOTE = 'The crew of three became a crew of two';
setEach();

/** A note that the panel, the reader and another tab edited concurrently, in the order of writing. */
async function divided(...written: string[]): Promise<string> {
  const id = await set.mark(QUOTE);
  const textBase = (await set.db.notes.get(id))?.clocks.text ?? '';
  for (const text of written) await ask('note.change', { id, change: { text, textBase } });
  open();
  await userEvent.click(await screen.findByRole('tab', { name: /^Notes/ }));
  return id;
}
const versions = () => screen.findByRole('group', { name: english.parts_versions.message });
const shown = async () =>
  [...(await versions()).querySelectorAll('.version-words')].map((words) => words.textContent ?? '');
const kept = async (id: string) => {
  const note = await set.db.notes.get(id);
  return [note?.text, ...Object.values(note?.alts ?? {})];
};
const press = async (name: string, at = 0) => {
  const button = within(await versions()).getAllByRole('button', { name })[at];
  if (button) await userEvent.click(button);
};

it('shows both, the later first, and can keep both in the order they were written', async () => {
  const id = await divided('Ask the sailors', 'Two of three stay');
  expect(await shown()).toEqual(['Two of three stay', 'Ask the sailors']);
  expect((await axe.run(document.body)).violations.map((one) => one.id)).toEqual([]);
  await press('Keep both');
  await screen.findByText('Choice saved');
  await waitFor(() => expect(screen.queryByRole('group', { name: english.parts_versions.message })).toBeNull());
  expect(await kept(id)).toEqual(['Ask the sailors\n\nTwo of three stay']);
  expect(document.activeElement?.matches('.note-quote')).toBe(true);
  await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
  expect(await shown()).toEqual(['Two of three stay', 'Ask the sailors']);
  expect(await kept(id)).toEqual(['Two of three stay', 'Ask the sailors']);
});

it('keeps either one alone, and undo reverts this choice and no later one', async () => {
  const id = await divided('Ask the sailors', 'Two of three stay');
  await press('Keep only this', 1);
  await screen.findByText('Choice saved');
  expect(await kept(id)).toEqual(['Ask the sailors']);
  const other = await set.mark('Cold halves the range');
  await ask('note.change', { id: other, change: { text: 'written meanwhile' } });
  await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
  await versions();
  expect(await kept(id)).toEqual(['Two of three stay', 'Ask the sailors']);
  expect(await kept(other)).toEqual(['written meanwhile']);
});

it('can keep all of three, or choose the empty one', async () => {
  const id = await divided('one', 'two', 'three', '');
  expect(await shown()).toEqual(['No text', 'three', 'two', 'one']);
  await press('Keep all');
  await screen.findByText('Choice saved');
  expect(await kept(id)).toEqual(['one\n\ntwo\n\nthree']);
});
