/** Knows what can be said of each run of a page before any judgement: the first pass's facts, as one row of numbers a run. */
import { type Around, around } from './context-features.ts';
import { AT, FIRST, type Leanings, SHORT_LINE_WORDS } from './feature-list.ts';
import { pageFacts } from './page-features.ts';
import type { RunBone, Skeleton } from '../snapshot.ts';
import { vocabulary } from './vocabulary.ts';

/** A doubled line says at least this many words, twice. */
const FEWEST_DOUBLED = 3;

function ownText(run: RunBone, leanings: Leanings, rows: Float32Array, row: number): void {
  const { chars, letters, digits } = run;
  const words = run.words.length;
  rows[row + AT.chars] = Math.log1p(chars);
  rows[row + AT.words] = words;
  rows[row + AT.linkShare] = chars ? run.linkChars / chars : 0;
  rows[row + AT.strongShare] = chars ? run.strongChars / chars : 0;
  rows[row + AT.buttonShare] = chars ? run.buttonChars / chars : 0;
  rows[row + AT.links] = run.links;
  rows[row + AT.images] = run.images;
  rows[row + AT.time] = run.hasTime ? 1 : 0;
  rows[row + AT.hidden] = run.hidden ? 1 : 0;
  rows[row + AT.pre] = run.preformatted ? 1 : 0;
  rows[row + AT.letterShare] = letters / chars;
  rows[row + AT.digitShare] = digits / chars;
  rows[row + AT.capitalShare] = letters ? run.capitals / letters : 0;
  rows[row + AT.stops] = run.stops;
  rows[row + AT.stopRate] = (run.stops * 100) / chars;
  rows[row + AT.commaRate] = (run.commas * 100) / chars;
  rows[row + AT.separators] = run.separators;
  rows[row + AT.money] = run.money;
  rows[row + AT.first] = run.first;
  rows[row + AT.last] = run.last;
  rows[row + AT.meanWord] = words ? letters / words : 0;
  rows[row + AT.hrefKind] = run.hrefHash === 0 ? 0 : run.hrefHash === 1 ? 1 : 2;
  let sum = 0;
  if (words <= SHORT_LINE_WORDS) for (const word of run.words) sum += leanings.words.get(word) ?? 0;
  rows[row + AT.shortNames] = words && words <= SHORT_LINE_WORDS ? sum : 0;
}

/** One row of facts a run: `FIRST.length` numbers each. Linear in the page. */
export function firstFacts(bones: Skeleton, leanings: Leanings): Float32Array {
  const rows = new Float32Array(bones.runs.length * FIRST.length);
  const near: Around = around(bones, leanings);
  const ofPage = pageFacts(bones);
  const topics = vocabulary(bones.runs, (at) => {
    const run = bones.runs[at];
    return run !== undefined && run.chars >= 60 && run.linkChars * 3 < run.chars ? 1 : 0;
  });
  const copies = count(bones.runs, (run) => run.hash);
  const hrefs = count(bones.runs, (run) => run.hrefHash);
  const titleHash = new Set(bones.title.words);
  let fromTitle = 0;
  bones.runs.forEach((run, at) => {
    const row = at * FIRST.length;
    ownText(run, leanings, rows, row);
    rows[row + AT.copies] = copies.get(run.hash) ?? 1;
    const below = bones.runs[at + 1]?.hash === run.hash || isDoubled(run.words);
    rows[row + AT.copyBeside] = bones.runs[at - 1]?.hash === run.hash ? 1 : below ? 2 : 0;
    rows[row + AT.hrefCopies] = run.hrefHash > 1 || run.hrefHash < 0 ? (hrefs.get(run.hrefHash) ?? 1) : 0;
    near.write(at, rows, row);
    ofPage(rows, row);
    let shared = 0;
    for (const word of run.words) if (titleHash.has(word)) shared++;
    const titleLike = run.words.length ? shared / run.words.length : 0;
    const likeTitle = bones.title.words.length ? Math.min(1, shared / bones.title.words.length) : 0;
    rows[row + AT.titleLike] = titleLike;
    rows[row + AT.likeTitle] = likeTitle;
    const isTitle = titleLike > 0.85 && likeTitle > 0.4 && run.words.length > 1;
    rows[row + AT.isTitle] = isTitle ? 1 : 0;
    if (isTitle) fromTitle = at;
    rows[row + AT.fromTitle] = fromTitle ? at - fromTitle : -1;
    rows[row + AT.topic] = topics.of(at);
    rows[row + AT.topicBefore] = topics.between(at, at - 1);
    rows[row + AT.topicAfter] = topics.between(at, at + 1);
    rows[row + AT.topicTitle] = topics.ofWords(at, titleHash);
  });
  return rows;
}

/** A line that says the same words twice over: a doubled title within one block. */
function isDoubled(words: Int32Array): boolean {
  const half = words.length / 2;
  if (half < FEWEST_DOUBLED || !Number.isInteger(half)) return false;
  for (let at = 0; at < half; at++) if (words[at] !== words[at + half]) return false;
  return true;
}

function count(runs: readonly RunBone[], key: (run: RunBone) => number): Map<number, number> {
  const counts = new Map<number, number>();
  for (const run of runs) counts.set(key(run), (counts.get(key(run)) ?? 0) + 1);
  return counts;
}
