/** What popup and panel know of the page in front, who is told of changes, and which answers are still wanted. */
import type { Tab } from '../../../adapters/browser/browser.ts';
import type { Glimpse } from '../../../adapters/browser/last-read.ts';
import type { Digest } from '../../../core/digest/digest.ts';
import type { FailureKind } from '../../../core/result.ts';
import type { BroughtBack } from '../../../core/article/article.ts';
import type { Listed } from '../../../core/article/listing.ts';
import type { Correction } from '../../../core/article/removals/correction.ts';
import type { HighlightPlace } from '../../../messages.ts';
import type { Parts } from '../../parts/read-parts.ts';
import type { Saved } from './saved.ts';

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

/** Whether an answer comes too late: another page, or a newer reading of the same one, has taken its place. */
export type IsLate = () => boolean;

/** The state that all steps of reading share. */
export interface State {
  now(): FrontPage;
  set(change: Partial<FrontPage>): void;
  /** Calls back at every change, until the signal. */
  hear(changed: (now: FrontPage) => void, signal: AbortSignal): void;
  /** Begins with a page (again): answers about earlier ones are late from now on. */
  nextTurn(): IsLate;
  /** Lateness of an answer that is asked for now, about the page that is read. */
  thisTurn(): IsLate;
}

/** A state in which nothing is known yet. */
export function createState(): State {
  let now = UNREAD;
  let turn = 0;
  const listeners = new Set<(now: FrontPage) => void>();
  const lateness =
    (mine: number): IsLate =>
    () =>
      mine !== turn;
  return {
    now: () => now,
    set(change) {
      now = { ...now, ...change };
      for (const changed of listeners) changed(now);
    },
    hear(changed, until) {
      listeners.add(changed);
      until.addEventListener('abort', () => listeners.delete(changed));
    },
    nextTurn: () => lateness(++turn),
    thisTurn: () => lateness(turn),
  };
}
