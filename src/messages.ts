/** The contract between contexts, types only: who may ask whom what. Every answer is a `Result`. */
import type { Article, BroughtBack } from './core/article/article.ts';
import type { Listed } from './core/article/listing.ts';
import type { Correction } from './core/article/removals/correction.ts';
import type { Quote } from './core/anchor/quote.ts';
import type { Counts } from './core/library/import/plan.ts';
import type { Colour, Entry, Mark, Note, PlaceState } from './core/library/records.ts';
import type { Stop } from './core/library/sync/state.ts';

/** All a page ever learns of a note: never its words. */
export interface PageHighlight {
  id: string;
  quote: Quote;
  colour: Colour;
}

/** Where a highlight stands on the page. */
export interface HighlightPlace {
  id: string;
  state: PlaceState;
  /** How sure the place is, 0–1. */
  score01: number;
  /** The range of `Article.text` that it covers; null if it is lost or stands outside the article. */
  range: { start: number; end: number } | null;
  /** What stands there now, where it is not what was marked. */
  now?: string;
}

/** What the background tells a page that it may do there. */
export interface PagePlan {
  highlights: PageHighlight[];
  /** The person granted this site: highlights are restored without a click. */
  granted: boolean;
  /** The person wants this site calm at once. */
  calm: boolean;
  /** The person wants the hidden blocks of every article counted on the button. */
  counted: boolean;
  /** Texts of removals that the person brought back on this page's entry, and shapes of blocks on its site. */
  broughtBack: string[];
  keptShapes: string[];
  /** How the person wants the pages of this site to be read. */
  correction: Correction | null;
  /** Where in the article's text the person was last; absent where nothing of this page is kept. */
  position?: number;
}

/** Page → background. Small; every field is parsed; the address is the sender's, never the message's. */
export interface FromPage {
  /**
   * Asked by the loader when a page opens or changes its address: lets the page script in where there is something to
   * do.
   */
  'page.look': (ask: { canonicalUrl?: string }) => null;
  /** Lets one of our scripts into the asker's own tab. */
  'page.enter': (ask: { script: 'page' | 'reading' }) => null;
  /** Asked once when the page script starts and again when the address changes without loading. */
  'page.plan': (ask: { canonicalUrl?: string }) => PagePlan;
  /** Adds a highlight; `article` is kept with the entry (first time, or when it changed). */
  'highlight.add': (ask: {
    quote: Quote;
    colour: Colour;
    article?: Article;
    /** A UUID of the asker's: asking again with it adds nothing. */ id?: string;
  }) => PageHighlight;
  'highlight.recolour': (ask: { ids: string[]; colour: Colour }) => null;
  'highlight.delete': (ask: { ids: string[] }) => null;
  'highlight.reattach': (ask: { id: string; quote: Quote }) => PageHighlight;
  /** Where highlights were found on the page. */
  'highlight.report': (ask: { found: { id: string; state: PlaceState; score01: number; now?: string }[] }) => null;
  'change.undo': (ask: null) => { undone: string | null };
  'change.redo': (ask: null) => { redone: string | null };
  /** A one-time address of the note editor for one highlight, to be put into an iframe. */
  'editor.address': (ask: { id: string }) => { url: string };
  /** How many blocks were set aside, for the badge of a granted site. */
  'badge.set': (ask: { count: number }) => null;
  'place.keep': (ask: { position: number }) => null;
  /** Keeps the page's article in the library. */
  'article.keep': (ask: { article: Article }) => null;
  /** Remembers that a block was brought back (or set aside again), with the article's entry. */
  'removal.bring-back': (ask: { text: string; back: boolean; article: Article }) => null;
  /**
   * Remembers how the pages of this site are to be read (null: as the judge says); a saved article is replaced by
   * `article`.
   */
  'correction.keep': (ask: { correction: Correction | null; article?: Article }) => null;
}

/** A CouchDB database and who signs in there. */
interface SyncServer {
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
  /** Makes the database. */
  'sync.create': (ask: SyncServer) => { stop: Stop | null };
  'sync.start': (ask: SyncServer & { passphrase: string; notesOnly: boolean; settings: boolean }) => {
    stop: Stop | null;
  };
  /** Begins a round and answers at once. `asked`: the person wants it, whatever stood in the way before. */
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
  /** Keeps an article; `addressOf` is the id of an entry of which this is another address. */
  'entry.keep': (ask: { article: Article; addressOf?: string }) => Entry;
  /** `readAt: null` makes it unread again. `tagsBase`: the tags that the person saw before they changed them. */
  'entry.change': (ask: {
    id: string;
    change: Partial<Pick<Entry, 'title' | 'tags' | 'position' | 'broughtBack'>> & {
      readAt?: number | null;
      tagsBase?: string[];
    };
  }) => Entry;
  /** Marks many as one step, or with null takes the mark off; those marked already keep their time. */
  'entry.mark': (ask: { ids: string[]; mark: Mark; at: number | null }) => { changed: number };
  'entry.delete': (ask: { ids: string[] }) => null;
  'entry.restore': (ask: { ids: string[] }) => null;
  'entry.part': (ask: { id: string; alias: string }) => Entry;
  /** `id` as with `highlight.add`. */
  'note.add': (ask: { article: Article; quote: Quote; colour: Colour; text: string; id?: string }) => Note;
  /**
   * `textBase` is `note.clocks.text` of the note that the person began to edit: words written elsewhere meanwhile are
   * then kept in `alts`. `settled` are the clocks of those `alts` that the person lets go. `tagsBase` as with entries.
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
  /**
   * Renames a tag on all entries and notes; where `to` is there already the two become one; an empty `to` takes the tag
   * away.
   */
  'tag.rename': (ask: { from: string; to: string }) => { changed: number };
  /** Puts tags on, or takes them off, many entries and notes as one step. */
  'tag.set': (ask: { entryIds: string[]; noteIds: string[]; add: string[]; remove: string[] }) => { changed: number };
  /** Takes back the last step; with `id` the last one that changed this entry or note and nothing else. */
  'change.undo': (ask: { id: string } | null) => { undone: string | null };
  'change.redo': (ask: null) => { redone: string | null };
  /**
   * Takes a piece of a file that a view has read: entries with their notes and articles, as plain values. Nothing that
   * is there goes. With `dry` nothing is written and the numbers say what would be; those of `counted` entries were
   * told with an earlier piece. Pieces of one file have a `group` in common and are taken back together. `refused` are
   * records that do not have the agreed shape.
   */
  'library.take': (ask: {
    records: { entries: unknown[]; notes: unknown[]; articles: unknown[] };
    trust: 'fill' | 'restore';
    group: string;
    dry?: boolean;
    counted?: string[];
  }) => Counts & { refused: number };
  /** Makes a backup inside the browser now, as after an import. */
  'backup.make': (ask: null) => null;
  /** The person answered the offer to bring back a lost library, by taking it or not. */
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

/** An article as a page script read it, with what the person decided about it. */
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
  'article.save': (ask: { tell: boolean }) => null;
  /** Scrolls a range of `Article.text` into view and flashes it. */
  'range.reveal': (ask: { start: number; end: number }) => null;
  /** Highlights a range of `Article.text`. */
  'range.highlight': (ask: { start: number; end: number; colour: Colour }) => PageHighlight;
  'highlight.reveal': (ask: { id: string }) => null;
  /** Where the highlights stand, in the order of the page, lost ones last. */
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
  /** Sets a block aside again that was brought back. */
  'removal.set-aside': (ask: { text: string }) => PageReading;
  /** Reads with these shapes of the site kept, as the person has just said in a view, which remembers them. */
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
