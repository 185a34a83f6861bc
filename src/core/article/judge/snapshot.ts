/**
 * The snapshot of a page: numbers and names without the document. Features are computed from it, and training stores
 * it.
 */
import { Names } from './features/class-names.ts';
import type { Box, Page } from '../page/model.ts';
import { type Profile, profile } from './features/text-profile.ts';

/** The data of a run. `box` is an index into `boxes`. */
export interface SnapshotRun extends Profile {
  box: number;
  chars: number;
  linkChars: number;
  strongChars: number;
  buttonChars: number;
  links: number;
  images: number;
  hasTime: boolean;
  hidden: boolean;
  /** The page never shows it. */
  unseen: boolean;
  preformatted: boolean;
  /** It ends with an ellipsis, drawn as one sign or as dots, before closing signs or not. */
  trails: boolean;
  /** It begins with a few words and a colon or bar, or in brackets: "Read also: …", "[Related] …". */
  labelled: boolean;
  /** Number of words of that label; 0 if there is none. */
  labelWords: number;
  /** It ends with a question mark, in any script. */
  asks: boolean;
  /** It begins with a quotation mark. */
  quoted: boolean;
  /** Equal for equal texts of the page. */
  hash: number;
  /** The first link leads within this page; or carries the same last part as another run's link. */
  hrefHash: number;
}

/** The data of a box. Parents come before children; -1 if there is none. */
export interface SnapshotBox {
  parent: number;
  depth: number;
  firstRun: number;
  endRun: number;
  boxes: number;
  order: number;
  chars: number;
  linkChars: number;
  images: number;
  tag: string;
  names: string[];
  /** Equal for boxes of the same shape: tag, names, and the tags of the boxes inside. */
  shape: number;
}

/** A page as numbers. */
export interface Snapshot {
  runs: SnapshotRun[];
  boxes: SnapshotBox[];
  /** Words of the document's title. */
  title: Profile;
  plain: boolean;
}

/** How much of a line's end is checked for an ellipsis (characters). */
const TAIL = 8;
/** How much of a line's start is searched for a label (code units). */
const HEAD = 60;
const QUOTED = /^["'“”„‟«»‘’‚‹›「『﹁﹃]/u;
const LABEL = /^[^\p{L}\p{N}]*[^:：|.!?。！？]{2,40}\s?[:：|](?=\s*\S)|^[[【［〔][^\]】］〕]{2,24}[\]】］〕](?=\s*\S)/u;
export const ASKS = /[?？؟;\u037e][)\]»”"’]*$/u;
const TRAILS = /(?:…|\.{2,}|。{2,})\s*[\])}»”"’]*\s*$/u;

function hashText(text: string): number {
  let hash = 5381;
  for (let at = 0; at < text.length; at++) hash = (Math.imul(hash, 33) ^ text.charCodeAt(at)) | 0;
  return hash;
}

function shapes(boxes: readonly Box[], names: readonly string[][]): Int32Array {
  const shape = new Int32Array(boxes.length);
  const known = new Map<readonly string[], number>(); // boxes of one name share one list
  for (let at = 0; at < boxes.length; at++) {
    const own = names[at] ?? [];
    const hash = known.get(own) ?? hashText(own.join(' '));
    known.set(own, hash);
    shape[at] = hash;
  }
  // One level down: from the last box up, each adds its own name to its parent's shape.
  const own = shape.slice();
  for (let at = boxes.length - 1; at > 0; at--) {
    const box = boxes[at];
    if (!box?.parent || box.order > 6) continue;
    const parent = box.parent.index;
    shape[parent] = (Math.imul(shape[parent] ?? 0, 31) + Math.imul((own[at] ?? 0) | 1, box.order + 1)) | 0;
  }
  return shape;
}

/** The number of a text among those met so far. */
function numberIn(texts: Map<string, number>, text: string): number {
  const known = texts.get(text);
  if (known !== undefined) return known;
  texts.set(text, texts.size + 1);
  return texts.size;
}

/** Whether a line's head is a label, and of how many words. */
export function labelOf(head: string): { labelled: boolean; labelWords: number } {
  const [label] = LABEL.exec(head) ?? [];
  return { labelled: label !== undefined, labelWords: label === undefined ? 0 : profile(label).words.length };
}

/** Makes the snapshot of a page. Linear in its text and boxes. */
export function takeSnapshot(page: Page, title: string): Snapshot {
  const naming = new Names();
  const names = page.boxes.map((box) => naming.of(box.element));
  const shape = shapes(page.boxes, names);
  const boxes = page.boxes.map((box, at) => ({
    parent: box.parent ? box.parent.index : -1,
    depth: box.depth,
    firstRun: box.firstRun,
    endRun: box.endRun,
    boxes: box.boxes,
    order: box.order,
    chars: box.chars,
    linkChars: box.linkChars,
    images: box.images,
    tag: box.tag,
    names: names[at] ?? [],
    shape: shape[at] ?? 0,
  }));
  const texts = new Map<string, number>();
  const runs = page.runs.map((run) => ({
    ...profile(run.text),
    box: run.box.index,
    chars: run.chars,
    linkChars: run.linkChars,
    strongChars: run.strongChars,
    buttonChars: run.buttonChars,
    links: run.links,
    images: run.images,
    hasTime: run.hasTime,
    hidden: run.hidden,
    unseen: run.unseen,
    preformatted: run.preformatted,
    trails: TRAILS.test(run.text.slice(-TAIL)),
    quoted: QUOTED.test(run.text.slice(0, 1)),
    ...labelOf(run.text.slice(0, HEAD)),
    asks: ASKS.test(run.text.slice(-TAIL)),
    hash: numberIn(texts, run.text),
    hrefHash: run.href === '' ? 0 : run.href.startsWith('#') ? 1 : hashText(run.href) | 2,
  }));
  return { runs, boxes, title: profile(title), plain: page.plain };
}
