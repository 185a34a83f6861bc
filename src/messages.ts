/** The contract between contexts, types only: which requests each context may send. Every answer is a `Result`. */
import type { Article, BroughtBack } from './core/article/article.ts';
import type { Listed } from './core/article/listing.ts';
import type { Correction } from './core/article/removals/correction.ts';
import type { Quote } from './core/anchor/quote.ts';
import type { Binned, Counts } from './core/library/import/plan.ts';
import type { Colour, Entry, Mark, Note, PlaceState } from './core/library/records.ts';
import type { Stop } from './core/library/sync/state.ts';

/** All that a page learns about a note; never its text. */
export interface PageHighlight {
  id: string;
  quote: Quote;
  colour: Colour;
}

/** The place of a highlight on the page. */
export interface HighlightPlace {
  id: string;
  state: PlaceState;
  /** How sure the place is, 0–1. */
  score01: number;
  /** The range of `Article.text` that it covers; null if it is lost or outside the article. */
  range: { start: number; end: number } | null;
  /** The words that are there now, if they are not what was marked. */
  now?: string;
}

/** What the page script may do on a page, and what the library has for it. */
export interface PagePlan {
  highlights: PageHighlight[];
  /** The person granted this site: highlights are restored without a click. */
  granted: boolean;
  /** Pages of this site open as calm pages. */
  calm: boolean;
  /** The number of hidden blocks is shown on the toolbar button for every article. */
  counted: boolean;
  /** Texts of removals that the person restored in this page's entry, and shapes of blocks kept on its site. */
  broughtBack: string[];
  keptShapes: string[];
  /** How the person wants the pages of this site to be read. */
  correction: Correction | null;
  /** The last reading position in the article's text; absent if the page is not in the library. */
  position?: number;
}

/** Page → background. Small; every field is parsed; the address is the sender's, never the message's. */
export interface FromPage {
  /**
   * Sent by the loader when a page opens or changes its address: injects the page script if there is something to do.
   */
  'page.look': (ask: { canonicalUrl?: string }) => null;
  /** Injects one of Lede's scripts into the sender's tab. */
  'page.enter': (ask: { script: 'page' | 'reading' }) => null;
  /** Sent when the page script starts, and again when the address changes without loading. */
  'page.plan': (ask: { canonicalUrl?: string }) => PagePlan;
  /** Adds a highlight; `article` is kept with the entry (first time, or when it changed). */
  'highlight.add': (ask: {
    quote: Quote;
    colour: Colour;
    article?: Article;
    /** A UUID made by the sender: repeating the request with it adds nothing. */ id?: string;
  }) => PageHighlight;
  'highlight.recolour': (ask: { ids: string[]; colour: Colour }) => null;
  'highlight.delete': (ask: { ids: string[] }) => null;
  'highlight.reattach': (ask: { id: string; quote: Quote }) => PageHighlight;
  /** Reports where highlights were found on the page. */
  'highlight.report': (ask: { found: { id: string; state: PlaceState; score01: number; now?: string }[] }) => null;
  'change.undo': (ask: null) => { undone: string | null };
  'change.redo': (ask: null) => { redone: string | null };
  /** Returns a one-time address of the note editor for one highlight, for an iframe. */
  'editor.address': (ask: { id: string }) => { url: string };
  /** Reports how many blocks were set aside, for the badge of a granted site. */
  'badge.set': (ask: { count: number }) => null;
  'place.keep': (ask: { position: number }) => null;
  /**
   * Saves the page's article; `id` is its entry's. `isNew` is false if it is in the library already, so that there is
   * nothing to undo.
   */
  'article.keep': (ask: { article: Article }) => { id: string; isNew: boolean };
  /** Remembers with the article's entry that a block was restored (or set aside again). */
  'removal.bring-back': (ask: { text: string; back: boolean; article: Article }) => null;
  /**
   * Remembers how the pages of this site are to be read (null: as the judge says); a saved article is replaced by
   * `article`.
   */
  'correction.keep': (ask: { correction: Correction | null; article?: Article }) => null;
}

/** A CouchDB database, with user and password. */
export interface SyncServer {
  url: string;
  user: string;
  password: string;
}

/** View → background, about sync. */
export interface FromViewOnSync {
  /** Looks at a server and changes nothing. `stop` says what is wrong; null if a person can start there. */
  'sync.look': (
    ask: SyncServer & { passphrase: string },
  ) => { stop: Stop } | { stop: null; found: 'empty' | 'library'; documents: number };
  /** Creates the database. */
  'sync.create': (ask: SyncServer) => { stop: Stop | null };
  'sync.start': (ask: SyncServer & { passphrase: string; notesOnly: boolean; settings: boolean }) => {
    stop: Stop | null;
  };
  /** Starts a round and answers at once. `asked`: the person asked for it, so an earlier stop does not count. */
  'sync.run': (ask: { asked: boolean }) => null;
  'sync.halt': (ask: null) => null;
  'sync.leave': (ask: null) => null;
  /** `clean` is false where the server may keep old, encrypted copies until it compacts its files. */
  'sync.change-passphrase': (ask: { passphrase: string }) => { stop: Stop | null; clean: boolean };
  'sync.remove': (ask: null) => { stop: Stop | null; clean: boolean };
  /** The link for another device; empty if nothing is set up. */
  'sync.invite': (ask: { withPassword: boolean }) => { link: string };
}

/** View (our own extension page) → background, the only writer. */
export interface FromView extends FromViewOnSync {
  /** Makes sure the page script runs in a tab (needs activeTab or a grant). */
  'tab.enter': (ask: { tabId: number }) => null;
  /** Saves an article; one that is archived comes out of the archive. */
  'entry.keep': (ask: { article: Article }) => Entry;
  /** `readAt: null` makes it unread again. `tagsBase`: the tags that the person saw before they changed them. */
  'entry.change': (ask: {
    id: string;
    change: Partial<Pick<Entry, 'title' | 'tags' | 'position' | 'broughtBack'>> & {
      readAt?: number | null;
      tagsBase?: string[];
    };
  }) => Entry;
  /** Sets a mark on many entries as one step, or removes it with null; entries that have it keep their time. */
  'entry.mark': (ask: { ids: string[]; mark: Mark; at: number | null }) => { changed: number };
  'entry.delete': (ask: { ids: string[] }) => null;
  'entry.restore': (ask: { ids: string[] }) => null;
  'entry.part': (ask: { id: string; alias: string }) => Entry;
  /** `id` as with `highlight.add`. */
  'note.add': (ask: { article: Article; quote: Quote; colour: Colour; text: string; id?: string }) => Note;
  /**
   * `textBase` is `note.clocks.text` of the note as the person began to edit it: concurrent edits are then kept in
   * `alts`. `settled` are the clocks of the `alts` that the person drops. `tagsBase` as with entries.
   */
  'note.change': (ask: {
    id: string;
    change: Partial<Pick<Note, 'text' | 'colour' | 'tags' | 'quote'>> & {
      textBase?: string;
      settled?: string[];
      tagsBase?: string[];
    };
  }) => Note;
  'note.delete': (ask: { ids: string[] }) => null;
  'note.restore': (ask: { ids: string[] }) => null;
  /** Renames a tag on all entries and notes; if `to` exists the two are merged; an empty `to` removes the tag. */
  'tag.rename': (ask: { from: string; to: string }) => { changed: number };
  /** Adds tags to many entries and notes, or removes them, as one step. */
  'tag.set': (ask: { entryIds: string[]; noteIds: string[]; add: string[]; remove: string[] }) => { changed: number };
  /** Undoes the last step; with `id` the last one that changed only this entry or note. */
  'change.undo': (ask: { id: string } | null) => { undone: string | null };
  'change.redo': (ask: null) => { redone: string | null };
  /**
   * Takes a piece of a file that a view has read: entries with their notes and articles, as plain values. Nothing
   * existing is removed. With `dry` nothing is written and the counts say what would be; entries in `counted` were
   * counted with an earlier piece. Pieces of one file share a `group` and are undone together. `refused` counts invalid
   * records, `binned` names what the piece holds too and stays in the bin.
   */
  'library.take': (ask: {
    records: { entries: unknown[]; notes: unknown[]; articles: unknown[] };
    trust: 'fill' | 'restore';
    group: string;
    dry?: boolean;
    counted?: string[];
  }) => Counts & { refused: number; binned: Binned };
  /** Makes a backup inside the browser now, for example after an import. */
  'backup.make': (ask: null) => null;
  /** The person accepted or declined the offer to restore a lost library. */
  'loss.answer': (ask: null) => null;
  /** The person saved a backup outside the browser: the reminder starts again. */
  'backup.saved': (ask: null) => null;
  'bin.empty': (ask: null) => { erased: number };
  /** Trades the editor's one-time token for the note it may edit. */
  'editor.open': (ask: { token: string }) => Note;
  /**
   * The editor's own height, CSS px, and that it is done: passed on to the page script of its tab. The editor never
   * posts a message to the page around it, which would get hold of the frame's window and could load another page into
   * it.
   */
  'editor.resize': (ask: { heightPx: number }) => null;
  'editor.close': (ask: null) => null;
}

/** An article as read by the page script, with the person's decisions about it. */
export interface PageReading {
  article: Article;
  broughtBack: BroughtBack[];
  correction: Correction | null;
}

/** View or background → the page script of a tab. */
export interface ToPage {
  /**
   * Reads the page (again where `fresh`). A page that lists articles fails with `listing`, unless the person wants it
   * read `anyway`; then it is read until its address changes.
   */
  'article.read': (ask: { fresh: boolean; anyway?: boolean }) => PageReading & { calm: boolean };
  /**
   * Fetches the other parts of the article from the page's own site, without cookies, and joins them; asked at the
   * person's click alone. `whole` is false where a part that the page names could not be had.
   */
  'article.read-parts': (ask: null) => { article: Article; whole: boolean };
  /** Saves the article for later; says so on the page where `tell` is set. */
  'article.save': (ask: { tell: boolean }) => { id: string; isNew: boolean };
  /** Scrolls a range of `Article.text` into view and flashes it. */
  'range.reveal': (ask: { start: number; end: number }) => null;
  /** Highlights a range of `Article.text`. */
  'range.highlight': (ask: { start: number; end: number; colour: Colour }) => PageHighlight;
  'highlight.reveal': (ask: { id: string }) => null;
  /** The positions of the highlights, in the order of the page, lost ones last. */
  'highlight.states': (ask: null) => HighlightPlace[];
  /** Starts "select the place" for a lost highlight. */
  'highlight.place': (ask: { id: string }) => null;
  /**
   * Up to three passages where a lost highlight may belong, best first; `start` is a position in the page's whole text.
   */
  'highlight.suggest': (ask: { id: string }) => { text: string; start: number }[];
  /** Scrolls to a suggested passage and flashes it. */
  'highlight.show-at': (ask: { id: string; start: number }) => null;
  /** Makes a suggested passage the place of a lost highlight. */
  'highlight.place-at': (ask: { id: string; start: number }) => PageHighlight;
  /** Highlights what is selected, as the context menu and the shortcut do. */
  'selection.highlight': (ask: { colour: Colour; note: boolean }) => PageHighlight;
  'highlights.changed': (ask: { highlights: PageHighlight[] }) => null;
  'calm.set': (ask: { on: boolean }) => { on: boolean; count: number };
  'calm.toggle': (ask: null) => { on: boolean; count: number };
  /**
   * Brings a removal of `Article.removed` back into the article and the page, and remembers it; returns the article
   * read again.
   */
  'removal.bring-back': (ask: { index: number }) => PageReading;
  /** Removes a restored block again. */
  'removal.set-aside': (ask: { text: string }) => PageReading;
  /** Reads the page with these shapes kept, as the person has just chosen in a view, which stores them. */
  'shapes.keep': (ask: { shapes: string[] }) => PageReading;
  /** Reads the pages of this site so from now on, and remembers it; null leaves it to the judge again. */
  'correction.set': (ask: { correction: Correction | null }) => PageReading;
  /** What the page lists; empty if it is no listing. */
  'listing.read': (ask: null) => Listed[];
  /** Lets the person pick the part of the page that is the article; `correction.keep` follows when they did. */
  'part.pick': (ask: null) => null;
  /** The note editor wants to be so high, CSS px, and is done. */
  'editor.resize': (ask: { heightPx: number }) => null;
  'editor.close': (ask: null) => null;
  /** The position in `Article.text` now at the reader's line. */
  'place.now': (ask: null) => { position: number };
}

/** Told to every view, past tense. */
export interface Broadcast {
  'library.changed': { entryIds: string[] };
  /** The page of this tab is read otherwise from now on. */
  'page.corrected': { tabId: number };
}

/** What one asks of contract C under kind K. */
export type Ask<C, K extends keyof C> = C[K] extends (ask: infer A) => unknown ? A : never;
/** What contract C answers under kind K, inside the `Result`. */
export type Answer<C, K extends keyof C> = C[K] extends (ask: never) => infer A ? A : never;
/** A message as it travels. `to` tells the two listeners of a page and of the background apart. */
export interface Envelope {
  lede: 'ask' | 'told';
  kind: string;
  body: unknown;
}
