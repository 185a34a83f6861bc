/** Features of a line's level from the lines around it: nesting, lines of the same form, and the page as a whole. */
import { comparableTerms } from './line-context.ts';
import { LINE_FEATURES } from './line-features.ts';
import type { FoundLine } from './level-features.ts';
import { CLOSING, OPENING, QUESTIONS } from './level-words.ts';
import { lineNumber } from './numbering.ts';

/** The features' names, in the order of a row. */
export const CONTEXT_FEATURES = [
  'closing',
  'asksBelow',
  'opening',
  'sinceAsksBelow',
  'sinceClosing',
  'saysHowMany',
  'asManyFollow',
  'insideSo',
  'inNext',
  'inNextThree',
  'sharesWithNext',
  'sharesWithBefore',
  'question',
  'questions01',
  'questionBelow',
  'holdsTitle',
  'widthFromUsual',
  'words',
  'logAll',
  'lines',
  'sectionsVary',
  'sameMakeAfter',
  'sameMakeBefore',
  'makes01',
  'opensAsPrevious',
  'opensAsNext',
  'endsAsNext',
  'nextSectionRank01',
  'leastBelow',
  'width01',
  'sinceEmptyHere',
  'empty01',
  'nextEndsColon',
] as const;

/** Lines further away than these count as this far. */
const FAR = 30;
const FAR_WORD = 40;
/** Lines before and after whose words are compared. */
const REACH = 5;
/** A line may promise this many lines ("Ten ways …" in digits). */
const PROMISE_MOST = 30;
const WORDS = LINE_FEATURES.indexOf('words');
const QUESTION = LINE_FEATURES.indexOf('endsQuestion');
const COLON = LINE_FEATURES.indexOf('endsColon');

const log = (x: number) => Math.log(1 + x);
const bit = (x: unknown) => (x ? 1 : 0);
const opening = (text: string) => /^\S+/u.exec(text.toLowerCase())?.[0] ?? '';
const ending = (text: string) => /[^\s.:?!]+(?=[.:?!]*$)/u.exec(text.toLowerCase())?.[0] ?? '';
const mean = (list: readonly number[]) => list.reduce((a, b) => a + b, 0) / Math.max(1, list.length);
const share = (terms: readonly string[], among: ReadonlySet<string>) =>
  terms.length ? terms.filter((t) => among.has(t)).length / terms.length : 0;
const below = (sorted: readonly number[], x: number) => {
  const at = sorted.findIndex((y) => y >= x);
  return (at < 0 ? sorted.length : at) / Math.max(1, sorted.length);
};

/** Number of lines to the next similar line, with `step` 1 down and -1 up; FAR if there is none. */
function untilSame(makes: readonly string[], i: number, step: 1 | -1): number {
  for (let k = 1; i + k * step >= 0 && i + k * step < makes.length; k++)
    if (makes[i + k * step] === makes[i]) return Math.min(FAR, k);
  return FAR;
}

/** How many similar lines follow right below line i. */
function runBelow(makes: readonly string[], i: number): number {
  let k = 1;
  while (makes[i + k] !== undefined && makes[i + k] === makes[i + 1]) k++;
  return k - 1;
}

/**
 * A row of features for each line; `makes` names the make of each (see `make` in level-features). O(lines²) at most.
 */
export function contextFeatures(lines: readonly FoundLine[], makes: readonly string[], title: string): number[][] {
  const terms = lines.map((l) => [...new Set(comparableTerms(l.text))]);
  const titleTerms = [...new Set(comparableTerms(title))];
  const lengths = lines.map((l) => log(l.text.length));
  const usual = lengths.toSorted((a, b) => a - b)[lengths.length >> 1] ?? 0;
  const deviation = Math.sqrt(mean(lengths.map((x) => (x - usual) ** 2)));
  const sections = lines.map((l) => log(l.width));
  const usualSection = mean(sections);
  const vary = Math.sqrt(mean(sections.map((x) => (x - usualSection) ** 2)));
  const sortedSections = sections.toSorted((a, b) => a - b);
  const sortedLengths = lengths.toSorted((a, b) => a - b);
  const isQuestion = lines.map((l) => (l.features[QUESTION] ?? 0) > 0);
  const all = log(lines.reduce((n, l) => n + l.width, 0));
  const empty = lines.filter((l) => l.blocks === 0).length / Math.max(1, lines.length);
  const kinds = new Set(makes).size / Math.max(1, lines.length);
  let faq = -1;
  let closed = -1;
  let promised = -1;
  let sinceEmpty = 0;
  return lines.map((line, i) => {
    const closing = CLOSING.test(line.text);
    const asksBelow = QUESTIONS.test(line.text);
    const count = lineNumber(line.text) ? 0 : Number(/(?<![\p{N}.,])\d{1,2}(?=[\s\p{L}])/u.exec(line.text)?.[0] ?? 0);
    const kept = count > 1 && count <= PROMISE_MOST && runBelow(makes, i) === count;
    if (kept) promised = i + count;
    const own = terms[i] ?? [];
    const shares = (other: readonly string[] = []) => other.some((t) => own.includes(t));
    const near = lines.slice(i + 1, i + 1 + REACH);
    const row = [
      bit(closing),
      bit(asksBelow),
      bit(OPENING.test(line.text)),
      faq < 0 ? FAR_WORD : Math.min(FAR_WORD, i - faq),
      closed < 0 ? FAR_WORD : Math.min(FAR_WORD, i - closed),
      count,
      bit(kept),
      bit(i <= promised && !kept),
      share(own, new Set(terms[i + 1] ?? [])),
      share(own, new Set(terms.slice(i + 1, i + 4).flat())),
      terms.slice(i + 1, i + 1 + REACH).filter(shares).length,
      terms.slice(Math.max(0, i - REACH), i).filter(shares).length,
      bit(isQuestion[i]),
      isQuestion.filter(Boolean).length / lines.length,
      bit(isQuestion[i] && faq >= 0),
      share(titleTerms, new Set(own)),
      deviation ? ((lengths[i] ?? 0) - usual) / (deviation + 0.05) : 0,
      line.features[WORDS] ?? 0,
      all,
      lines.length,
      vary,
      untilSame(makes, i, 1),
      untilSame(makes, i, -1),
      kinds,
      bit(i > 0 && opening(line.text) === opening(lines[i - 1]?.text ?? '')),
      bit(opening(line.text) === opening(lines[i + 1]?.text ?? '')),
      bit(ending(line.text) === ending(lines[i + 1]?.text ?? '')),
      below(sortedSections, sections[i + 1] ?? 0),
      Math.min(FAR, ...near.map((l) => log(l.width))) - (sections[i] ?? 0),
      below(sortedLengths, lengths[i] ?? 0),
      Math.min(FAR, sinceEmpty),
      empty,
      bit(lines[i + 1]?.features[COLON]),
    ];
    if (asksBelow) faq = i;
    else if (closing) faq = -1;
    if (closing) closed = i;
    sinceEmpty = line.blocks === 0 ? 0 : sinceEmpty + 1;
    return row;
  });
}
