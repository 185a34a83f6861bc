/** Knows a page as a whole, so that the judge may judge a forum, a shop or a story each by its own lights. */
import type { FirstFact } from './fact-list.ts';
import type { Skeleton } from './skeleton.ts';

type Put = (fact: FirstFact, value: number) => void;

/** Cards of one make are a group from here on. */
const GROUP = 4;

/** Answers a writer of the page's facts, the same for each of its runs. Linear in the page. */
export function pageFacts(bones: Skeleton): (put: Put) => void {
  const { runs, boxes } = bones;
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
  const groups = new Map<string, { size: number; chars: number; link: number }>();
  for (const box of boxes) {
    if (box.chars === 0) continue;
    const key = `${box.parent} ${box.shape}`;
    const group = groups.get(key);
    if (group) {
      group.size++;
      group.chars += box.chars;
      group.link += box.linkChars;
    } else groups.set(key, { size: 1, chars: box.chars, link: box.linkChars });
  }
  let size = 0;
  let chars = 0;
  let link = 0;
  let many = 0;
  for (const group of groups.values()) {
    if (group.size < GROUP) continue;
    many++;
    if (group.chars <= chars) continue;
    ({ size, chars, link } = group);
  }
  const boxesOf = (tag: string) => boxes.reduce((sum, box) => sum + (box.tag === tag && box.chars > 0 ? 1 : 0), 0);
  const values: [FirstFact, number][] = [
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
  return (put) => {
    for (const [fact, value] of values) put(fact, value);
  };
}
