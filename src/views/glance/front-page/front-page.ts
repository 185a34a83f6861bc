/** The state of popup and panel: the data of the active page, read step by step. */
import { type Tab, activeTab, onTabChange } from '../../../adapters/browser/browser.ts';
import { enterPage } from '../../../adapters/browser/injection.ts';
import { askPage, hear } from '../../../adapters/browser/channel.ts';
import { type Glimpse, keepLastRead, lastRead } from '../../../adapters/browser/last-read.ts';
import { BRISK, drain } from '../../../adapters/pace.ts';
import { type Saved, savedAt } from './saved.ts';
import type { Digest } from '../../../core/digest/digest.ts';
import type { FailureKind } from '../../../core/result.ts';
import type { Listed } from '../../../core/article/listing.ts';
import type { Correction } from '../../../core/article/removals/correction.ts';
import type { HighlightPlace, PageReading } from '../../../messages.ts';
import type { Article, BroughtBack } from '../../../core/article/article.ts';
import { painted } from '../../parts/painted.ts';
import { type Parts, afterStep, withPart } from '../../parts/read-parts.ts';

/** The data of the active page so far. `failure` says why there is no article; both are null during reading. */
export interface FrontPage {
  tab: Tab | null;
  glimpse: Glimpse | null;
  digest: Digest | null;
  /**
   * Who chose the key points: the person's model, Lede because that model gave no usable answer, or Lede itself; null
   * until they are chosen.
   */
  chosenBy: 'model' | 'lede-instead' | 'lede' | null;
  failure: FailureKind | null;
  /** What the page lists, where it is a listing. */
  listed: Listed[];
  saved: Saved | null;
  standings: HighlightPlace[];
  calm: boolean;
  /** Blocks that the person restored. */
  broughtBack: BroughtBack[];
  /** How the person corrected the reading of this site. */
  correction: Correction | null;
  here: number | null;
  read: Parts;
}

/** Nothing known yet. */
export const UNREAD: FrontPage = {
  tab: null,
  glimpse: null,
  digest: null,
  chosenBy: null,
  failure: null,
  listed: [],
  saved: null,
  standings: [],
  calm: false,
  broughtBack: [],
  correction: null,
  here: null,
  read: [],
};

/** The code that makes a digest is large and not needed if the digest is already known. */
const digesting = () => import('../../../core/digest/digest.ts');

/** Reads the page in front and follows it. */
export interface FrontPageReader {
  now(): FrontPage;
  /**
   * Resolves once the active page is known, with the article if it was the last one read. A view that waits for it is
   * drawn only once.
   */
  begun: Promise<void>;
  /** Calls back at every step, until the signal. */
  hear(changed: (now: FrontPage) => void, signal: AbortSignal): void;
  /** Reads the page in front (again), a listing too where `anyway`. */
  look(anyway?: boolean): Promise<void>;
  /** An article that the page sent after a change, for example after a block was restored. */
  take(reading: PageReading): Promise<void>;
  setCalm(on: boolean): void;
  /** Reads again what is kept of this page. */
  recall(): Promise<void>;
}

/** Interval for requesting the reading position from the page: short enough to follow scrolling, at negligible cost. */
const PLACE_EVERY_MS = 400;
const PDF_ADDRESS = /^[^?#]*\.pdf(?:[?#]|$)/i;
const WEB_ADDRESS = /^(?:https?|file):/;

/** Why the page script could not be put into a tab. */
function closedBecause(tab: Tab): FailureKind {
  if (tab.url === undefined) return 'not-allowed';
  if (PDF_ADDRESS.test(tab.url)) return 'pdf';
  // A web page that refuses the script is the browser's store, or a page on which the person did not open Lede.
  return WEB_ADDRESS.test(tab.url) ? 'not-allowed' : 'page-closed';
}

/** Starts reading the active page at once. With `follows`, other tabs are read when they become active. */
export function createFrontPageReader(follows: boolean, signal: AbortSignal): FrontPageReader {
  let now = UNREAD;
  const listeners = new Set<(now: FrontPage) => void>();
  let turn = 0; // answers of an earlier page are dropped
  let reading = 0; // and what is thought of an earlier reading of the same page
  let begin: () => void = () => undefined;
  const begun = new Promise<void>((done) => (begin = done));
  const set = (change: Partial<FrontPage>) => {
    now = { ...now, ...change };
    for (const changed of listeners) changed(now);
  };

  const stand = async (tabId: number, mine: number) => {
    const [standings, place] = await Promise.all([
      askPage(tabId, 'highlight.states', null),
      askPage(tabId, 'place.now', null),
    ]);
    if (mine !== turn) return;
    const here = place.ok ? place.value.position : null;
    set({
      standings: standings.ok ? standings.value : [],
      here,
      // Text above the reading position when Lede opens counts as read.
      read: here === null ? now.read : withPart(now.read, 0, Math.max(here, now.saved?.entry.position ?? 0)),
    });
  };

  const recall = async () => {
    const { tab } = now;
    const mine = turn;
    if (!tab?.url) return;
    const saved = await savedAt(now.glimpse?.url ?? tab.url, now.glimpse?.canonicalUrl);
    if (mine !== turn) return;
    set({ saved });
    await stand(tab.id, mine);
  };

  /**
   * Shows an article step by step: its metadata, its outline, its points. Returns the digest, or null if another page
   * became active meanwhile. An unchanged page returns the digest already shown.
   */
  const show = async (article: Article, change: Partial<FrontPage>, mine: number): Promise<Digest | null> => {
    const { tree: _, ...glimpse } = article;
    const { glimpse: before, digest: known, chosenBy } = now;
    const my = ++reading;
    const late = () => mine !== turn || my !== reading;
    const same =
      before?.text === article.text && before.title === article.title && before.blocks.length === article.blocks.length;
    set({ glimpse, ...change });
    const keep = (made: Digest) => {
      const { tab } = now;
      if (tab?.url && !tab.incognito) void keepLastRead({ tabId: tab.id, url: tab.url, glimpse, digest: made });
      return made;
    };
    if (same && known && chosenBy !== null && chosenBy !== 'model') return keep(known);
    const [{ digestSteps, structure }] = await Promise.all([digesting(), painted()]);
    if (late()) return null;
    const parts = structure(article);
    if (!known) {
      set({ digest: { ...parts, keyPoints: [], authored: false }, chosenBy: null });
      await painted();
      if (late()) return null;
    }
    const whole = await drain(digestSteps(article, parts), BRISK, signal);
    if (!whole || late()) return null;
    set({ digest: whole, chosenBy: 'lede' });
    return keep(whole);
  };

  /** Lede's own points are shown until the person's model, if there is one, has chosen. */
  const askForPoints = async (article: Article, read: Digest, mine: number) => {
    const { modelPoints } = await import('./model-points.ts');
    const keyPoints = await modelPoints(article, { incognito: now.tab?.incognito ?? false }, signal);
    if (mine !== turn || keyPoints === null) return;
    if (keyPoints === 'unanswered') set({ chosenBy: 'lede-instead' });
    else set({ digest: { ...read, keyPoints }, chosenBy: 'model' });
  };

  const readPage = async (tab: Tab, entering: ReturnType<typeof enterPage>, mine: number, anyway: boolean) => {
    const entered = await entering;
    if (mine !== turn) return;
    if (!entered.ok) return set({ failure: closedBecause(tab), glimpse: null, digest: null });
    const answer = await askPage(tab.id, 'article.read', { fresh: false, anyway });
    if (mine !== turn) return;
    if (!answer.ok) {
      // Some browsers let the script into the viewer that shows a PDF, where it finds no words.
      const isList = answer.error.kind === 'listing';
      const listing = isList ? await askPage(tab.id, 'listing.read', null) : null;
      if (mine !== turn) return;
      const viewer = answer.error.kind === 'no-article' && PDF_ADDRESS.test(tab.url ?? '');
      const listed = listing?.ok ? listing.value : [];
      return set({ listed, failure: viewer ? 'pdf' : answer.error.kind, glimpse: null, digest: null });
    }
    const { article, calm, broughtBack, correction } = answer.value;
    const read = await show(article, { calm, broughtBack, correction, failure: null }, mine);
    if (!read) return;
    if (!read.authored) void askForPoints(article, read, mine);
  };

  const look = async (anyway = false) => {
    const mine = ++turn;
    const [tab, last] = await Promise.all([activeTab(), lastRead()]);
    if (mine !== turn) return;
    if (!tab) set({ ...UNREAD, failure: 'page-gone' });
    else if (tab.id !== now.tab?.id || tab.url !== now.tab.url) {
      const same = last?.tabId === tab.id && last.url === tab.url;
      set({ ...UNREAD, tab, ...(same ? { glimpse: last.glimpse, digest: last.digest, chosenBy: 'lede' } : {}) });
    }
    begin();
    if (!tab) return;
    // Asked for before anything is drawn: who closes us as soon as they see what is known has called Lede to the page
    // all the same.
    const entering = enterPage(tab.id);
    // Known data is shown first; the rest loads without delaying it.
    if (now.glimpse) await painted();
    else void digesting();
    const recalled = async () => {
      await painted();
      if (!tab.url || mine !== turn) return;
      const saved = await savedAt(tab.url);
      if (mine === turn) set({ saved });
    };
    await Promise.all([recalled(), readPage(tab, entering, mine, anyway)]);
    if (mine !== turn || !now.glimpse) return;
    // The page may be kept under the address it names as its own.
    if (!now.saved && now.glimpse.canonicalUrl) await recall();
    else await stand(tab.id, mine);
  };

  const follow = async () => {
    const { tab, glimpse } = now;
    const mine = turn;
    if (!tab || !glimpse || document.hidden) return;
    const place = await askPage(tab.id, 'place.now', null);
    if (mine !== turn || !place.ok || place.value.position === now.here) return;
    const { position } = place.value;
    set({ here: position, read: now.here === null ? now.read : afterStep(now.read, now.here, position) });
  };
  const timer = setInterval(() => void follow(), PLACE_EVERY_MS);
  signal.addEventListener('abort', () => clearInterval(timer));
  hear('library.changed', () => void recall(), signal);
  const corrected = async (tabId: number) => {
    if (tabId !== now.tab?.id) return;
    const mine = turn;
    const answer = await askPage(tabId, 'article.read', { fresh: false });
    if (!answer.ok || mine !== turn) return;
    const { article, broughtBack, correction } = answer.value;
    await show(article, { broughtBack, correction, failure: null }, mine);
  };
  hear('page.corrected', ({ tabId }) => void corrected(tabId), signal);
  if (follows) onTabChange(() => void look(), signal);

  void look();
  return {
    begun,
    look,
    recall,
    now: () => now,
    hear(changed, until) {
      listeners.add(changed);
      until.addEventListener('abort', () => listeners.delete(changed));
    },
    setCalm: (calm) => set({ calm }),
    async take({ article, broughtBack, correction }) {
      await show(article, { broughtBack, correction, failure: null }, turn);
    },
  };
}
