/**
 * Judges which runs of a page belong to the article. Forests of small trees score each run as content; what they drop is
 * looked at again; then stretches of the content that belong elsewhere go as a whole.
 */
import { titleOf } from '../page/dom-clobbering.ts';
import { cutoff } from './threshold.ts';
import { contentOf, straysOf } from './decide.ts';
import { AT, FIRST, type Leanings } from './features/feature-list.ts';
import { firstFacts } from './features/run-features.ts';
import type { Verdict } from '../removals/ledger.ts';
import type { Page } from '../page/model.ts';
import { reasonOf } from './reasons.ts';
import { SECOND, secondFacts } from './features/refined-features.ts';
import { type Skeleton, skeleton } from './snapshot.ts';
import { type Forest, ask, unpack } from './tree-ensemble.ts';
import { THIRD, thirdFacts } from './features/stray-features.ts';
import { comesBack, lookAgain } from './second-look/second-look.ts';
import type { Scores } from './stretches/lines.ts';
import { type StretchForests, strayProbabilities } from './stretches/stretches.ts';
import pooled from './stretches/weights.json';
import stored from './weights.json';
import { profile } from './features/text-profile.ts';

/** A page of more runs gets one look, not four: a person waits. */
const MOST_RUNS = 20_000;
/** Below this first score a second look is spared (0–1): menus are most of a page, and hardly any such run comes back. */
const SURELY_NOT = 0.003;
const WIDTH = FIRST.length + SECOND.length;
/** Only what the first pass scores above this is asked whether it is a stranger (0–1); as in stray-features.ts. */
const SUSPECT_ABOVE = 0.4;

/** A page of which no block is suspected more than this at first is not looked at again (0–1): two pages in three. */
const UNSUSPECTED = 0.1;

interface Learned {
  /** Content or not: at first sight, and knowing what was thought of all around. */
  first: Forest;
  second: Forest;
  /** Stranger among content or not: the same way. */
  third: Forest;
  fourth: Forest;
  leanings: Leanings;
  /** Whether a run that was dropped is the article's; whether a stretch of content belongs elsewhere. */
  dropped: Forest;
  stretches: StretchForests;
  /** Token log-odds, by a word's hash, that a short line was inserted by the site. */
  inserted: ReadonlyMap<number, number>;
}

let learned: Learned | undefined;

function byHash(odds: Readonly<Record<string, number>>, unit: number): Map<number, number> {
  const words = new Map<number, number>();
  for (const [word, lean] of Object.entries(odds)) {
    const hash = profile(word).words[0];
    if (hash !== undefined) words.set(hash, lean * unit);
  }
  return words;
}

/** Unpacked once, when a page is first judged. */
function weights(): Learned {
  if (learned) return learned;
  learned = {
    first: unpack(stored.first),
    second: unpack(stored.second),
    third: unpack(stored.third),
    fourth: unpack(stored.fourth),
    leanings: { names: new Map(Object.entries(stored.names)), words: byHash(stored.words, 1) },
    dropped: unpack(pooled.dropped),
    stretches: { alone: unpack(pooled.alone), surrounded: unpack(pooled.surrounded) },
    inserted: byHash(pooled.words, 0.1),
  };
  return learned;
}

/** What the judge thinks of each run before it looks at stretches. */
export interface Opinion {
  /** 0–1 that it is content, and whether it counts as content. */
  score01: Float32Array;
  content: boolean[];
  /** What the lines of the content are made with. */
  scores: Scores;
  /** What the scores rest on: the facts of the first pass, and how far each run shares the article's words. */
  first: Float32Array;
  topic01: Float32Array;
}

/** First pass: each run by itself and its place. */
function firstScores(known: Learned, first: Float32Array, length: number): Float32Array {
  const scores = new Float32Array(length);
  for (let at = 0; at < length; at++) scores[at] = ask(known.first, first, at * FIRST.length);
  return scores;
}

/** First and second facts side by side. */
function joined(first: Float32Array, second: Float32Array, length: number): Float32Array {
  const rows = new Float32Array(length * WIDTH);
  for (let at = 0; at < length; at++) {
    rows.set(first.subarray(at * FIRST.length, (at + 1) * FIRST.length), at * WIDTH);
    rows.set(second.subarray(at * SECOND.length, (at + 1) * SECOND.length), at * WIDTH + FIRST.length);
  }
  return rows;
}

/** How strange each run is that the second pass would keep: asked twice, the second time knowing what was suspected around it. */
function strangers(
  known: Learned,
  bones: Skeleton,
  rows: Float32Array,
  before: Float32Array,
  worth: (at: number) => boolean,
): { suspicion: Float32Array; strange: Float32Array } {
  const length = bones.runs.length;
  const suspicion = new Float32Array(length);
  let most = 0;
  for (let at = 0; at < length; at++) {
    if ((before[at] ?? 0) <= SUSPECT_ABOVE && !worth(at)) continue;
    const suspected = ask(known.third, rows, at * WIDTH);
    suspicion[at] = suspected;
    if (worth(at)) most = Math.max(most, suspected);
  }
  const strange = new Float32Array(length);
  if (most < UNSUSPECTED) return { suspicion, strange };
  const third = thirdFacts(bones, rows, suspicion);
  const row = new Float32Array(WIDTH + THIRD.length);
  for (let at = 0; at < length; at++) {
    if (!worth(at)) continue;
    row.set(rows.subarray(at * WIDTH, (at + 1) * WIDTH));
    row.set(third.subarray(at * THIRD.length, (at + 1) * THIRD.length), WIDTH);
    strange[at] = ask(known.fourth, row, 0);
  }
  return { suspicion, strange };
}

/** What the first pass alone gives, for pages that are too long for more. */
function hastyOpinion(known: Learned, bones: Skeleton, first: Float32Array, score01: Float32Array): Opinion {
  const none = new Float32Array(score01.length);
  bones.runs.forEach((run, at) => {
    if (run.unseen) score01[at] = 0;
  });
  const content = contentOf(bones, score01);
  const scores = { content01: score01, suspicion01: none, strange01: none, names: () => 0, words: known.inserted };
  return { score01, content, scores, first, topic01: none };
}

/** Asks all four forests. Linear in the page. */
export function opinion(bones: Skeleton): Opinion {
  const known = weights();
  const length = bones.runs.length;
  const first = firstFacts(bones, known.leanings);
  const before = firstScores(known, first, length);
  if (length > MOST_RUNS) return hastyOpinion(known, bones, first, before);
  const rows = joined(first, secondFacts(bones, first, FIRST.length, before), length);
  const score01 = new Float32Array(length);
  const topic01 = new Float32Array(length);
  const topicAt = FIRST.length + SECOND.indexOf('keptTopic');
  for (let at = 0; at < length; at++) {
    const sure = (before[at] ?? 0) < SURELY_NOT;
    score01[at] = sure ? (before[at] ?? 0) : ask(known.second, rows, at * WIDTH);
    topic01[at] = rows[at * WIDTH + topicAt] ?? 0;
  }
  for (let at = 0; at < length; at++) if (bones.runs[at]?.unseen) score01[at] = 0; // what the page hides is not read
  const content = contentOf(bones, score01);
  const names = (at: number) => first[at * FIRST.length + AT.nameSum] ?? 0;
  const belongs01 = lookAgain(known.dropped, bones, {
    content,
    content01: score01,
    first01: before,
    cut: cutoff(score01, (at) => bones.runs[at]?.chars ?? 0),
    names,
    worst: (at) => first[at * FIRST.length + AT.nameWorst] ?? 0,
    words: known.inserted,
  });
  bones.runs.forEach((run, at) => {
    const belongs = belongs01[at] ?? 0;
    if (run.unseen || !comesBack(run, belongs)) return;
    content[at] = true;
    score01[at] = Math.max(score01[at] ?? 0, belongs);
  });
  const { suspicion, strange } = strangers(known, bones, rows, before, (at) => content[at] === true);
  const scores = { content01: score01, suspicion01: suspicion, strange01: strange, names, words: known.inserted };
  return { score01, content, scores, first, topic01 };
}

/** Judges every run of the page. Linear in the page. */
export function judge(page: Page): Verdict[] {
  const bones = skeleton(page, titleOf(page.document));
  const { score01, content, scores, first, topic01 } = opinion(bones);
  const stray01 = strayProbabilities(weights().stretches, bones, content, scores);
  const goes = straysOf(bones, content, scores.strange01, stray01);
  const last = content.lastIndexOf(true);
  let begun = false;
  return content.map((likely, at): Verdict => {
    const keep = likely && goes[at] === 0;
    begun ||= keep;
    const inside = begun && at <= last + 1;
    const isTitle = page.plain && at === 0; // a page of plain text says its title first
    if (page.runs[at]?.unseen) return { keep: false, score01: 0, reason: 'hidden' };
    const reason = isTitle
      ? 'repeats-title'
      : keep
        ? 'other-topic'
        : reasonOf(bones, first, at, inside, topic01[at] ?? 0);
    return {
      keep,
      score01: Math.min(score01[at] ?? 0, 1 - Math.max(scores.strange01[at] ?? 0, stray01[at] ?? 0)),
      reason,
    };
  });
}
