/** The shapes in which authors set a list of points after the line that announces it. */
import type { Article, Block } from '../../article/article.ts';

/** A list of points: minimum and maximum number of items, and maximum characters of an item. */
const ITEMS = { least: 2, most: 12 };
const ITEM_LONGEST = 600;
/** A line between the announcement and the list has this many characters at most. */
const LEAD_LONGEST = 80;
/**
 * Lines of a box that set no mark: no more than this many, of so many characters, each a sentence; the paragraph
 * after them is this many times as long as the longest.
 */
const BOX = { most: 6, longest: 160, after: 1.5 };

/** A dash, bullet or number before a point; a dash right before a digit is a minus. */
const MARK = /^\s*(?:[•·*▪■□●○◆◇►▶✓✔☑👉🔹📌]\uFE0F?\s*|[–—-]\s*(?=[^\d\s])|\(?\d{1,2}[.)、）]\s*(?=\D)|[①-⑳]\s*)/u;
const LINK_ON = /[›»→>]\s*$/u;
const COLON = /[:：]\s*$/u;
const STOPS = /[.!…。！।؟۔]["'”’»」』)）]*\s*$/u;
const ASKS = /[?？؟]\s*$/u;

type Range = Pick<Block, 'start' | 'end'>;
type Read = Pick<Article, 'text' | 'blocks'>;

/** Points without the marks before them; "3. Oktober" is no number of a point unless every point has one. */
export function unmarked(text: string, points: readonly Range[]): Range[] {
  const marks = points.map(({ start, end }) => MARK.exec(text.slice(start, end))?.[0] ?? '');
  const counted = marks.every(Boolean) && points.length > 1;
  return points.map(({ start, end }, i) => {
    const mark = marks[i] ?? '';
    return { start: start + (counted || !/\d/.test(mark) ? mark.length : 0), end };
  });
}

/** The blocks from `from` on while they pass. */
function run(blocks: readonly Block[], from: number, passes: (block: Block) => boolean): Block[] {
  let to = from;
  while (to < blocks.length && to - from <= ITEMS.most && passes(blocks[to] as Block)) to++;
  return blocks.slice(from, to);
}

/** Sentences set as lines of their own, with a much longer paragraph or a heading after them. */
function boxOf({ text, blocks }: Read, from: number): Block[] {
  const lines = run(
    blocks,
    from,
    ({ kind, start, end }) => kind === 'paragraph' && end - start <= BOX.longest && STOPS.test(text.slice(start, end)),
  );
  // The text goes on with lines that are no shorter than those of the box.
  const widest = (count: number) => Math.max(...lines.slice(0, count).map(({ start, end }) => end - start));
  for (let count = Math.min(lines.length, BOX.most); count >= ITEMS.least; count--) {
    const next = blocks[from + count];
    if (next?.kind === 'paragraph' && next.end - next.start >= BOX.after * widest(count)) return lines.slice(0, count);
  }
  return [];
}

/** Terms, each with the paragraphs that explain it, as one range each. */
function definitionsOf({ blocks }: Read, from: number): Range[] {
  const points: Range[] = [];
  for (const { kind, start, end } of run(blocks, from, ({ kind }) => kind === 'term' || kind === 'paragraph')) {
    const last = points.at(-1);
    if (kind === 'term') points.push({ start, end });
    else if (last) last.end = end;
    else return [];
  }
  return points;
}

/**
 * Points set as headings of a deeper level, each with its own text: the headings, if all are sentences. "What is …?"
 * leads to a section and is no point.
 */
function subheadingsOf({ text, blocks }: Read, index: number): Range[] {
  if (blocks[index + 1]?.kind !== 'heading') return [];
  const level = blocks[index]?.kind === 'heading' ? (blocks[index].level ?? 2) : 7;
  const points: Range[] = [];
  for (let i = index + 1; i < blocks.length; i++) {
    const { kind, level: own = 2, start, end } = blocks[i] as Block;
    if (kind !== 'heading') continue;
    if (own <= level) break;
    points.push({ start, end });
  }
  const sentences = points.every(({ start, end }) => STOPS.test(text.slice(start, end)));
  return sentences ? points : [];
}

/**
 * The list of points after the line at `index`, with a line that leads them in left out: items, paragraphs with a
 * mark of their own, terms, or, under a line that is `sure`, deeper headings. Lines of a box are a list if they are
 * near the start (`early`). Empty if it is none. O(blocks of the list), or of the section under a line that is `sure`.
 */
export function listAfter(article: Read, index: number, { sure = false, early = false } = {}): Range[] {
  const { text, blocks } = article;
  const line = ({ start, end }: Range) => text.slice(start, end);
  let from = index + 1;
  const lead = blocks[from];
  const leads = lead?.kind === 'paragraph' && lead.end - lead.start <= LEAD_LONGEST && !MARK.test(line(lead));
  const listed = (block: Block | undefined) =>
    block !== undefined && (block.kind === 'item' || (block.kind === 'paragraph' && MARK.test(line(block))));
  if (lead?.kind === 'paragraph' && (COLON.test(line(lead)) || (sure && leads && listed(blocks[from + 1])))) from++;

  const lists: (() => Range[])[] = [
    () => run(blocks, from, ({ kind }) => kind === 'item'),
    () => run(blocks, from, (block) => block.kind === 'paragraph' && listed(block)),
    () => (sure ? definitionsOf(article, from) : []),
    () => (sure ? subheadingsOf(article, index) : []),
    () => (early ? boxOf(article, from) : []),
  ];
  for (const list of lists) {
    const points = list().filter((point) => !LINK_ON.test(line(point)));
    const fits = points.every((point) => point.end - point.start <= ITEM_LONGEST && !ASKS.test(line(point)));
    if (fits && points.length >= ITEMS.least && points.length <= ITEMS.most) return unmarked(text, points);
  }
  return [];
}
