/** Follows the library's changes at a pace that leaves time for everything else. */
import { hear } from '../../browser/channel.ts';

/** After each reading, this many times as long is left to others before the next one. */
const SHARE = 5;

/**
 * Calls `act` with the ids of the entries that changed, one call after the other, until `signal` aborts. A change by
 * itself is acted on at once; of many in a row (an import) those that come while `act` works, and for five times as
 * long afterwards, are gathered. A throw of `act` is the end of that call alone. `heard` is told of each change when it
 * comes, before any waiting.
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
