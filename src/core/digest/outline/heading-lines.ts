/**
 * Finds the lines that a reader takes for headings although the page does not mark them: short separate lines, and
 * bold, larger or numbered ones.
 */
import type { Article, Block } from '../../article/article.ts';
import { widthOf } from './line-context.ts';
import { lineFeatures } from './line-features.ts';
import { depthsOfLines, foundLines } from './levels.ts';
import { lineNumber } from './numbering.ts';
import { isFurniture } from './furniture.ts';
import { repeatsTitle, TOP_SHARE } from './headings.ts';
import { trimmedLabel } from './topics/label-trim.ts';
import { lineLabelEnd, lineLabelStart } from './labels.ts';
import type { Mark } from './marks.ts';
import { amountOf, wordsOf } from '../reading-time.ts';
import { HEADING_TREES, LEVELS } from './outline-weights.ts';
import { predict } from '../../tree-ensemble.ts';

/** A line is shown from this probability on; best F1 on held-out sites between .4 and .5. */
const SURE = 0.45;
/** In a text of fewer words (a note, a short report) the threshold is higher. */
const FEW_WORDS = 400;
const SURE_IN_FEW = 0.6;
/** Log-odds that bold or larger type adds: our guess, for the trees learn from lines whose type was taken away. */
const BOLD_ODDS = 1.5;
const LARGE_ODDS = 2;
/** Letters this many times the size of the body text count as larger on purpose. */
const LARGE = 1.12;
/** A line that continues in the next one: "Dear Anna,", verse. */
const COMMA = /[,，、،]\s*$/u;
/** In a short text a line in small letters is an item of a list or a broken line. */
const SMALL_START = /^["'“‘«„(]?\p{Ll}/u;
/** No title is longer, in characters: longer blocks are not compared with it. */
const LONGEST_TITLE = 300;
/** One line alone makes no outline. */
const FEWEST = 2;
/**
 * Lines that hold more of the article's characters than this are its text (verse, a menu, a table in lines): 99 % of
 * pages have less in headings, by our count on wcxb-dev.
 */
const LARGEST_SHARE = 0.2;
/**
 * Where short paragraphs hold more than this share of the text, a line set apart says nothing: verse, dialogue, lists
 * of offers.
 */
const SHORT_SHARE = 0.5;
/** A paragraph of fewer characters is short. */
const SHORT = 90;
/** With headings of the page's own, plain lines are not looked for, but bold and larger ones between them are. */
const ENOUGH_HEADINGS = 2;

function chance01(block: Block, features: readonly number[]): number {
  const p = predict(HEADING_TREES, Float32Array.from(features));
  const odds = Math.log(p / (1 - p)) + (block.bold ? BOLD_ODDS : 0) + ((block.size ?? 1) >= LARGE ? LARGE_ODDS : 0);
  return 1 / (1 + Math.exp(-odds));
}

/**
 * Marks for lines that look like headings, in order, given the marks of true headings. With two headings or more only
 * bold and larger lines are taken, one
 * level below the heading they follow; with fewer, all lines count, at levels of their own. About 1 ms for a hundred
 * lines.
 */
export function lineMarks(article: Article, headings: readonly Mark[]): Mark[] {
  const { text } = article;
  // The repeated title is not a section, nor a neighbour for judging other lines.
  const blocks = article.blocks.filter(
    (b) => b.end - b.start > LONGEST_TITLE || !repeatsTitle(text.slice(b.start, b.end), article),
  );
  const own = headings.length >= ENOUGH_HEADINGS;
  const sure = wordsOf(amountOf(text)) < FEW_WORDS ? SURE_IN_FEW : SURE;
  const found = lineFeatures({ ...article, blocks }).filter(({ index, features }) => {
    const block = blocks[index];
    if (!block) return false;
    const line = text.slice(...trimmedLabel(text, block.start, block.end));
    if (isFurniture(line) || COMMA.test(line) || (sure === SURE_IN_FEW && SMALL_START.test(line))) return false;
    if (own && !block.bold && (block.size ?? 1) < LARGE) return false;
    return chance01(block, features) >= sure;
  });
  // A line said again and again (a photographer's name, "Advertisement") parts nothing, where it is most of what was
  // found.
  const said = new Map<string, number>();
  const words = ({ index }: { index: number }) => text.slice(blocks[index]?.start, blocks[index]?.end);
  for (const row of found) said.set(words(row), (said.get(words(row)) ?? 0) + 1);
  const rows = found.filter((row) => (said.get(words(row)) ?? 0) <= Math.max(2, found.length / 2));
  const width = (list: readonly (Block | undefined)[]) => list.reduce((n, b) => n + (b ? b.end - b.start : 0), 0);
  const chosen = width(rows.map(({ index }) => blocks[index]));
  const short = width(blocks.filter((b) => b.kind === 'paragraph' && widthOf(text.slice(b.start, b.end)) < SHORT));
  if (chosen > LARGEST_SHARE * text.length || (!own && short > SHORT_SHARE * text.length)) return [];
  if (rows.length < FEWEST - (own ? 0 : headings.length)) return [];
  const lines = own ? [] : foundLines({ text, blocks }, rows);
  const depths = depthsOfLines(lines, LEVELS, article.title);
  const empty = (i: number) =>
    lines[i]?.blocks === 0 && !lineNumber(lines[i].text) && (depths[i + 1] ?? 0) <= (depths[i] ?? 0);
  // As among true headings: one near the top that holds all others is the title in other words.
  const wraps = headings.length === 0 && depths.length > 2 && depths.slice(1).every((d) => d > 1);
  const marks = rows.flatMap(({ index }, i): Mark[] => {
    const { start, end } = blocks[index] ?? { start: 0, end: 0 };
    if (empty(i)) return []; // a box of one line is no section
    if (i === 0 && wraps && start <= TOP_SHARE * text.length) return [];
    const above = headings.findLast((h) => h.from < start);
    const [label, labelEnd] = trimmedLabel(text, lineLabelStart(text, start, end), end);
    const depth = own ? (above?.depth ?? 0) + 1 : (above?.depth ?? 0) + (depths[i] ?? 1);
    return [{ from: start, start: label, labelEnd: lineLabelEnd(text, label, labelEnd), depth, source: 'typographic' }];
  });
  return marks.length < FEWEST - (own ? 0 : headings.length) ? [] : marks;
}
