/** Follows the state of sync, and how many changes of this device wait. */
import { useEffect, useState } from 'preact/hooks';
import { hear } from '../../../adapters/browser/channel.ts';
import { onSyncState, syncState } from '../../../adapters/browser/sync-state.ts';
import { waitingChanges } from '../../../adapters/store/read/outbox.ts';
import type { SyncState } from '../../../core/library/sync/state.ts';

/** How often "2 minutes ago" is updated, in ms. */
const AGAIN_MS = 30_000;

/** The state, null until it was read; `nowMs` is when it was looked at. */
export function useSync(): { state: SyncState; waiting: number; nowMs: number } | null {
  const [seen, setSeen] = useState<{ state: SyncState; waiting: number; nowMs: number } | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    const look = async () => {
      const [state, waiting] = await Promise.all([syncState(), waitingChanges()]);
      if (!stop.signal.aborted) setSeen({ state, waiting, nowMs: Date.now() });
    };
    onSyncState(() => void look(), stop.signal);
    hear('library.changed', () => void look(), stop.signal);
    const timer = setInterval(() => void look(), AGAIN_MS);
    stop.signal.addEventListener('abort', () => clearInterval(timer));
    void look();
    return () => stop.abort();
  }, []);
  return seen;
}
