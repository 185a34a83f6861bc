/** Knows which runs of a page belong to the article: two forests of small trees, the second seeing what the first thought of everything around. */
import { titleOf } from './unshadowed.ts';
import { cutoff } from './cutoff.ts';
import { FIRST, type Leanings } from './fact-list.ts';
import { firstFacts } from './facts.ts';
import type { Choice } from './isolate.ts';
import type { Verdict } from './ledger.ts';
import type { Page } from './page-model.ts';
import { reasonOf } from './reasons.ts';
import { SECOND, secondFacts } from './second.ts';
import { type Skeleton, skeleton } from './skeleton.ts';
import { type Forest, ask, unpack } from './trees.ts';
import stored from './weights.json';
import { profile } from './words.ts';

interface Learned {
  first: Forest;
  second: Forest;
  leanings: Leanings;
}

let learned: Learned | undefined;

/** Unpacked once, when a page is first judged. */
function weights(): Learned {
  if (learned) return learned;
  const words = new Map<number, number>();
  for (const [word, lean] of Object.entries(stored.words)) {
    const hash = profile(word).words[0];
    if (hash !== undefined) words.set(hash, lean);
  }
  learned = {
    first: unpack(stored.first),
    second: unpack(stored.second),
    leanings: { names: new Map(Object.entries(stored.names)), words },
  };
  return learned;
}

/** Scores of all runs, 0–1, with the facts they rest on. */
export function scores(bones: Skeleton): { score01: Float32Array; first: Float32Array; topic: Float32Array } {
  const { first: one, second: two, leanings } = weights();
  const length = bones.runs.length;
  const first = firstFacts(bones, leanings);
  const before = new Float32Array(length);
  for (let at = 0; at < length; at++) before[at] = ask(one, first, at * FIRST.length);
  const second = secondFacts(bones, first, FIRST.length, before);
  const score01 = new Float32Array(length);
  const topic = new Float32Array(length);
  const row = new Float32Array(FIRST.length + SECOND.length);
  const topicAt = SECOND.indexOf('keptTopic');
  for (let at = 0; at < length; at++) {
    row.set(first.subarray(at * FIRST.length, (at + 1) * FIRST.length));
    row.set(second.subarray(at * SECOND.length, (at + 1) * SECOND.length), FIRST.length);
    score01[at] = ask(two, row, 0);
    topic[at] = row[FIRST.length + topicAt] ?? 0;
  }
  return { score01, first, topic };
}

/** Judges every run of the page. Linear in the page; about a millisecond for two hundred runs. */
export function judge(page: Page, choice: Choice | undefined): Verdict[] {
  const bones = skeleton(page, choice, titleOf(page.document));
  const { score01, first, topic } = scores(bones);
  const cut = cutoff(score01, (at) => bones.runs[at]?.chars ?? 0);
  const last = score01.findLastIndex((score) => score > cut);
  let begun = false;
  return Array.from(score01, (score, at): Verdict => {
    const keep = score > cut;
    begun ||= keep;
    const reason = keep ? 'other-topic' : reasonOf(bones, first, at, begun && at <= last + 1, topic[at] ?? 0);
    return { keep, score01: score, reason };
  });
}
