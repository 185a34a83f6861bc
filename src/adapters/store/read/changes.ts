/** Follows the library's changes at a pace that leaves time for everything else. */
import { hear } from '../../browser/channel.ts';

/** After each call, this many times its duration is left to other work before the next one. */
const SHARE = 5;

/**
 * Calls `act` with the ids of the entries that changed, one call after the other, until `signal` aborts. A single
 * change is acted on at once; changes that arrive while `act` works, and for five times as long afterwards, are
 * gathered into one call. An error in `act` ends only that call. `heard` is called for each change when it arrives,
 * before any waiting.
 */
export function followChanges(
  act: (entryIds: string[]) => Promise<unknown>,
  signal: AbortSignal,
  heard?: (entryIds: readonly string[]) => void,
): void {
  const changed = new Set<string>();
  let working = false;
  const work = async () => {
    working = true;
    while (changed.size > 0 && !signal.aborted) {
      const ids = [...changed];
      changed.clear();
      const began = performance.now();
      await act(ids).catch(() => undefined);
      await new Promise((rested) => setTimeout(rested, (performance.now() - began) * SHARE));
    }
    working = false;
  };
  hear(
    'library.changed',
    ({ entryIds }) => {
      heard?.(entryIds);
      for (const id of entryIds) changed.add(id);
      if (!working) void work();
    },
    signal,
  );
}
