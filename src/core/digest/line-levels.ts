/** Tells how deep each found line stands, by what lines of one level share: their make, their numbers, the text below them. */
import type { Article } from '../article/article.ts';
import { LINE_FACTS, termsOf } from './line-facts.ts';
import { type LineNumber, countsOn, depthsByNumber, lineNumber } from './numbering.ts';
import { type Forest, probability01 } from './trees.ts';

/** A line taken for a heading: its words, its facts (see `LINE_FACTS`), the blocks and characters until the next such line. */
export interface FoundLine {
  text: string;
  facts: readonly number[];
  blocks: number;
  width: number;
}

/** Makes found lines of rows of `lineFacts`: each holds the text down to the next one. */
export function foundLines(
  article: Pick<Article, 'text' | 'blocks'>,
  rows: readonly { index: number; facts: readonly number[] }[],
): FoundLine[] {
  const { text, blocks } = article;
  return rows.map(({ index, facts }, i) => {
    const next = rows[i + 1]?.index ?? blocks.length;
    const block = blocks[index];
    const below = (blocks[next]?.start ?? text.length) - (block?.end ?? 0);
    return { text: text.slice(block?.start, block?.end), facts, blocks: next - index - 1, width: below };
  });
}

/** Own facts of a level, before those of the line itself. */
const OWN_FACTS = [
  ...[
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
  ],
  ...['numberDepth', 'numbersCount', 'countsOn', 'restarts', 'insideNumbers', 'othersNumbered01', 'numberedTopAbove'],
  ...[
    'shapeOfFirst',
    'shapeOfPrevious',
    'shapeOfNext',
    'shape01',
    'shapesAbove',
    'sameText',
    'sameOpening',
    'sameEnding',
    'shorterThanPrevious',
  ],
] as const;

/** All facts a level is told by, in the order of a row. */
export const LEVEL_FACTS = [...OWN_FACTS, ...LINE_FACTS.map((name) => `line ${name}`)];
/** Log-probability of a level that a line's number speaks against. */
const UNLIKELY = -30;
/** What a line's own chances count beside those of its step from the line before; best of 1, .6 and .5 on held-out sites. */
const OWN_WEIGHT = 0.6;
/** No step is ruled out. */
const LEAST_CHANCE = 1e-3;
/** Levels told apart. */
export const DEEPEST = 3;

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
/** Lines since one with less text below it than this one has. */
const since = (widths: readonly number[], i: number) => {
  let n = 0;
  while (n < 12 && i - 1 - n >= 0 && (widths[i - 1 - n] ?? 0) >= (widths[i] ?? 0)) n++;
  return n;
};

/** A row of facts for each found line. O(lines²) in the worst case, for lines are few. */
export function levelFacts(lines: readonly FoundLine[]): number[][] {
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
  const terms = texts.map((t) => termsOf(t));
  const widths = lines.map((l) => l.width);
  let empty = -1;
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
      ...line.facts,
    ];
    seen.add(makes[i] ?? '');
    if (line.blocks === 0) empty = i;
    return row;
  });
}

/** The facts a step from one line to the next is told by: the line's, the line's before it, and how they differ. */
export const STEP_FACTS = [
  ...LEVEL_FACTS,
  ...OWN_FACTS.map((name) => `before ${name}`),
  ...OWN_FACTS.map((name) => `change of ${name}`),
];

/** A row of step facts for each row of level facts; the first is its own forerunner. */
export function stepFacts(rows: readonly (readonly number[])[]): number[][] {
  return rows.map((row, i) => {
    const before = (rows[i - 1] ?? row).slice(0, OWN_FACTS.length);
    return [...row, ...before, ...before.map((x, k) => (row[k] ?? 0) - x)];
  });
}

/** `deeper[d]` tells whether a line stands deeper than d + 1; `down` whether it stands deeper than the line before, `up` whether less deep. */
export interface Levels {
  deeper: readonly Forest[];
  down: Forest;
  up: Forest;
}

/** Lines that stand on one level by their make: counted on in one run, or the same words again. Each line has its group's number. */
function groupsOf(lines: readonly FoundLine[]): number[] {
  const last = new Map<string, { number: LineNumber; group: number }>();
  const byText = new Map<string, number>();
  return lines.map((line, i) => {
    const number = lineNumber(line.text);
    const key = number ? `${number.form} ${number.values.length}` : '';
    const before = last.get(key);
    const same = byText.get(line.text);
    const group = same ?? (number && before && countsOn(before.number, number) ? before.group : i);
    if (number) last.set(key, { number, group });
    byText.set(line.text, group);
    return group;
  });
}

/** The likeliest depths, 1 to `DEEPEST`, of lines in order: each line's own chances and those of its step from the one before (Viterbi). The first is 1; none is two deeper than the one before. */
export function depthsOfLines(lines: readonly FoundLine[], levels: Levels): number[] {
  const rows = levelFacts(lines);
  const groups = groupsOf(lines);
  const depths = Array.from({ length: DEEPEST }, (_, d) => d);
  const chances = rows.map((row) => {
    const deeper = levels.deeper.map((forest) => probability01(forest, row));
    return depths.map((d) => {
      let p = 1;
      for (let i = 0; i < d; i++) p *= deeper[i] ?? 0;
      return Math.log(Math.max(1e-6, p * (1 - (deeper[d] ?? 0))));
    });
  });
  const told = depthsByNumber(lines.map((line) => lineNumber(line.text)));
  const owns = chances.map((_, i) => {
    const sure = told[i];
    if (sure !== undefined) return depths.map((d) => (d === Math.min(sure, DEEPEST) - 1 ? 0 : UNLIKELY));
    const group = chances.filter((__, j) => groups[j] === groups[i]);
    return depths.map((d) => group.reduce((sum, own) => sum + (own[d] ?? -9), 0) / group.length);
  });
  const steps = stepFacts(rows).map((row) => {
    const down = probability01(levels.down, row);
    const up = probability01(levels.up, row) * (1 - down);
    return { down, up, stay: 1 - down - up };
  });
  /** Log-probability of depth b + 1 after a + 1, by the step of line i. Nothing is above the outermost. */
  const step = (i: number, a: number, b: number) => {
    const { down, up, stay } = steps[i] ?? { down: 0, up: 0, stay: 1 };
    const p = b > a ? down : b < a ? up / a : a === 0 ? stay + up : stay;
    return Math.log(Math.max(LEAST_CHANCE, p));
  };
  let best = depths.map((d) => ({ score: d === 0 ? 0 : -Infinity, path: [d + 1] }));
  owns.slice(1).forEach((own, i) => {
    best = depths.map((d) => {
      let top = { score: -Infinity, from: 0 };
      best.forEach((before, from) => {
        const score = before.score + step(i + 1, from, d);
        if (d <= from + 1 && score > top.score) top = { score, from };
      });
      return { score: top.score + OWN_WEIGHT * (own[d] ?? -9), path: [...(best[top.from]?.path ?? []), d + 1] };
    });
  });
  return rows.length ? best.reduce((a, b) => (b.score > a.score ? b : a)).path : [];
}
