/** Features of boxes: token log-odds of their names, their ancestors, and siblings of the same shape. */
import type { TokenLogOdds } from './feature-list.ts';
import { siblings } from './siblings.ts';
import type { SnapshotBox, Snapshot } from '../snapshot.ts';

/** Features by box index. `flags` are the ANCESTORS that a box is in. */
export interface BoxFeatures {
  name: Float32Array;
  nameSum: Float32Array;
  nameBest: Float32Array;
  nameWorst: Float32Array;
  flags: Int32Array;
  lists: Uint8Array;
  /** Boxes of the same make among the siblings, itself included. */
  alike: Int32Array;
  /** The nearest box, itself included, with similar siblings that have text; -1 if there is none. */
  card: Int32Array;
  /** Of the siblings of the same make together. */
  alikeChars: Float32Array;
  alikeLink: Float32Array;
  alikeRuns: Int32Array;
  ofShape: Map<number, number>;
  /** Readability-like score of our own, and the best of all. */
  score: Float32Array;
  top: number;
}

const IN: Record<string, number> = {
  nav: 1,
  aside: 2,
  footer: 4,
  header: 8,
  main: 16,
  article: 32,
  figure: 64,
  blockquote: 128,
  table: 256,
  form: 512,
};
const ROLES: Record<string, string> = {
  'role=navigation': 'nav',
  'role=menu': 'nav',
  'role=complementary': 'aside',
  'role=contentinfo': 'footer',
  'role=banner': 'header',
  'role=main': 'main',
  'role=article': 'article',
  'role=dialog': 'form',
};
/** The flag of an ancestor by tag name. */
export const FLAG = IN;

function flagOf(box: SnapshotBox): number {
  let flag = (Object.hasOwn(IN, box.tag) && IN[box.tag]) || 0;
  for (const name of box.names) {
    const role = ROLES[name];
    if (role) flag |= IN[role] ?? 0;
  }
  return flag;
}

function weigh(names: readonly string[], weights: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const name of names) sum += weights.get(name) ?? 0;
  return sum;
}

/** Records siblings of the same shape. */
function fromSiblings(boxes: readonly SnapshotBox[], features: BoxFeatures): void {
  const { of, size, chars, linkChars, runs } = siblings(boxes);
  for (let at = 0; at < boxes.length; at++) {
    const group = of[at] ?? -1;
    if (group < 0) continue;
    features.alike[at] = size[group] ?? 0;
    features.alikeChars[at] = chars[group] ?? 0;
    features.alikeLink[at] = chars[group] ? (linkChars[group] ?? 0) / chars[group] : 0;
    features.alikeRuns[at] = runs[group] ?? 0;
  }
}

/**
 * A paragraph's score as in Readability: one, plus one for each comma, plus one for each hundred characters up to
 * three, reduced by the share of links.
 */
function scores(snapshot: Snapshot, features: BoxFeatures): void {
  const { boxes } = snapshot;
  for (const run of snapshot.runs) {
    if (run.chars < 25) continue;
    const worth = (1 + run.commas + Math.min(3, run.chars / 100)) * (1 - run.linkChars / run.chars);
    let box = run.box;
    for (let up = 0; up < 4 && box >= 0; up++) {
      features.score[box] = (features.score[box] ?? 0) + (up < 2 ? worth : worth / (up * 1.5));
      box = boxes[box]?.parent ?? -1;
    }
  }
  boxes.forEach((box, at) => {
    if (box.chars) features.score[at] = (features.score[at] ?? 0) * (1 - box.linkChars / box.chars);
    if ((features.score[at] ?? 0) > (features.score[features.top] ?? 0)) features.top = at;
  });
}

/** Features of all boxes. Linear in their number. */
export function boxFeatures(snapshot: Snapshot, logOdds: TokenLogOdds): BoxFeatures {
  const { boxes } = snapshot;
  const size = boxes.length;
  const floats = () => new Float32Array(size);
  const ints = () => new Int32Array(size);
  const features: BoxFeatures = {
    name: floats(),
    nameSum: floats(),
    nameBest: floats(),
    nameWorst: floats(),
    flags: ints(),
    lists: new Uint8Array(size),
    alike: ints(),
    card: siblings(boxes).card,
    alikeChars: floats(),
    alikeLink: floats(),
    alikeRuns: ints(),
    ofShape: new Map<number, number>(),
    score: floats(),
    top: 0,
  };
  fromSiblings(boxes, features);
  const memory = new Map<string[], number>();
  boxes.forEach((box, at) => {
    let name = memory.get(box.names);
    if (name === undefined) {
      name = weigh(box.names, logOdds.names);
      memory.set(box.names, name);
    }
    const up = box.parent;
    features.name[at] = name;
    features.nameSum[at] = name + (up >= 0 ? (features.nameSum[up] ?? 0) : 0);
    features.nameBest[at] = Math.max(name, up >= 0 ? (features.nameBest[up] ?? 0) : 0);
    features.nameWorst[at] = Math.min(name, up >= 0 ? (features.nameWorst[up] ?? 0) : 0);
    features.flags[at] = flagOf(box) | (up >= 0 ? (features.flags[up] ?? 0) : 0);
    features.lists[at] = (up >= 0 ? (features.lists[up] ?? 0) : 0) + (box.tag === 'ul' || box.tag === 'ol' ? 1 : 0);
    if (box.chars) features.ofShape.set(box.shape, (features.ofShape.get(box.shape) ?? 0) + 1);
  });
  scores(snapshot, features);
  return features;
}
