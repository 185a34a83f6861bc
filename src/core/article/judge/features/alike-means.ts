/** Means of a number over the runs of a page that are made alike: in the cards of one list, or with one tag. */
import { COLUMN } from './feature-list.ts';
import { siblings } from './siblings.ts';
import type { Snapshot, SnapshotBox } from '../snapshot.ts';

/** Places within a card that are told apart; later ones count as the last. */
const LAST_PLACE = 30;
/** Codes of tags are below this number (`tagCode`). */
const TAGS = 64;

/** Means over the runs that are like the one at `at`, weighted by characters; -1 where they have none. */
type MeanAt = (at: number) => number;

/** What runs can have in common. */
export interface AlikeMeans {
  /** The nearest box around a run that has siblings of its make. */
  cardBox: (at: number) => SnapshotBox | undefined;
  /** Over the cards beside its own, over runs of its tag and place in them, over the cards around its card. */
  ofCards: (value: Float32Array) => MeanAt;
  ofRole: (value: Float32Array) => MeanAt;
  ofOuterCards: (value: Float32Array) => MeanAt;
  /** Over runs in boxes made like its own. */
  ofShape: (value: Float32Array) => MeanAt;
  /** Over runs of its tag in the parent's parent, and in the page. */
  ofTagHere: (value: Float32Array) => MeanAt;
  ofTagOnPage: (value: Float32Array) => MeanAt;
}

/** Numbers the runs' keys from 0 in the order in which they are first met. */
function numbered(length: number, key: (at: number) => number): Int32Array {
  const known = new Map<number, number>();
  const numbers = new Int32Array(length);
  for (let at = 0; at < length; at++) {
    const one = key(at);
    const number = known.get(one) ?? known.size;
    if (number === known.size) known.set(one, number);
    numbers[at] = number;
  }
  return numbers;
}

/** Gathers weighted means over runs of the same number. */
function grouped(numbers: Int32Array, weight: Float64Array, value: Float32Array): MeanAt {
  const weights = new Float64Array(numbers.length);
  const values = new Float64Array(numbers.length);
  for (let at = 0; at < numbers.length; at++) {
    const number = numbers[at] ?? 0;
    weights[number] = (weights[number] ?? 0) + (weight[at] ?? 0);
    values[number] = (values[number] ?? 0) + (weight[at] ?? 0) * (value[at] ?? 0);
  }
  return (at) => {
    const number = numbers[at] ?? 0;
    const total = weights[number] ?? 0;
    return total > 0 ? (values[number] ?? 0) / total : -1;
  };
}

/** Prepares such means of a page; `first` are its run features in rows of `width`. Each is linear in the page. */
export function alikeMeans({ runs, boxes }: Snapshot, first: Float32Array, width: number): AlikeMeans {
  const weight = Float64Array.from(runs, (run) => run.chars);
  const { card, of: group } = siblings(boxes);
  const boxAt = (at: number) => boxes[runs[at]?.box ?? -1];
  const tagAt = (at: number) => first[at * width + COLUMN.tag] ?? 0;
  const cardAt = (at: number) => card[runs[at]?.box ?? -1] ?? -1;
  const outerCardAt = (at: number) => card[boxes[cardAt(at)]?.parent ?? -1] ?? -1;
  const grandparentAt = (at: number) => boxes[boxAt(at)?.parent ?? -1]?.parent ?? -1;
  /** A run without a card is a group of its own. */
  const groupOf = (index: number, at: number) => (index >= 0 ? (group[index] ?? -1) : -1 - at);
  const roleAt = (at: number) => {
    const index = cardAt(at);
    const box = boxes[index];
    if (!box) return -1 - at;
    return ((group[index] ?? 0) * (LAST_PLACE + 1) + Math.min(LAST_PLACE, at - box.firstRun)) * TAGS + tagAt(at);
  };
  const means = (key: (at: number) => number) => {
    const numbers = numbered(runs.length, key);
    return (value: Float32Array) => grouped(numbers, weight, value);
  };
  return {
    cardBox: (at) => boxes[cardAt(at)],
    ofCards: means((at) => groupOf(cardAt(at), at)),
    ofRole: means(roleAt),
    ofOuterCards: means((at) => groupOf(outerCardAt(at), at)),
    ofShape: means((at) => boxAt(at)?.shape ?? 0),
    ofTagHere: means((at) => grandparentAt(at) * TAGS + tagAt(at)),
    ofTagOnPage: means(tagAt),
  };
}
