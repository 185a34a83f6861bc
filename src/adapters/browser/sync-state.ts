/** Keeps the state of sync where views can follow it; credentials and keys are not in it. */
import browser from 'webextension-polyfill';
import { type SyncState, readState } from '../../core/library/sync/state.ts';

const KEY = 'sync-state';

/** The state as it was last announced. */
export async function syncState(): Promise<SyncState> {
  try {
    return readState((await browser.storage.local.get(KEY))[KEY]);
  } catch {
    return readState(null);
  }
}

/** Changes some fields, one change after the other. If storage is refused, views merely miss the news. */
export function tellSyncState(change: Partial<SyncState>): Promise<void> {
  telling = telling.then(async () => {
    const next = { ...(await syncState()), ...change };
    await browser.storage.local.set({ [KEY]: next }).catch(() => undefined);
  });
  return telling;
}
let telling: Promise<void> = Promise.resolve();

/** Calls back with the state whenever it changes. */
export function onSyncState(changed: (state: SyncState) => void, signal: AbortSignal): void {
  const listener = (changes: Record<string, browser.Storage.StorageChange>, area: string) => {
    const change = changes[KEY];
    if (area === 'local' && change) changed(readState(change.newValue));
  };
  browser.storage.onChanged.addListener(listener);
  signal.addEventListener('abort', () => browser.storage.onChanged.removeListener(listener));
}
