/** Renders a long list in batches, one per frame, so the visible part does not wait for the rest. */
import { useEffect, useState } from 'preact/hooks';
import { painted } from './painted.ts';

/**
 * Rows of the first slice, about two screens of them, and of each one after it: what a slow machine draws within a
 * frame or two.
 */
const FIRST = 30;
const NEXT = 60;

/** How many of `total` rows to render now; grows automatically up to all of them. */
export function useSlices(total: number): number {
  const [amount, setAmount] = useState(FIRST);
  useEffect(() => {
    if (amount >= total) return undefined;
    let gone = false;
    void painted().then(() => !gone && setAmount(amount + NEXT));
    return () => {
      gone = true;
    };
  }, [amount, total]);
  return Math.min(amount, total);
}
