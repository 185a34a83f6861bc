/** The actions on rows of the library. Each reports what was done and offers undo. */
import { openAddress, openPage } from '../../adapters/browser/browser.ts';
import { ask } from '../../adapters/browser/channel.ts';
import { changeSettings } from '../../adapters/browser/settings.ts';
import { shelvesOfEntries } from '../../adapters/store/read/shelves.ts';
import { count, t } from '../../adapters/i18n/sentences.ts';
import { linkTo } from '../../core/library/text-fragment.ts';
import { handToObsidian } from '../../core/library/export/obsidian.ts';
import type { Entry, Mark, Note } from '../../core/library/records.ts';
import type { Result } from '../../core/result.ts';
import type { Choosing } from '../parts/notes/MayBelong.tsx';
import type { Said } from '../parts/controls/Toast.tsx';
import { failureSentence } from '../parts/failure-sentence.ts';
import { settleAndSay } from '../parts/notes/save-note.ts';
import { choosingOnPage, placeOnPage } from './lost-notes.ts';
import type { Row } from './list/rows.ts';

/** The acts. */
export interface LibraryActs {
  /** The saved article, in the reader. */
  open(row: Row): void;
  /** The page itself, at the note's words where the row is a note. */
  openPage(row: Row): void;
  remove(rows: Row[]): void;
  tag(rows: Row[], add: string[], remove: string[]): void;
  /** Of articles among rows, or of the articles of notes where there are notes alone. */
  mark(rows: Row[], mark: Mark, on: boolean): void;
  /** Lets a person choose a lost note's place on its page. */
  place(entry: Entry, note: Note): void;
  /** Where a lost note may belong, while a tab shows its page. */
  choosingFor(entry: Entry, note: Note): Choosing;
  /** Keeps these words of a note alone. */
  settle(note: Note, text: string): void;
  part(row: Row, alias: string): void;
  /** Joins or separates two sites of an article; joined sites show each other's highlights. */
  joinSites(row: Row, alias: string, on: boolean): void;
  /** Hands an article with its notes over to Obsidian. */
  toObsidian(row: Row): void;
  undo(): Promise<void>;
  /** Redoes the last undone step. */
  redo(): Promise<void>;
}

/** The messages after a mark is set and after it is cleared. */
const MARKED = {
  readAt: ['library_marked_read', 'library_marked_unread'],
  favouriteAt: ['library_favourited', 'library_unfavourited'],
  archivedAt: ['library_archived', 'library_unarchived'],
} as const satisfies Record<Mark, readonly [string, string]>;

/** Ids of entries and of notes among rows; a note whose entry is there too goes with it. */
export function idsOf(rows: Row[]): { entryIds: string[]; noteIds: string[] } {
  const entryIds = rows.flatMap((row) => ('note' in row ? [] : [row.entry.id]));
  const whole = new Set(entryIds);
  const noteIds = rows.flatMap((row) => ('note' in row && !whole.has(row.entry.id) ? [row.note.id] : []));
  return { entryIds, noteIds };
}

/** Ids of the articles among rows; where there are notes alone, of theirs. */
function articlesOf(rows: Row[]): string[] {
  const { entryIds } = idsOf(rows);
  return entryIds.length ? entryIds : [...new Set(rows.map(({ entry }) => entry.id))];
}

/** Makes the acts; `say` shows a line at the foot. */
export function createActs(say: (said: Said) => void): LibraryActs {
  const told = (answer: Result<unknown>): boolean => {
    if (!answer.ok) say({ sentence: failureSentence(answer.error) });
    return answer.ok;
  };
  const undo = async () => {
    const undone = await ask('change.undo', null);
    if (told(undone) && undone.ok)
      say({ sentence: t(undone.value.undone ? 'library_undone' : 'library_nothing_to_undo') });
  };
  const redo = async () => {
    const redone = await ask('change.redo', null);
    if (told(redone) && redone.ok)
      say({ sentence: t(redone.value.redone ? 'library_redone' : 'library_nothing_to_redo') });
  };
  return {
    undo,
    redo,
    open: ({ entry }) => void openPage(`reader/index.html?entry=${entry.id}`),
    openPage: (row) => void openAddress('note' in row ? linkTo(row.entry.url, row.note.quote.exact) : row.entry.url),
    remove(rows) {
      const { entryIds, noteIds } = idsOf(rows);
      void (async () => {
        if (entryIds.length && !told(await ask('entry.delete', { ids: entryIds }))) return;
        if (noteIds.length && !told(await ask('note.delete', { ids: noteIds }))) return;
        const back = async () => {
          if (entryIds.length) told(await ask('entry.restore', { ids: entryIds }));
          if (noteIds.length) told(await ask('note.restore', { ids: noteIds }));
        };
        const amount = entryIds.length + noteIds.length;
        if (amount) say({ sentence: count('library_deleted', amount), undo: () => void back() });
      })();
    },
    tag(rows, add, remove) {
      const entryIds = rows.flatMap((row) => ('note' in row ? [] : [row.entry.id]));
      const noteIds = rows.flatMap((row) => ('note' in row ? [row.note.id] : []));
      void ask('tag.set', { entryIds, noteIds, add, remove }).then((answer) => {
        if (told(answer)) say({ sentence: t('library_tagged'), undo: () => void undo() });
      });
    },
    mark: (rows, mark, on) =>
      void ask('entry.mark', { ids: articlesOf(rows), mark, at: on ? Date.now() : null }).then((answer) => {
        if (told(answer)) say({ sentence: t(MARKED[mark][on ? 0 : 1]), undo: () => void undo() });
      }),
    place: (entry, note) => void placeOnPage(entry, note, say),
    choosingFor: (entry, note) => choosingOnPage(entry, note, say),
    settle: (note, text) => void settleAndSay(note, text, say),
    toObsidian: ({ entry }) =>
      void shelvesOfEntries([entry.id]).then(async (shelves) => {
        const [shelf] = told(shelves) && shelves.ok ? shelves.value : [];
        if (!shelf) return;
        const { address, clipboard } = handToObsidian(shelf);
        if (clipboard !== undefined) await navigator.clipboard.writeText(clipboard);
        location.assign(address);
      }),
    joinSites({ entry }, alias, on) {
      const join = async (to: boolean) => {
        const { withJoined } = await import('../../core/library/address/site.ts'); // its list of suffixes is large
        await changeSettings(({ joinedSites }) => ({ joinedSites: withJoined(joinedSites, entry.url, alias, to) }));
      };
      void join(on).then(() =>
        say({ sentence: t(on ? 'library_joined' : 'library_unjoined'), undo: () => void join(!on) }),
      );
    },
    part: ({ entry }, alias) =>
      void ask('entry.part', { id: entry.id, alias }).then((answer) => {
        if (told(answer)) say({ sentence: t('library_parted'), undo: () => void undo() });
      }),
  };
}
