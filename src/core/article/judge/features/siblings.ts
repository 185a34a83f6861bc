/** Groups similar siblings, such as the cards of a page or the items of its lists. */
import type { SnapshotBox } from '../snapshot.ts';

/**
 * Groups of similar boxes in one parent box. Groups are numbered from 0 in the order of their first boxes; all lists
 * except `of` and `card` are by group.
 */
export interface Siblings {
  /** The group of each box; -1 for a box without text. */
  of: Int32Array;
  /** By box: the nearest box, itself included, with similar siblings that have text; -1 if there is none. */
  card: Int32Array;
  size: number[];
  chars: number[];
  linkChars: number[];
  runs: number[];
}

/** A parent's index and a shape as one number: shapes are whole numbers of 32 bits. */
const SHAPES = 2 ** 32;
const known = new WeakMap<readonly SnapshotBox[], Siblings>();

/** The groups of a page's boxes, gathered once for all who ask. Linear in the boxes. */
export function siblings(boxes: readonly SnapshotBox[]): Siblings {
  const before = known.get(boxes);
  if (before) return before;
  const count = boxes.length;
  const groups: Siblings = {
    of: new Int32Array(count).fill(-1),
    card: new Int32Array(count).fill(-1),
    size: [],
    chars: [],
    linkChars: [],
    runs: [],
  };
  const { of, card, size, chars, linkChars, runs } = groups;
  const ids = new Map<number, number>();
  /** The previous sibling, by parent: it usually has the same shape, which saves a map lookup. */
  const last = new Int32Array(count).fill(-1);
  boxes.forEach((box, at) => {
    if (box.chars === 0) return;
    const beside = last[box.parent] ?? -1;
    let id = beside >= 0 && boxes[beside]?.shape === box.shape ? of[beside] : undefined;
    if (id === undefined) {
      const key = (box.parent + 1) * SHAPES + (box.shape >>> 0);
      id = ids.get(key);
      if (id === undefined) {
        id = size.push(0) - 1;
        ids.set(key, id);
        chars.push(0);
        linkChars.push(0);
        runs.push(0);
      }
    }
    if (box.parent >= 0) last[box.parent] = at;
    of[at] = id;
    size[id] = (size[id] ?? 0) + 1;
    chars[id] = (chars[id] ?? 0) + box.chars;
    linkChars[id] = (linkChars[id] ?? 0) + box.linkChars;
    runs[id] = (runs[id] ?? 0) + box.endRun - box.firstRun;
  });
  boxes.forEach((box, at) => {
    const alone = (size[of[at] ?? -1] ?? 0) < 2;
    card[at] = alone ? (card[box.parent] ?? -1) : at;
  });
  known.set(boxes, groups);
  return groups;
}
