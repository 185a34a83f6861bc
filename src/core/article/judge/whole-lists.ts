/** Marks the other items of a list as content where most of them are. */
import type { Snapshot } from './snapshot.ts';

/** An item goes with the list's majority only from this score on (0–1): an advertisement within a list stays out. */
const ITEM_FROM = 0.05;
const FEWEST_ITEMS = 3;

/**
 * Whether a run may be a bibliographic reference, by its counts alone: a year or pages, several stops, a comma. The
 * snapshot holds no words; the rule `sources` sees them and asks for a year.
 */
function countsAsReference(run: { digits: number; stops: number; commas: number }): boolean {
  return run.digits >= 4 && run.stops >= 2 && run.commas >= 1;
}

/**
 * Marks all items of a list as likely if most of its items are, or if any is and it is a list of sources. `likely` is
 * by run and is changed. Linear in the page.
 */
export function keepWholeLists(snapshot: Snapshot, likely: boolean[], score01: Float32Array): void {
  const lists = new Map<number, { items: number; kept: number; cited: number }>();
  const listOf = (at: number): number => {
    const item = snapshot.boxes[snapshot.runs[at]?.box ?? -1];
    const inItem = item?.tag === 'li' ? item : snapshot.boxes[item?.parent ?? -1];
    return inItem?.tag === 'li' ? inItem.parent : -1;
  };
  snapshot.runs.forEach((run, at) => {
    const list = listOf(at);
    if (list < 0) return;
    const seen = lists.get(list) ?? { items: 0, kept: 0, cited: 0 };
    seen.items += run.chars;
    if (countsAsReference(run)) seen.cited += run.chars;
    if (likely[at]) seen.kept += run.chars;
    lists.set(list, seen);
  });
  snapshot.runs.forEach((_, at) => {
    const list = lists.get(listOf(at));
    const items = snapshot.boxes[listOf(at)]?.boxes ?? 0;
    if (!list || items < FEWEST_ITEMS) return;
    const sources = list.cited * 2 > list.items && list.kept > 0;
    if (!sources && list.kept * 2 <= list.items) return;
    if ((score01[at] ?? 0) > ITEM_FROM) likely[at] = true;
  });
}
