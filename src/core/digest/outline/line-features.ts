/** The features that predict whether a line is a heading, independent of its language. */
import type { Article } from '../../article/article.ts';
import {
  type Line,
  type LineContext,
  QUESTION,
  WORD,
  comparableTerms,
  lineContext,
  openingOf,
} from './line-context.ts';

/**
 * The features' names, in the order of a row. Widths are in characters, with wide scripts counted double, and as
 * natural logarithms where the name has `log`.
 */
export const LINE_FEATURES = [
  'logWidth',
  'words',
  'endsStop',
  'endsQuestion',
  'endsColon',
  'endsComma',
  'endsOther',
  'startsUpper',
  'startsLower',
  'startsDigit',
  'startsOther',
  'uncased',
  'titleCase',
  'capitals',
  'digits',
  'marks',
  'innerStop',
  'innerColon',
  'commas',
  'numbered',
  'inNumberRun',
  'money',
  'bar',
  'bracket',
  'nextParagraph',
  'nextItem',
  'nextCode',
  'nextOther',
  'nextLogWidth',
  'nextStops',
  'nextShort',
  'secondLogWidth',
  'secondShort',
  'beforeParagraph',
  'beforeItem',
  'beforeCode',
  'beforeOther',
  'beforeLogWidth',
  'beforeStops',
  'beforeShort',
  'runBefore',
  'runAfter',
  'logSection',
  'logSectionBefore',
  'blocksAfter',
  'blocksBefore',
  'position01',
  'index',
  'fromEnd',
  'shorts01',
  'shorts',
  'logArticle',
  'logTypical',
  'inFollowing',
  'inPreceding',
  'inTitle',
  'same',
  'sameOpening',
  'shape01',
  'shapeSection',
  'shapeWidth',
] as const;

/** Text before and after a line whose words are compared with it, in characters. */
const NEAR = 1200;

const log = (x: number) => Math.log(1 + x);
const bit = (x: unknown) => (x ? 1 : 0);
const share = (terms: readonly string[], among: ReadonlySet<string>) =>
  terms.length ? terms.filter((t) => among.has(t)).length / terms.length : 0;

/** From `logWidth` to `uncased`: how long the line is, how it ends and how it starts. */
function edgeFeatures({ text, width, stops }: Line): number[] {
  const first = /[^\s"'“‘«「『（(\[*•·–—-]/u.exec(text)?.[0] ?? '';
  return [
    log(width),
    text.match(WORD)?.length ?? 0,
    bit(stops),
    bit(QUESTION.test(text)),
    bit(/[:：]\s*$/u.test(text)),
    bit(/[,，、]\s*$/u.test(text)),
    bit(/[^\p{L}\p{M}\p{N}\s]\s*$/u.test(text)),
    bit(/\p{Lu}/u.test(first)),
    bit(/\p{Ll}/u.test(first)),
    bit(/\p{N}/u.test(first)),
    bit(!/[\p{L}\p{N}]/u.test(first)),
    bit(/\p{Lo}/u.test(first)),
  ];
}

/** From `titleCase` to `bracket`: capitals, digits, marks and the number within the line. */
function characterFeatures({ text, number, inRun }: Line): number[] {
  const words = text.match(WORD) ?? [];
  const long = words.slice(1).filter((w) => w.length > 3 && /\p{L}/u.test(w));
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const colon = text.search(/[:：]\s*\S/u);
  return [
    long.length ? long.filter((w) => /^\p{Lu}/u.test(w)).length / long.length : 0.5,
    letters ? (text.match(/\p{Lu}/gu)?.length ?? 0) / letters : 0,
    (text.match(/\p{N}/gu)?.length ?? 0) / text.length,
    (text.match(/[^\p{L}\p{M}\p{N}\s]/gu)?.length ?? 0) / text.length,
    bit(/[.。!?！？]["”’）)]*\s*\p{L}/u.test(text.replace(/^\S{1,12}[.)]\s/u, ''))),
    colon < 0 ? 0 : 1 - colon / text.length,
    text.match(/[,，、]/gu)?.length ?? 0,
    bit(number),
    bit(inRun),
    bit(/[\p{Sc}%‰@©®™→]|https?:/u.test(text)),
    bit(/[|·•»/]/u.test(text)),
    bit(/[()（）\[\]]/u.test(text)),
  ];
}

/** From `nextParagraph` to `nextShort`, and the same of the line before: what a neighbour is. */
function neighbourFeatures(line: Line | undefined): number[] {
  const kind = line?.block.kind;
  return [
    bit(kind === 'paragraph'),
    bit(kind === 'item'),
    bit(kind === 'code'),
    bit(kind && !['paragraph', 'item', 'code'].includes(kind)),
    log(line?.width ?? 0),
    bit(line?.stops),
    bit(line?.short),
  ];
}

/** Short lines in a row on either side of a line that are counted. */
const LONGEST_RUN = 9;

/** From `nextParagraph` to `runAfter`: the lines around it. */
function surroundingFeatures(lines: readonly Line[], i: number): number[] {
  const second = lines[i + 2];
  let runBefore = 0;
  while (runBefore < LONGEST_RUN && lines[i - 1 - runBefore]?.short) runBefore++;
  let runAfter = 0;
  while (runAfter < LONGEST_RUN && lines[i + 1 + runAfter]?.short) runAfter++;
  return [
    ...neighbourFeatures(lines[i + 1]),
    log(second?.width ?? 0),
    bit(second?.short),
    ...neighbourFeatures(lines[i - 1]),
    runBefore,
    runAfter,
  ];
}

/** From `logSection` to `logTypical`: its place among the short lines and in the article, and what that is like. */
function placeFeatures(context: LineContext, { block }: Line, i: number, textLength: number): number[] {
  const { lines, after, before, shorts, total, typical } = context;
  return [
    log(after[i]?.width ?? 0),
    log(before[i]?.width ?? 0),
    Math.min(20, after[i]?.blocks ?? 0),
    Math.min(20, before[i]?.blocks ?? 0),
    block.start / Math.max(1, textLength),
    Math.min(30, i),
    Math.min(30, lines.length - 1 - i),
    shorts / lines.length,
    Math.min(80, shorts),
    log(total),
    log(typical),
  ];
}

/** From `inFollowing` to `shapeWidth`: its words in the text around it, and the lines that are like it. */
function likenessFeatures(context: LineContext, { block, text, shape }: Line, article: string): number[] {
  const near = (from: number, to: number) =>
    new Set(comparableTerms(article.slice(Math.max(0, from), Math.max(0, to))));
  const terms = comparableTerms(text);
  const alike = context.byShape.get(shape) ?? { n: 1, section: 0, width: 0 };
  return [
    share(terms, near(block.end, block.end + NEAR)),
    share(terms, near(block.start - NEAR, block.start)),
    share(terms, context.titleTerms),
    Math.min(9, context.sames.get(text) ?? 1),
    Math.min(20, context.openings.get(openingOf(text)) ?? 1),
    alike.n / context.candidates,
    alike.section / alike.n,
    alike.width / alike.n,
  ];
}

/** A row of features for every block that may be a heading, with the block's index. O(text + lines × NEAR). */
export function lineFeatures(
  article: Pick<Article, 'text' | 'blocks' | 'title'>,
): { index: number; features: number[] }[] {
  const context = lineContext(article);
  return context.lines.flatMap((line, index) => {
    if (!line.may) return [];
    const features = [
      ...edgeFeatures(line),
      ...characterFeatures(line),
      ...surroundingFeatures(context.lines, index),
      ...placeFeatures(context, line, index, article.text.length),
      ...likenessFeatures(context, line, article.text),
    ];
    return [{ index, features }];
  });
}
