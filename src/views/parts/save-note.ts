/** Saves what a person changed of a note, and on which words it was based, so that words written elsewhere meanwhile are kept beside them. */
import { ask } from '../../adapters/channel.ts';
import type { Note } from '../../core/library/records.ts';
import type { Result } from '../../core/result.ts';
import type { NoteEdit } from './NoteEditor.tsx';

/** The note as it stands then. */
export function saveNote(edit: NoteEdit, last: Note): Promise<Result<Note>> {
  const textBase = last.clocks.text;
  const based = edit.text !== undefined && textBase !== undefined ? { textBase } : {};
  return ask('note.change', { id: last.id, change: { ...edit, ...based } });
}
