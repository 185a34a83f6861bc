/** Reads the active page for popup and panel, step by step, and follows it. */
import { type Tab, activeTab, onTabChange } from '../../../adapters/browser/browser.ts';
import { enterPage } from '../../../adapters/browser/injection.ts';
import { askPage, hear } from '../../../adapters/browser/channel.ts';
import { lastRead } from '../../../adapters/browser/last-read.ts';
import type { FailureKind } from '../../../core/result.ts';
import type { PageReading } from '../../../messages.ts';
import { painted } from '../../parts/painted.ts';
import { afterStep, withPart } from '../../parts/read-parts.ts';
import { savedAt } from './saved.ts';
import { type ShowArticle, askForPoints, createShowArticle, loadDigesting } from './show-article.ts';
import { type FrontPage, type IsLate, type State, UNREAD, createState } from './state.ts';

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

/** Asks where the highlights stand and how far the person has read. */
async function readPlaces(state: State, tabId: number, isLate: IsLate): Promise<void> {
  const [standings, place] = await Promise.all([
    askPage(tabId, 'highlight.states', null),
    askPage(tabId, 'place.now', null),
  ]);
  if (isLate()) return;
  const { read, saved } = state.now();
  const here = place.ok ? place.value.position : null;
  state.set({
    standings: standings.ok ? standings.value : [],
    here,
    // Text above the reading position when Lede opens counts as read.
    read: here === null ? read : withPart(read, 0, Math.max(here, saved?.entry.position ?? 0)),
  });
}

async function recall(state: State): Promise<void> {
  const { tab, glimpse } = state.now();
  const isLate = state.thisTurn();
  if (!tab?.url) return;
  const saved = await savedAt(glimpse?.url ?? tab.url, glimpse?.canonicalUrl);
  if (isLate()) return;
  state.set({ saved });
  await readPlaces(state, tab.id, isLate);
}

/** Shows a page that has no article: why, and what it lists. */
async function showNothing(state: State, tab: Tab, kind: FailureKind, isLate: IsLate): Promise<void> {
  const listing = kind === 'listing' ? await askPage(tab.id, 'listing.read', null) : null;
  if (isLate()) return;
  // Some browsers let the script into the viewer that shows a PDF, where it finds no words.
  const viewer = kind === 'no-article' && PDF_ADDRESS.test(tab.url ?? '');
  const listed = listing?.ok ? listing.value : [];
  state.set({ listed, failure: viewer ? 'pdf' : kind, glimpse: null, digest: null });
}

async function readPage(
  state: State,
  show: ShowArticle,
  page: { tab: Tab; entering: ReturnType<typeof enterPage>; anyway: boolean },
  isLate: IsLate,
  signal: AbortSignal,
): Promise<void> {
  const { tab, entering, anyway } = page;
  const entered = await entering;
  if (isLate()) return;
  if (!entered.ok) return state.set({ failure: closedBecause(tab), glimpse: null, digest: null });
  const answer = await askPage(tab.id, 'article.read', { fresh: false, anyway });
  if (isLate()) return;
  if (!answer.ok) return showNothing(state, tab, answer.error.kind, isLate);
  const { article, calm, broughtBack, correction } = answer.value;
  const read = await show(article, { calm, broughtBack, correction, failure: null }, isLate);
  if (read && !read.authored) void askForPoints(state, article, read, isLate, signal);
}

/** Takes up the active tab; what is known of it from last time is shown at once. */
async function takeTab(state: State, isLate: IsLate): Promise<Tab | null> {
  const [tab, last] = await Promise.all([activeTab(), lastRead()]);
  if (isLate()) return null;
  const before = state.now().tab;
  if (!tab) state.set({ ...UNREAD, failure: 'page-gone' });
  else if (tab.id !== before?.id || tab.url !== before.url) {
    const same = last?.tabId === tab.id && last.url === tab.url;
    state.set({ ...UNREAD, tab, ...(same ? { glimpse: last.glimpse, digest: last.digest, chosenBy: 'lede' } : {}) });
  }
  return tab;
}

/** Follows the reading position. */
async function followPlace(state: State): Promise<void> {
  const { tab, glimpse } = state.now();
  const isLate = state.thisTurn();
  if (!tab || !glimpse || document.hidden) return;
  const place = await askPage(tab.id, 'place.now', null);
  const { here, read } = state.now();
  if (isLate() || !place.ok || place.value.position === here) return;
  const { position } = place.value;
  state.set({ here: position, read: here === null ? read : afterStep(read, here, position) });
}

/** Starts reading the active page at once. With `follows`, other tabs are read when they become active. */
export function createFrontPageReader(follows: boolean, signal: AbortSignal): FrontPageReader {
  const state = createState();
  const show = createShowArticle(state, signal);
  let begin: () => void = () => undefined;
  const begun = new Promise<void>((done) => (begin = done));

  const look = async (anyway = false) => {
    const isLate = state.nextTurn();
    const tab = await takeTab(state, isLate);
    if (isLate()) return;
    begin();
    if (!tab) return;
    // Asked for before anything is drawn: who closes us as soon as they see what is known has called Lede to the page
    // all the same.
    const entering = enterPage(tab.id);
    // Known data is shown first; the rest loads without delaying it.
    if (state.now().glimpse) await painted();
    else void loadDigesting();
    const recalled = async () => {
      await painted();
      if (!tab.url || isLate()) return;
      const saved = await savedAt(tab.url);
      if (!isLate()) state.set({ saved });
    };
    await Promise.all([recalled(), readPage(state, show, { tab, entering, anyway }, isLate, signal)]);
    const { glimpse, saved } = state.now();
    if (isLate() || !glimpse) return;
    // The page may be kept under the address it names as its own.
    if (!saved && glimpse.canonicalUrl) await recall(state);
    else await readPlaces(state, tab.id, isLate);
  };
  const take = async ({ article, broughtBack, correction }: PageReading, isLate: IsLate) => {
    await show(article, { broughtBack, correction, failure: null }, isLate);
  };
  const readCorrected = async (tabId: number) => {
    if (tabId !== state.now().tab?.id) return;
    const isLate = state.thisTurn();
    const answer = await askPage(tabId, 'article.read', { fresh: false });
    if (answer.ok && !isLate()) await take(answer.value, isLate);
  };

  const timer = setInterval(() => void followPlace(state), PLACE_EVERY_MS);
  signal.addEventListener('abort', () => clearInterval(timer));
  hear('library.changed', () => void recall(state), signal);
  hear('page.corrected', ({ tabId }) => void readCorrected(tabId), signal);
  if (follows) onTabChange(() => void look(), signal);

  void look();
  return {
    begun,
    look,
    recall: () => recall(state),
    now: state.now,
    hear: state.hear,
    setCalm: (calm) => state.set({ calm }),
    take: (reading) => take(reading, state.thisTurn()),
  };
}
