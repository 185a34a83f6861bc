/** Run features of the whole page, which distinguish a forum or a shop from an article. */
import { COLUMN, type RunFeature } from './feature-list.ts';
import { siblings } from './siblings.ts';
import type { Snapshot } from '../snapshot.ts';

/** Minimum number of cards of one shape that form a group. */
const GROUP = 4;

/**
 * Returns a writer of the page's features, the same for each of its runs, into a row that begins at `row`. Linear in
 * the page.
 */
export function pageFeatures(snapshot: Snapshot): (rows: Float32Array, row: number) => void {
  const { runs, boxes } = snapshot;
  let all = 0;
  let inParagraphs = 0;
  let money = 0;
  let times = 0;
  let asks = 0;
  for (const run of runs) {
    all += run.chars;
    if (boxes[run.box]?.tag === 'p') inParagraphs += run.chars;
    if (run.money > 0) money++;
    if (run.hasTime) times++;
    if (run.buttonChars > 0) asks++;
  }
  const groups = siblings(boxes);
  let size = 0;
  let chars = 0;
  let link = 0;
  let many = 0;
  groups.size.forEach((alike, group) => {
    if (alike < GROUP) return;
    many++;
    const all = groups.chars[group] ?? 0;
    if (all <= chars) return;
    [size, chars, link] = [alike, all, groups.linkChars[group] ?? 0];
  });
  const tags = new Map<string, number>();
  for (const box of boxes) if (box.chars > 0) tags.set(box.tag, (tags.get(box.tag) ?? 0) + 1);
  const boxesOf = (tag: string) => tags.get(tag) ?? 0;
  const values: [RunFeature, number][] = [
    ['pageParas', all ? inParagraphs / all : 0],
    ['pageMoney', money],
    ['pageTimes', times],
    ['pageButtons', asks],
    ['pageGroup', size],
    ['pageGroupShare', all ? chars / all : 0],
    ['pageGroupLink', chars ? link / chars : 0],
    ['pageGroups', many],
    ['pageH1', boxesOf('h1')],
    ['pageH2', boxesOf('h2')],
    ['pageArticles', boxesOf('article')],
    ['pageTables', boxesOf('table')],
    ['pageImages', boxes[0]?.images ?? 0],
  ];
  const columns = values.map(([feature]) => COLUMN[feature]);
  const told = Float32Array.from(values, ([, value]) => value);
  return (rows, row) => {
    for (let at = 0; at < columns.length; at++) rows[row + (columns[at] ?? 0)] = told[at] ?? 0;
  };
}
