/**
 * The features that predict the level of a line: what it shares with the lines around it, their numbers, the text below
 * them.
 */
import { CONTEXT_FEATURES, contextFeatures } from './level-context.ts';
import { comparableTerms } from './line-context.ts';
import { LINE_FEATURES } from './line-features.ts';
import { type LineNumber, countsOn, lineNumber } from './numbering.ts';

/**
 * A line taken for a heading: its words, its features (see `LINE_FEATURES`), the blocks and characters until the next
 * such line.
 */
export interface FoundLine {
  text: string;
  features: readonly number[];
  blocks: number;
  width: number;
}

/** Own features of a level, before those of the line itself. */
const OWN_FEATURES = [
  'rank01',
  'lines',
  'emptySection',
  'underEmpty',
  'sinceEmpty',
  'sectionToTypical',
  'widthToTypical',
  'nextSection',
  'previousSection',
  'logSection',
  'inPreviousLine',
  'inFirstLine',
  'largest01',
  'betweenLarge',
  'numberDepth',
  'numbersCount',
  'countsOn',
  'restarts',
  'insideNumbers',
  'othersNumbered01',
  'numberedTopAbove',
  'shapeOfFirst',
  'shapeOfPrevious',
  'shapeOfNext',
  'shape01',
  'shapesAbove',
  'sameText',
  'sameOpening',
  'sameEnding',
  'shorterThanPrevious',
] as const;

/** All features for levels, in the order of a row. */
export const LEVEL_FEATURES = [...OWN_FEATURES, ...CONTEXT_FEATURES, ...LINE_FEATURES.map((name) => `line ${name}`)];
/** Features of the line before that a step looks at too. */
const BEFORE = OWN_FEATURES.length + CONTEXT_FEATURES.length;
const log = (x: number) => Math.log(1 + x);
const bit = (x: unknown) => (x ? 1 : 0);
const opening = (text: string) => /^\S+/u.exec(text.toLowerCase())?.[0] ?? '';
const ending = (text: string) => /\S+$/u.exec(text.toLowerCase())?.[0] ?? '';
const median = (list: number[]) => list.toSorted((a, b) => a - b)[list.length >> 1] ?? 1;

function make(text: string, number?: LineNumber): string {
  const words = text.match(/\p{L}[\p{L}\p{M}]{3,}/gu) ?? [];
  const titled = words.length > 1 && words.slice(1).filter((w) => /^\p{Lu}/u.test(w)).length * 2 > words.length - 1;
  return [number?.form ?? '-', titled, /[?？]\s*$/u.test(text), /[:：]\s*$/u.test(text), !/\p{Ll}/u.test(text)].join();
}

const alike = (a: readonly string[] = [], b: readonly string[] = []) =>
  a.length ? a.filter((t) => b.includes(t)).length / a.length : 0;
/** Lines since the last one with less text below it than this one. */
const since = (widths: readonly number[], i: number) => {
  let n = 0;
  while (n < 12 && i - 1 - n >= 0 && (widths[i - 1 - n] ?? 0) >= (widths[i] ?? 0)) n++;
  return n;
};

/** A row of features for each found line. O(lines²) in the worst case, for lines are few. */
export function levelFeatures(lines: readonly FoundLine[], title = ''): number[][] {
  const numbers = lines.map((l) => lineNumber(l.text));
  const makes = lines.map((l, i) => make(l.text, numbers[i]));
  const typicalSection = median(lines.map((l) => l.width));
  const typicalWidth = median(lines.map((l) => l.text.length));
  const numbered = numbers.filter(Boolean).length / Math.max(1, lines.length);
  const count = (list: readonly string[], key: string) => list.filter((x) => x === key).length;
  const openings = lines.map((l) => opening(l.text));
  const endings = lines.map((l) => ending(l.text));
  const texts = lines.map((l) => l.text);
  const lastOf = new Map<string, LineNumber>();
  const seen = new Set<string>();
  const terms = texts.map((t) => comparableTerms(t));
  const widths = lines.map((l) => l.width);
  let empty = -1;
  const context = contextFeatures(lines, makes, title);
  return lines.map((line, i) => {
    const number = numbers[i];
    const last = number ? lastOf.get(number.form) : undefined;
    const on = last && number ? countsOn(last, number) : false;
    const restart = number && last && !on && (number.values.at(-1) ?? 9) <= 1;
    const nextNumbered = numbers.findIndex((n, j) => j > i && n !== undefined);
    const inside =
      !number &&
      lastOf.size > 0 &&
      nextNumbered > 0 &&
      [...lastOf.values()].some((n) => {
        const next = numbers[nextNumbered];
        return next && n.form === next.form && countsOn(n, next);
      });
    if (number) lastOf.set(number.form, number);
    const row = [
      i / Math.max(1, lines.length - 1),
      Math.min(60, lines.length),
      bit(line.blocks === 0),
      bit(i > 0 && lines[i - 1]?.blocks === 0),
      empty < 0 ? 30 : Math.min(30, i - empty),
      log(line.width) - log(typicalSection),
      log(line.text.length) - log(typicalWidth),
      log(lines[i + 1]?.width ?? 0) - log(typicalSection),
      log(lines[i - 1]?.width ?? 0) - log(typicalSection),
      log(line.width),
      alike(terms[i], terms[i - 1]),
      alike(terms[i], terms[0]),
      widths.filter((x) => x < line.width).length / lines.length,
      since(widths, i),
      number?.values.length ?? 0,
      number?.values.at(-1) ?? -1,
      bit(on),
      bit(restart),
      bit(inside),
      numbered,
      bit(!number && lastOf.size > 0),
      bit(makes[i] === makes[0]),
      bit(makes[i] === makes[i - 1]),
      bit(makes[i] === makes[i + 1]),
      count(makes, makes[i] ?? '') / lines.length,
      seen.size,
      Math.min(9, count(texts, line.text)),
      Math.min(20, count(openings, openings[i] ?? '')),
      Math.min(20, count(endings, endings[i] ?? '')),
      (lines[i - 1]?.text.length ?? 0) - line.text.length,
      ...(context[i] ?? []),
      ...line.features,
    ];
    seen.add(makes[i] ?? '');
    if (line.blocks === 0) empty = i;
    return row;
  });
}

/**
 * The features of a step from one line to the next: those of the line, those of the line before it, and their
 * differences.
 */
export const STEP_FEATURES = [
  ...LEVEL_FEATURES,
  ...LEVEL_FEATURES.slice(0, BEFORE).map((name) => `before ${name}`),
  ...OWN_FEATURES.map((name) => `change of ${name}`),
];

/** A row of step features for each row of level features; the first line counts as its own predecessor. */
export function stepFeatures(rows: readonly (readonly number[])[]): number[][] {
  return rows.map((row, i) => {
    const before = (rows[i - 1] ?? row).slice(0, BEFORE);
    return [...row, ...before, ...before.slice(0, OWN_FEATURES.length).map((x, k) => (row[k] ?? 0) - x)];
  });
}
