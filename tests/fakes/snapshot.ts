/**
 * Makes a page's snapshot from a small outline, without a document: boxes contain boxes and lines, in reading order.
 */
import type { SnapshotBox, SnapshotRun, Snapshot } from '../../src/core/article/judge/snapshot.ts';
import { profile } from '../../src/core/article/judge/features/text-profile.ts';

/** A line: its text, or its text with other properties. `linked` links all of it. */
export type Line = string | ({ text: string; linked?: boolean } & Partial<SnapshotRun>);
/** A box: `tag` or `tag.name.name`, and its content. */
export type Part = [string, ...(Part | Line)[]];

const charsOf = (text: string) => text.replace(/\s/g, '').length;
const numberOf = (text: string) => [...text].reduce((sum, char) => (sum * 33 + (char.codePointAt(0) ?? 0)) | 0, 7);

export function snapshotOf(body: Part, title = ''): Snapshot {
  const runs: SnapshotRun[] = [];
  const boxes: SnapshotBox[] = [];
  const add = ([head, ...inside]: Part, parent: number, order: number): SnapshotBox => {
    const [tag = '', ...names] = head.split('.');
    const box: SnapshotBox = {
      ...{ parent, depth: (boxes[parent]?.depth ?? -1) + 1, firstRun: runs.length, endRun: runs.length },
      ...{ boxes: 0, order, chars: 0, linkChars: 0, images: 0 },
      ...{ tag, names: [`<${tag}>`, ...names], shape: numberOf(head) },
    };
    const index = boxes.push(box) - 1;
    for (const one of inside) {
      if (Array.isArray(one)) {
        const child = add(one, index, box.boxes++);
        box.chars += child.chars;
        box.linkChars += child.linkChars;
        box.images += child.images;
        continue;
      }
      const run = runOf(one, index);
      runs.push(run);
      box.chars += run.chars;
      box.linkChars += run.linkChars;
      box.images += run.images;
    }
    box.endRun = runs.length;
    return box;
  };
  add(body, -1, 0);
  return { runs, boxes, title: profile(title), plain: false };
}

function runOf(line: Line, box: number): SnapshotRun {
  const { text, linked = false, ...rest } = typeof line === 'string' ? { text: line } : line;
  const chars = charsOf(text);
  return {
    ...profile(text),
    ...{ box, chars, linkChars: linked ? chars : 0, strongChars: 0, buttonChars: 0, links: linked ? 1 : 0, images: 0 },
    ...{
      hasTime: false,
      hidden: false,
      unseen: false,
      preformatted: false,
      trails: false,
      labelled: false,
      labelWords: 0,
      asks: false,
      quoted: /^["“«„]/.test(text),
      hash: numberOf(text),
      hrefHash: linked ? 2 : 0,
    },
    ...rest,
  };
}
