/** The editor of a note: what its line says, and what becomes of words typed right before the note is deleted. */
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { userEvent } from 'vitest/browser';
import { afterEach, beforeEach, expect, it } from 'vitest';
import english from '../../../../../public/_locales/en/messages.json';
import { ask } from '../../../../../src/adapters/browser/channel.ts';
import { speak } from '../../../../../src/adapters/i18n/sentences.ts';
import { NoteEditor } from '../../../../../src/views/parts/notes/NoteEditor.tsx';
import { saveNote } from '../../../../../src/views/parts/notes/save-note.ts';
import { type Set, setGlance } from '../../../../fakes/glance-stage.ts';
import { stage } from '../../../../fakes/stage.ts';

let set: Set;
let id: string;
beforeEach(async () => {
  stage.clear();
  speak('en', english);
  set = setGlance();
  id = await set.mark('The crew of three became a crew of two');
  const note = await set.db.notes.get(id);
  if (!note) throw new Error('gone');
  const onDelete = () => void ask('note.delete', { ids: [id] }).then(cleanup);
  render(<NoteEditor note={note} onSave={saveNote} onDelete={onDelete} onDone={cleanup} />);
});
afterEach(async () => {
  cleanup();
  await set.close();
});

const status = () => screen.getByRole('status').textContent;

it('does not bring back a note that is deleted right after words were typed', async () => {
  // At once: after a pause the words would be saved before the deletion.
  fireEvent.input(screen.getByRole('textbox'), { target: { value: 'Two again' } });
  screen.getByRole('button', { name: english.parts_delete.message }).click();
  await waitFor(() => expect(screen.queryByRole('textbox')).toBeNull());
  await new Promise((saved) => setTimeout(saved, 300)); // whatever is saved on leaving is by now
  expect(await set.db.notes.get(id)).toMatchObject({ text: 'Two again', deletedAt: expect.any(Number) });
});

it('does not say that all is saved while a tag is being typed', async () => {
  await userEvent.keyboard('Two again');
  await userEvent.click(screen.getByRole('combobox'));
  await userEvent.keyboard('boats');
  await waitFor(async () => expect((await set.db.notes.get(id))?.text).toBe('Two again'));
  await new Promise((told) => setTimeout(told, 100));
  expect(status()).toBe('');
  await userEvent.keyboard('{Enter}');
  await waitFor(() => expect(status()).toBe(english.parts_saved.message));
  expect((await set.db.notes.get(id))?.tags).toEqual(['boats']);
});
