/** Turns single suspicions into whole teasers: a title that goes takes its excerpt with it. */
import { breaksOff } from '../features/refined-features.ts';
import type { SnapshotRun } from '../snapshot.ts';
import { COLON, ELLIPSIS, STOP } from '../features/text-profile.ts';

/** From this suspicion on a block of the article goes by itself (0–1). */
export const STRAY_FROM = 0.5;
/**
 * What breaks off right below a line that goes, with another such or nothing below it, is that line's excerpt: from
 * here on it goes too.
 */
const EXCERPT_FROM = 0.05;
/** A line without a stop between two that go: their title, date or label. */
const BETWEEN_FROM = 0.25;

/**
 * A line or two of plain words within the article, between blocks that stay, need this much to go: pages set such lines
 * as headings and lead-ins, hardly as teasers.
 */
const INTERIOR_FROM = 0.75;
const INTERIOR_RUNS = 2;

/**
 * A sentence that stands alone among blocks that stay, its links and all, needs this much to go (0–1): titles seldom
 * end with a stop.
 */
const ALONE_FROM = 0.7;
/**
 * A paragraph on the border of a stretch of teasers, next to what stays, needs this much to go (0–1): teasers begin
 * with titles.
 */
const BORDER_FROM = 0.75;
/** As long as a paragraph (characters). */
const PARAGRAPH = 60;

function isSaidOnce(runs: readonly SnapshotRun[], at: number): boolean {
  const hash = runs[at]?.hash;
  return hash !== runs[at - 1]?.hash && hash !== runs[at + 1]?.hash;
}

/** No link, no tags, said once, not broken off. */
function isPlainLine(runs: readonly SnapshotRun[], at: number): boolean {
  const run = runs[at];
  if (!run || run.links > 0 || run.separators > 0 || !isSaidOnce(runs, at)) return false;
  return run.last !== ELLIPSIS && !breaksOff(run);
}

/**
 * Gives back paragraphs without links that went only as neighbours of teasers: right after a stop, where the article
 * goes on or broke off.
 */
function keepBorders(
  runs: readonly SnapshotRun[],
  content: readonly number[],
  stray01: Float32Array,
  goes: Uint8Array,
): void {
  for (let order = 1; order < content.length - 1; order++) {
    const [before = 0, at = 0, after = 0] = content.slice(order - 1, order + 2);
    const run = runs[at];
    if (!run || goes[at] === 0 || goes[before] === goes[after] || (stray01[at] ?? 0) >= BORDER_FROM) continue;
    const isParagraph = run.last === STOP && run.linkChars === 0 && run.chars >= PARAGRAPH && isSaidOnce(runs, at);
    if (isParagraph && runs[before]?.last === STOP) goes[at] = 0;
  }
}

/** Gives back what went alone from within the article. */
function keepInterior(
  runs: readonly SnapshotRun[],
  content: readonly number[],
  stray01: Float32Array,
  goes: Uint8Array,
): void {
  for (let from = 1; from < content.length; from++) {
    if (goes[content[from] ?? 0] !== 1 || goes[content[from - 1] ?? 0] === 1) continue;
    let end = from;
    while (end < content.length && goes[content[end] ?? 0] === 1) end++;
    const group = content.slice(from, end);
    const weak = (at: number) => isPlainLine(runs, at) && (stray01[at] ?? 0) < INTERIOR_FROM;
    const [alone = 0] = group;
    const ending = runs[alone]?.last;
    const isSentence = (ending === STOP || ending === COLON) && isSaidOnce(runs, alone);
    const stays = group.length === 1 && isSentence && (stray01[alone] ?? 0) < ALONE_FROM;
    if (end < content.length && (stays || (group.length <= INTERIOR_RUNS && group.every(weak))))
      for (const at of group) goes[at] = 0;
    from = end;
  }
}

/**
 * Which runs go, as 1. `likely` are those that stay if they are no strays; the rest of the page does not count as
 * neighbours. Linear.
 */
export function markStrays(
  runs: readonly SnapshotRun[],
  likely: readonly boolean[],
  stray01: Float32Array,
): Uint8Array {
  const goes = new Uint8Array(runs.length);
  const content: number[] = [];
  likely.forEach((one, at) => {
    if (one) content.push(at);
  });
  for (const at of content) if ((stray01[at] ?? 0) >= STRAY_FROM) goes[at] = 1;
  content.forEach((at, order) => {
    const run = runs[at];
    if (!run || goes[at] || goes[content[order - 1] ?? -1] !== 1) return;
    const below = content[order + 1];
    const closed = below === undefined || goes[below] === 1;
    if (!closed) return;
    const suspicion = stray01[at] ?? 0;
    const excerpt = breaksOff(run) || run.last === ELLIPSIS;
    if ((excerpt && suspicion >= EXCERPT_FROM) || (run.last !== STOP && suspicion >= BETWEEN_FROM)) goes[at] = 1;
  });
  keepBorders(runs, content, stray01, goes);
  keepInterior(runs, content, stray01, goes);
  return goes;
}
