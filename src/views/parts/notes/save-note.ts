/**
 * Saves changes of a note together with the text and tags they are based on, so concurrent changes from elsewhere are
 * kept.
 */
import { ask } from '../../../adapters/browser/channel.ts';
import { t } from '../../../adapters/i18n/sentences.ts';
import type { Note } from '../../../core/library/records.ts';
import type { Result } from '../../../core/result.ts';
import type { NoteEdit } from './NoteEditor.tsx';
import type { Said } from '../controls/Toast.tsx';
import { failureSentence } from '../failure-sentence.ts';

/** The resulting note. */
export function saveNote(edit: NoteEdit, last: Note): Promise<Result<Note>> {
  const bases = { ...(edit.text === undefined ? {} : based(last)), ...(edit.tags ? { tagsBase: last.tags } : {}) };
  return ask('note.change', { id: last.id, change: { ...edit, ...bases } });
}

/** Keeps only `text` of all the versions that `note` shows; versions that arrived in the meantime stay. */
export function settleNote(note: Note, text: string): Promise<Result<Note>> {
  return ask('note.change', { id: note.id, change: { ...based(note), text, settled: Object.keys(note.alts) } });
}

/** Settles and says so, with the way back. */
export async function settleAndSay(note: Note, text: string, say: (said: Said) => void): Promise<void> {
  const settled = await settleNote(note, text);
  if (!settled.ok) return say({ sentence: failureSentence(settled.error) });
  const undo = async () => {
    const undone = await ask('change.undo', { id: note.id });
    if (!undone.ok) say({ sentence: failureSentence(undone.error) });
  };
  say({ sentence: t('parts_versions_settled'), undo: () => void undo() });
}

/** Said with every save of words, also where they have no clock yet. */
function based(note: Note): { textBase: string } {
  return { textBase: note.clocks.text ?? '' };
}
