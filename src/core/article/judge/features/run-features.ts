/** Run features: features of each run of a page before anything is judged, as one row of numbers for each run. */
import { type Around, around } from './context-features.ts';
import { COLUMN, RUN_WIDTH, SHORT_LINE_WORDS, type TokenLogOdds } from './feature-list.ts';
import { pageFeatures } from './page-features.ts';
import type { SnapshotRun, Snapshot } from '../snapshot.ts';
import { vocabulary } from './vocabulary.ts';

/** A doubled line says at least this many words, twice. */
const FEWEST_DOUBLED = 3;

function ownText(run: SnapshotRun, logOdds: TokenLogOdds, rows: Float32Array, row: number): void {
  const { chars, letters, digits } = run;
  const words = run.words.length;
  rows[row + COLUMN.chars] = Math.log1p(chars);
  rows[row + COLUMN.words] = words;
  rows[row + COLUMN.linkShare] = chars ? run.linkChars / chars : 0;
  rows[row + COLUMN.strongShare] = chars ? run.strongChars / chars : 0;
  rows[row + COLUMN.buttonShare] = chars ? run.buttonChars / chars : 0;
  rows[row + COLUMN.links] = run.links;
  rows[row + COLUMN.images] = run.images;
  rows[row + COLUMN.time] = run.hasTime ? 1 : 0;
  rows[row + COLUMN.hidden] = run.hidden ? 1 : 0;
  rows[row + COLUMN.pre] = run.preformatted ? 1 : 0;
  rows[row + COLUMN.letterShare] = letters / chars;
  rows[row + COLUMN.digitShare] = digits / chars;
  rows[row + COLUMN.capitalShare] = letters ? run.capitals / letters : 0;
  rows[row + COLUMN.stops] = run.stops;
  rows[row + COLUMN.stopRate] = (run.stops * 100) / chars;
  rows[row + COLUMN.commaRate] = (run.commas * 100) / chars;
  rows[row + COLUMN.separators] = run.separators;
  rows[row + COLUMN.money] = run.money;
  rows[row + COLUMN.first] = run.first;
  rows[row + COLUMN.last] = run.last;
  rows[row + COLUMN.meanWord] = words ? letters / words : 0;
  rows[row + COLUMN.hrefKind] = run.hrefHash === 0 ? 0 : run.hrefHash === 1 ? 1 : 2;
  let sum = 0;
  if (words <= SHORT_LINE_WORDS) for (const word of run.words) sum += logOdds.words.get(word) ?? 0;
  rows[row + COLUMN.shortNames] = words && words <= SHORT_LINE_WORDS ? sum : 0;
}

/** One row of features a run: `RUN_WIDTH` numbers each. Linear in the page. */
export function runFeatures(snapshot: Snapshot, logOdds: TokenLogOdds): Float32Array {
  const rows = new Float32Array(snapshot.runs.length * RUN_WIDTH);
  const near: Around = around(snapshot, logOdds);
  const ofPage = pageFeatures(snapshot);
  const topics = vocabulary(snapshot.runs, (at) => {
    const run = snapshot.runs[at];
    return run !== undefined && run.chars >= 60 && run.linkChars * 3 < run.chars ? 1 : 0;
  });
  const copies = count(snapshot.runs, (run) => run.hash);
  const hrefs = count(snapshot.runs, (run) => run.hrefHash);
  const titleHash = new Set(snapshot.title.words);
  let fromTitle = 0;
  snapshot.runs.forEach((run, at) => {
    const row = at * RUN_WIDTH;
    ownText(run, logOdds, rows, row);
    rows[row + COLUMN.copies] = copies.get(run.hash) ?? 1;
    const below = snapshot.runs[at + 1]?.hash === run.hash || isDoubled(run.words);
    rows[row + COLUMN.copyBeside] = snapshot.runs[at - 1]?.hash === run.hash ? 1 : below ? 2 : 0;
    rows[row + COLUMN.hrefCopies] = run.hrefHash > 1 || run.hrefHash < 0 ? (hrefs.get(run.hrefHash) ?? 1) : 0;
    near.write(at, rows, row);
    ofPage(rows, row);
    let shared = 0;
    for (const word of run.words) if (titleHash.has(word)) shared++;
    const titleLike = run.words.length ? shared / run.words.length : 0;
    const likeTitle = snapshot.title.words.length ? Math.min(1, shared / snapshot.title.words.length) : 0;
    rows[row + COLUMN.titleLike] = titleLike;
    rows[row + COLUMN.likeTitle] = likeTitle;
    const isTitle = titleLike > 0.85 && likeTitle > 0.4 && run.words.length > 1;
    rows[row + COLUMN.isTitle] = isTitle ? 1 : 0;
    if (isTitle) fromTitle = at;
    rows[row + COLUMN.fromTitle] = fromTitle ? at - fromTitle : -1;
    rows[row + COLUMN.topic] = topics.of(at);
    rows[row + COLUMN.topicBefore] = topics.between(at, at - 1);
    rows[row + COLUMN.topicAfter] = topics.between(at, at + 1);
    rows[row + COLUMN.topicTitle] = topics.ofWords(at, titleHash);
  });
  return rows;
}

/** A line that repeats all its words once: a doubled title within one block. */
function isDoubled(words: Int32Array): boolean {
  const half = words.length / 2;
  if (half < FEWEST_DOUBLED || !Number.isInteger(half)) return false;
  for (let at = 0; at < half; at++) if (words[at] !== words[at + half]) return false;
  return true;
}

function count(runs: readonly SnapshotRun[], key: (run: SnapshotRun) => number): Map<number, number> {
  const counts = new Map<number, number>();
  for (const run of runs) counts.set(key(run), (counts.get(key(run)) ?? 0) + 1);
  return counts;
}
