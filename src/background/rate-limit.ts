/**
 * Limits the rate of requests of one tab: a page that floods is answered at once and costs no work. Losing the counts
 * when the worker stops is harmless.
 */
import type { Sender } from '../adapters/browser/channel.ts';

/** Requests a tab may send at once, and how many more each second: several times what the busiest page needs. */
const BURST = 120;
const PER_SECOND = 20;
/** Tabs whose counts are kept; beyond that the oldest are dropped. */
const TABS_MOST = 500;

/** Returns whether one more question of a sender is within the bound at that moment. */
export function rateBound(nowMs: () => number, burst = BURST, perSecond = PER_SECOND): (sender: Sender) => boolean {
  const buckets = new Map<string, { tokens: number; atMs: number }>();
  return ({ tabId, url }) => {
    const key = tabId === undefined ? url : String(tabId);
    const now = nowMs();
    const known = buckets.get(key) ?? { tokens: burst, atMs: now };
    const refilled = Math.min(burst, known.tokens + (Math.max(0, now - known.atMs) / 1000) * perSecond);
    buckets.delete(key);
    buckets.set(key, { tokens: refilled >= 1 ? refilled - 1 : refilled, atMs: now });
    if (buckets.size > TABS_MOST) buckets.delete(buckets.keys().next().value ?? '');
    return refilled >= 1;
  };
}
