/** The lines of an article with what is counted over all of them, once for every row of line features. */
import type { Article, Block } from '../../article/article.ts';
import { HAN_KANA, THAI, WIDE } from '../../scripts.ts';
import { type LineNumber, lineNumber, numberRuns } from './numbering.ts';

/** A line wider than this is no heading. */
const WIDEST = 200;
/** Lines wider than this are running text, whose median width is the article's typical one. */
const RUNNING_WIDTH = 80;

const WIDE_LETTERS = new RegExp(`[${WIDE}]`, 'gu');
const STOP = /[.。．!！।॥؟۔…;；][\s"'”’»」』）)\]]*$/u;
const DENSE = new RegExp(`[${HAN_KANA}${THAI}]`, 'u');
/** A word of any script: letters, marks and digits in a row. Global, for `match` alone. */
export const WORD = /[\p{L}\p{M}\p{N}]+/gu;
/** A question mark at the end of a line, with the quotes and brackets that close after it. */
export const QUESTION = /[?？؟;][\s"'”’»」』）)\]]*$/u;

/** Characters, with those of wide scripts counted twice: roughly the width of the text. */
export const widthOf = (text: string) => text.length + (text.match(WIDE_LETTERS)?.length ?? 0);
const log = (x: number) => Math.log(1 + x);

/** Words to compare by: whole words of four letters and more, pairs of characters where words are not spaced. */
export function comparableTerms(text: string): string[] {
  const terms: string[] = [];
  for (const word of text.toLowerCase().match(WORD) ?? []) {
    if (DENSE.test(word)) for (let i = 0; i + 1 < word.length; i++) terms.push(word.slice(i, i + 2));
    else if (word.length > 3) terms.push(word.slice(0, 7));
  }
  return terms;
}

/** A block of the article as a line of text. */
export interface Line {
  block: Block;
  text: string;
  /** Of `widthOf`. */
  width: number;
  /** A short paragraph without a stop: what might be a heading. */
  short: boolean;
  stops: boolean;
  /** Whether it has a row of features: any paragraph that is no wider than a heading can be. */
  may: boolean;
  /** The number it opens with, and whether that continues a row of numbers. */
  number: LineNumber | undefined;
  inRun: boolean;
  /** Its form (`shapeOf`); empty where it cannot be a heading. */
  shape: string;
}

/** The text between a line and the next or last short one. */
interface Section {
  width: number;
  blocks: number;
}

/** The lines that share a form; `section` and `width` are sums of logarithms. */
interface ShapeTally {
  n: number;
  section: number;
  width: number;
}

/** What rows of features look up. */
export interface LineContext {
  lines: Line[];
  /** By line: how much text follows it until the next short line, and precedes it since the last. */
  after: Section[];
  before: Section[];
  byShape: ReadonlyMap<string, ShapeTally>;
  /** How often the same text, and the same first word, stands in the article. */
  sames: ReadonlyMap<string, number>;
  openings: ReadonlyMap<string, number>;
  titleTerms: ReadonlySet<string>;
  /** Lines that have a row, and short lines. */
  candidates: number;
  shorts: number;
  /** Width of all lines together, and the median of those of running text; 0 if there are none. */
  total: number;
  typical: number;
}

/** The form of a line: its beginning, the form of its number, whether it is a question, whether it is in capitals. */
function shapeOf(text: string, form: string | undefined): string {
  const first = /\p{L}/u.exec(text)?.[0] ?? '';
  const words = text.match(/\p{L}[\p{L}\p{M}]{3,}/gu) ?? [];
  const titled = words.length > 1 && words.slice(1).filter((w) => /^\p{Lu}/u.test(w)).length * 2 > words.length - 1;
  const shouted = /\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text);
  return [form ?? '-', /\p{Lu}/u.test(first), titled, shouted, QUESTION.test(text), /[:：]\s*$/u.test(text)].join();
}

/** The first word by which lines that open alike are counted; the whole text where it opens with a single letter. */
export const openingOf = (text: string) => /^\S{2,}/u.exec(text.toLowerCase())?.[0] ?? text;

function linesOf({ text: whole, blocks }: Pick<Article, 'text' | 'blocks'>): Line[] {
  const lines = blocks.map((block): Line => {
    const text = whole.slice(block.start, block.end);
    const width = widthOf(text);
    const stops = STOP.test(text);
    const paragraph = block.kind === 'paragraph';
    const short = paragraph && width <= WIDEST && !stops;
    const may = (short || (paragraph && width <= WIDEST / 2)) && /[\p{L}\p{N}]/u.test(text);
    const number = may ? lineNumber(text) : undefined;
    const shape = may ? shapeOf(text, number?.form) : '';
    return { block, text, width, stops, short, may, number, inRun: false, shape };
  });
  const inRun = numberRuns(lines.map(({ number }) => number));
  lines.forEach((line, i) => (line.inRun = inRun[i] ?? false));
  return lines;
}

/** By line, the text that follows it until the next short line. */
function textUntilShort(lines: readonly Line[]): Section[] {
  const after = lines.map(() => ({ width: 0, blocks: 0 }));
  for (let i = lines.length - 2; i >= 0; i--) {
    const next = lines[i + 1];
    const more = after[i + 1];
    if (next && more && !next.short) after[i] = { width: next.width + more.width, blocks: more.blocks + 1 };
  }
  return after;
}

function shapesOf(lines: readonly Line[], after: readonly Section[]): Map<string, ShapeTally> {
  const byShape = new Map<string, ShapeTally>();
  lines.forEach(({ may, shape, width }, i) => {
    if (!may) return;
    const known = byShape.get(shape) ?? { n: 0, section: 0, width: 0 };
    byShape.set(shape, {
      n: known.n + 1,
      section: known.section + log(after[i]?.width ?? 0),
      width: known.width + log(width),
    });
  });
  return byShape;
}

function counts(texts: readonly string[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const text of texts) found.set(text, (found.get(text) ?? 0) + 1);
  return found;
}

/** Reads an article's lines and counts over them. Linear in the text. */
export function lineContext(article: Pick<Article, 'text' | 'blocks' | 'title'>): LineContext {
  const lines = linesOf(article);
  const after = textUntilShort(lines);
  const running = lines.map(({ width }) => width).filter((width) => width > RUNNING_WIDTH);
  running.sort((a, b) => a - b);
  return {
    lines,
    after,
    before: textUntilShort(lines.toReversed()).toReversed(),
    byShape: shapesOf(lines, after),
    sames: counts(lines.map(({ text }) => text)),
    openings: counts(lines.map(({ text }) => openingOf(text))),
    titleTerms: new Set(comparableTerms(article.title)),
    candidates: lines.filter(({ may }) => may).length,
    shorts: lines.filter(({ short }) => short).length,
    total: lines.reduce((sum, { width }) => sum + width, 0),
    typical: running[running.length >> 1] ?? 0,
  };
}
