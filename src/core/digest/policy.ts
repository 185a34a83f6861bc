/** In which order the sentences of an article matter: one at a time, each judged by what the ones before have not said yet. */
import type { Candidate, Reading } from './candidates.ts';
import { centrality, likeness, rowsOf, type Rows } from './centrality.ts';
import type { Concepts } from './concepts.ts';
import { conceptsOf } from './concepts.ts';

/** What a concept is worth after each sentence that says it. */
const DECAY = 0.25;
/** Sentences chosen one by one; the rest follow by their score at that point. More than any reader asks for. */
const CHOSEN_MOST = 40;

const W = {
  length: 0.6,
  policy: 1.5,
};

/** Facts that do not change while choosing, summed with their weights. */
function standing(reading: Reading, concepts: Concepts, rank: Float64Array, middle: Float64Array): Float64Array {
  const { candidates, headings } = reading;
  const n = candidates.length;
  const sections = headings.length;
  return Float64Array.from(candidates, (c, i) => {
    const invPos = 1 / (1 + i) ** 0.6;
    const nw = Math.max(6, c.units.length);
    const own = new Set(concepts.topics[i]);
    let heads = 0;
    for (const id of own) heads += (concepts.inHeadings[id] ?? 0) > 0 ? 1 : 0;
    const pr = rank[i] ?? 0;
    const short = Math.max(0, 9 - nw) / 9;
    const question = /[?？؟][”"’')）」』]*$/u.test(c.text) ? 1 : 0;
    const colon = /[:：]$/u.test(c.text) ? 1 : 0;
    const quote = /^["“„«「『]/u.test(c.text) ? 1 : 0;
    const item = c.kind === 'item' ? 1 : 0;
    const digit = /\d/.test(c.text) ? 1 : 0;
    const prior =
      Math.log(1 + 0.8 * invPos + (c.inSection === 0 ? 0.3 : 0) + (c.opensParagraph ? 0.1 : 0)) +
      Math.log(0.15 + pr) +
      (short > 0 ? Math.log(0.5) : 0) +
      question * Math.log(0.4) +
      colon * Math.log(0.3) +
      item * Math.log(0.8) +
      quote * Math.log(0.9) +
      digit * Math.log(1.05);
    const policy =
      -0.394 * Math.log(nw) -
      0.185 * short -
      0.141 * (Math.max(0, nw - 30) / 30) +
      0.423 * Math.log(0.15 + pr) -
      0.477 * (middle[i] ?? 0) +
      1.269 * invPos +
      0.238 * Math.log(1 + i) * 0.3 -
      0.157 * (i / n) +
      0.041 * (c.section === 0 ? 1 : 0) +
      0.308 * (c.section === sections - 1 && sections > 1 ? 1 : 0) +
      0.698 * (own.size > 0 ? heads / own.size : 0) -
      0.201 * item +
      0.113 * question +
      0.424 * colon -
      0.094 * quote +
      0.141 * digit;
    return prior - W.length * Math.log(nw) + W.policy * policy + (c.ends ? 0 : -0.5);
  });
}

/** A ranked candidate: its index and its score when it was chosen. */
export interface Ranked {
  index: number;
  score: number;
}

/** Orders the candidates of an article, most important first. Linear in the text, about 40 passes over the sentences. */
export function ranked(reading: Reading): Ranked[] {
  const { candidates } = reading;
  const n = candidates.length;
  if (n === 0) return [];
  const concepts = conceptsOf(reading);
  const vocabulary = reading.lexicon.names.length;
  const rows = rowsOf(concepts.topics, vocabulary);
  const { rank, middle } = centrality(rows, vocabulary);
  const fixed = standing(reading, concepts, rank, middle);
  return choose(reading, concepts, rows, fixed);
}

function choose(reading: Reading, concepts: Concepts, rows: Rows, fixed: Float64Array): Ranked[] {
  const { candidates, title, lexicon } = reading;
  const n = candidates.length;
  const vocabulary = lexicon.names.length;
  const left = Float64Array.from(concepts.worth, () => 1);
  const bySection = new Map<number, number>();
  const maxSim = new Float64Array(n);
  const taken: boolean[] = new Array<boolean>(n).fill(false);
  const titleWords = [...new Set(title)].filter((id) => !lexicon.stop[id]);
  const covered = new Set<number>();
  const out: Ranked[] = [];
  const scoreOf = (i: number, c: Candidate): number => {
    let words = 0;
    let pairs = 0;
    for (const id of concepts.ofSentence[i] ?? []) {
      const worth = (concepts.worth[id] ?? 0) * (left[id] ?? 1);
      if (concepts.isPair[id]) pairs += worth;
      else words += worth;
    }
    let fresh = 0;
    for (const id of titleWords) if (!covered.has(id) && concepts.topics[i]?.includes(id)) fresh++;
    const inSection = bySection.get(c.section) ?? 0;
    return (
      (fixed[i] ?? 0) +
      Math.log(words + pairs + 1e-3) +
      inSection * Math.log(0.7) +
      W.policy *
        (0.18 * Math.log(words + pairs + 1e-3) +
          1.36 * (titleWords.length > 0 ? fresh / titleWords.length : 0) +
          0.183 * Math.min(3, inSection) +
          0.486 * (maxSim[i] ?? 0))
    );
  };
  for (let step = 0; step < Math.min(n, CHOSEN_MOST); step++) {
    let best = -1;
    let most = -Infinity;
    candidates.forEach((c, i) => {
      if (taken[i]) return;
      const score = scoreOf(i, c);
      if (score > most) [best, most] = [i, score];
    });
    const c = candidates[best];
    if (!c) break;
    taken[best] = true;
    out.push({ index: best, score: most });
    for (const id of concepts.ofSentence[best] ?? []) {
      left[id] = (left[id] ?? 1) * DECAY;
      covered.add(id);
    }
    bySection.set(c.section, (bySection.get(c.section) ?? 0) + 1);
    likeness(rows, best, vocabulary).forEach((s, i) => {
      if (s > (maxSim[i] ?? 0)) maxSim[i] = s;
    });
  }
  const rest = candidates.map((c, index) => ({ index, score: taken[index] ? -Infinity : scoreOf(index, c) }));
  out.push(...rest.filter(({ index }) => !taken[index]).sort((a, b) => b.score - a.score || a.index - b.index));
  return out;
}
