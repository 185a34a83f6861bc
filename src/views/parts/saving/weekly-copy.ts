/**
 * Once a week, while the library or the reader is open, saves a backup to the downloads folder, as a last resort if the
 * browser's storage is lost. Off until the person turns it on in the options.
 */
import { ask } from '../../../adapters/browser/channel.ts';
import { download, mayDownload } from '../../../adapters/browser/downloads.ts';
import { readSettings } from '../../../adapters/browser/settings.ts';
import { amounts, backupFile, backupState } from '../../../adapters/store/read/library.ts';

/** A copy is due this long after the last backup that the person has outside the browser. ms */
const WEEK_MS = 7 * 86_400_000;
/** Delay after the page has loaded, and how often a page that stays open looks again, in ms. */
const LATER_MS = 20_000;
const AGAIN_MS = 3_600_000;
/** Only one of several open pages saves it. */
const LOCK = 'lede-weekly-copy';

/** Call when a page that stays open has loaded. The first failure is told; each look tries again. */
export function scheduleWeeklyCopy(onFailed: () => void, signal: AbortSignal): void {
  let isTold = false;
  const look = async () => {
    if ((await saveWeeklyCopy(Date.now())) !== 'failed' || isTold || signal.aborted) return;
    isTold = true;
    onFailed();
  };
  const [first, others] = [setTimeout(() => void look(), LATER_MS), setInterval(() => void look(), AGAIN_MS)];
  signal.addEventListener('abort', () => {
    clearTimeout(first);
    clearInterval(others);
  });
}

/** Saves a copy if it is turned on, permitted and due, and the library is not empty; else null. */
export function saveWeeklyCopy(nowMs: number): Promise<'saved' | 'failed' | null> {
  return navigator.locks.request(LOCK, { ifAvailable: true }, async (lock) => {
    if (!lock || !(await readSettings()).weeklyCopy || !(await mayDownload())) return null;
    const [state, held] = await Promise.all([backupState(nowMs), amounts()]);
    if (!state.ok || !held.ok) return 'failed';
    if (held.value.entries === 0) return null;
    const { savedOutsideAt } = state.value;
    // A clock that was set ahead once does not end the copies.
    if (savedOutsideAt !== null && savedOutsideAt <= nowMs && nowMs - savedOutsideAt < WEEK_MS) return null;
    const file = await backupFile(nowMs, () => undefined, new AbortController().signal);
    if (!file.ok) return 'failed';
    const saved = await download(`Lede/lede-backup-${new Date(nowMs).toISOString().slice(0, 10)}.zip`, file.value);
    if (saved) await ask('backup.saved', null);
    return saved ? 'saved' : 'failed';
  });
}
