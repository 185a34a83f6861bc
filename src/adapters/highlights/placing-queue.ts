/** Places highlights in slices, so that a page with many of them stays responsive. */
import type { DomText } from '../../core/anchor/dom-text.ts';
import { BRISK, CALM, type Pace, drain } from '../pace.ts';
import type { PageText } from './page-text.ts';
import { type Placement, place } from './placement.ts';

/** What the queue asks and tells. */
export interface PlacingQueueEvents {
  /** Whether a placement that waited is still wanted. */
  isKept: (one: Placement) => boolean;
  /** All that waited is placed. */
  onPlaced: () => void;
  signal: AbortSignal;
}

/** Adds placements to those that wait; resolves when all are placed, or the signal has aborted. */
export type PlacingQueue = (wanted: Placement[], pace: Pace) => Promise<void>;

/** An empty queue over a page's text. */
export function createPlacingQueue(text: PageText, { isKept, onPlaced, signal }: PlacingQueueEvents): PlacingQueue {
  const waiting = new Set<Placement>();
  let working: Promise<void> | null = null;
  let pace: Pace = BRISK;
  function* placing(dom: DomText): Generator<undefined, void> {
    for (const one of waiting) {
      waiting.delete(one);
      if (isKept(one)) place(one, dom);
      yield;
    }
  }
  const work = async (): Promise<void> => {
    try {
      const dom = await text.inSlices(() => pace, signal);
      if (!dom) return;
      await drain(placing(dom), pace, signal);
      if (!signal.aborted) onPlaced();
    } finally {
      working = null;
      pace = CALM;
    }
  };
  return (wanted, wantedPace) => {
    for (const one of wanted) waiting.add(one);
    if (!working || wantedPace === BRISK) pace = wantedPace;
    return (working ??= Promise.resolve().then(work)); // callers in the meantime share the same promise
  };
}
