/** Reads the headings a page marks as such: drops what is no section of the article, and repairs the levels. */
import type { Article, Block } from '../../article/article.ts';
import { isBox, isFurniture } from './furniture.ts';
import { type Heading, withoutFurniture } from './furniture-sections.ts';
import { trimmedLabel } from './topics/label-trim.ts';
import { lineLabelEnd } from './labels.ts';
import type { Mark } from './marks.ts';
import { depthsByNumber, lineNumber } from './numbering.ts';

/** A heading longer than this, in characters, that also ends like a sentence is a paragraph marked up as a heading. */
const LONGEST = 160;
/** A heading that repeats the title comes before this share of the text. */
export const TOP_SHARE = 0.1;
const STOP = /[.。！!;；]["'”’」』）)]*$/u;

/** Letters and digits alone, lower case: what remains equal when typography differs. */
export function lettersOnly(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/** True if a line repeats the title, with or without the site's name. */
export function repeatsTitle(line: string, article: Pick<Article, 'title' | 'siteName'>): boolean {
  const l = lettersOnly(line);
  const title = lettersOnly(article.title);
  if (!l || !title) return false;
  if (l === title || (article.siteName && l === lettersOnly(article.siteName))) return true;
  // "Title | Site", "Site: title"
  const parts = article.title.split(/\s[|–—·:»-]\s|:\s/u).map(lettersOnly);
  if (parts.some((part) => part === l && 2 * part.length >= title.length)) return true;
  const [short, long] = l.length < title.length ? [l, title] : [title, l];
  return short.length >= 12 && long.startsWith(short) && short.length >= 0.6 * long.length;
}

/**
 * Depth by the levels above, so that skipped levels close up; by numbers ("1", "1.1") if all headings have the same
 * level.
 */
function depthsOf(headings: readonly Heading[]): number[] {
  const told = depthsByNumber(headings.map((h) => lineNumber(h.text)));
  if (new Set(headings.map((h) => h.level)).size === 1 && told.some((depth) => depth !== undefined)) {
    // A line without a number stands as deep as the one before it, except for those that come before all numbers or
    // after the last.
    let depth = 1;
    const last = told.findLastIndex((d) => d !== undefined);
    return told.map((d, i) => (depth = d ?? (i > last ? 1 : depth)));
  }
  const open: number[] = [];
  return headings.map(({ level }) => {
    while ((open.at(-1) ?? 0) >= level) open.pop();
    open.push(level);
    return open.length;
  });
}

/**
 * A page with this many headings, of which at least this share has nothing below it, is a list of entries marked as
 * headings.
 */
const ENTRIES = { least: 10, share01: 0.5 };

/** Leaves out headings with nothing below them where most are such: a catalogue's tags and names, not sections. */
function withoutEntries(headings: readonly Heading[], blocks: readonly Block[]): Heading[] {
  const at = new Map(blocks.map((block, i) => [block, i]));
  const empty = (heading: Heading, i: number): boolean => {
    const below = blocks[(at.get(heading.block) ?? 0) + 1];
    const next = headings[i + 1];
    return below?.kind === 'heading' && (next === undefined || next.level <= heading.level);
  };
  const full = headings.filter((heading, i) => !empty(heading, i));
  const many = headings.length >= ENTRIES.least && headings.length - full.length >= ENTRIES.share01 * headings.length;
  return many ? full : [...headings];
}

/**
 * Marks for the article's own headings, in order. Left out are the repeated title, the site's name, a heading right
 * after an equal one, one without text below it, a sentence marked as a heading, and headings of the page rather than
 * the article with their content. If one heading near the top contains all others, it is the title in other words, and
 * its sections move up one level.
 */
export function headingMarks(article: Pick<Article, 'text' | 'blocks' | 'title' | 'siteName'>): Mark[] {
  const { text, blocks } = article;
  let headings: Heading[] = [];
  blocks.forEach((block, i) => {
    if (block.kind !== 'heading') return;
    const line = text.slice(...trimmedLabel(text, block.start, block.end));
    const before = headings.at(-1);
    if (!/[\p{L}\p{N}]/u.test(line) || repeatsTitle(line, article)) return;
    if ((isFurniture(line) && !isBox(line)) || (line.length > LONGEST && STOP.test(line))) return;
    if (before && before.text === line && blocks[i - 1] === before.block) return;
    headings.push({ block, level: block.level ?? 2, text: line });
  });
  headings = withoutFurniture(headings, blocks, text);
  const last = blocks.at(-1);
  while (headings.length && headings.at(-1)?.block === last) headings = headings.slice(0, -1);
  headings = withoutEntries(headings, blocks);
  const first = headings[0];
  const wraps = first && headings.length > 2 && headings.slice(1).every((h) => h.level > first.level);
  if (wraps && first.block.start <= TOP_SHARE * text.length) headings = headings.slice(1);
  const depths = depthsOf(headings);
  return headings.map(({ block }, i) => {
    const [start, end] = trimmedLabel(text, block.start, block.end);
    const labelEnd = lineLabelEnd(text, start, end);
    return { from: block.start, start, labelEnd, depth: depths[i] ?? 1, source: 'heading' };
  });
}
