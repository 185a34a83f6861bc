/**
 * Finds points counted in running text ("Firstly … Secondly …", 首先…其次…最后), each with the words of the point itself as
 * its label.
 */
import type { Block } from '../../article/article.ts';
import { THAI, WIDE } from '../../scripts.ts';
import { CUES, type CueSeries } from './enumeration-cues.ts';
import { clauseEnd } from './labels.ts';

/**
 * A counted point: `from` is where its cue begins, `start` its first word of its own, `end` the end of what it says.
 */
export interface CountedPoint {
  from: number;
  start: number;
  labelEnd: number;
  end: number;
}

interface Cue {
  series: CueSeries;
  /** 0 for the first point; -1 for a last one ("finally"), which may follow any other. */
  step: number;
  block: number;
  from: number;
  start: number;
  /** The cue opens its block. */
  opens: boolean;
}

/**
 * Maximum blocks between two points of one list: a point may have some paragraphs, a quote, a list. An estimate,
 * checked on wcxb-dev.
 */
const FARTHEST_BLOCKS = 7;
/** Shortest point worth showing, in characters after the cue (a Han or kana one counts double). */
const SHORTEST_POINT = 24;
/** Points inside one block are shown only where each says at least this much. */
const SHORTEST_INNER_POINT = 32;
const KINDS = new Set<Block['kind']>(['paragraph', 'item', 'quote']);

const DENSE = new RegExp(`[${WIDE}${THAI}]`, 'u');
const SENTENCE_START = /(?:^|[.!?…。！？；;:：।॥؟۔]["'”’»」』）)\]]*\s*)/u;
const MARK = /^["'”’]?\s*(?:[,，、،:：;；؛—–-]|은\s|는\s|로,)/u;
/** What may come between a cue and its point. */
const AFTER_CUE = /^["'”’]?[\s,，、،:：;；؛.。—–-]*/u;
const NEW_WORD = /^(?:[^\p{L}\p{M}\p{N}]|$)/u;

/**
 * One expression that finds every cue at a block's or a sentence's start; which series it belongs to is looked up
 * after.
 */
const STEPS = new Map<string, { series: CueSeries; step: number }[]>();
for (const series of CUES) {
  const put = (word: string, step: number) => STEPS.set(word, [...(STEPS.get(word) ?? []), { series, step }]);
  series.steps.forEach((words, step) => words.forEach((word) => put(word, step)));
  series.last?.forEach((word) => put(word, -1));
}
const escape = (word: string) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const LONGEST_FIRST = [...STEPS.keys()].sort((a, b) => b.length - a.length);
const CUE = new RegExp(
  `${SENTENCE_START.source}(["'“‘«「『（(\\[*•·-]*\\s*` +
    `(?:and |and, |и |и, |et |y |e |und )?(${LONGEST_FIRST.map(escape).join('|')}))`,
  'gu',
);

function cuesIn(text: string, base: number, block: number): Cue[] {
  const cues: Cue[] = [];
  // Lower-cases letter by letter to keep offsets: a few letters (Turkish İ) get longer in lower case.
  const source = text
    .replace(/[’ʼ]/g, "'")
    .replace(/İ/g, 'i')
    .replace(/\p{Lu}/gu, (char) => (char.toLowerCase().length === char.length ? char.toLowerCase() : char));
  for (const found of source.matchAll(CUE)) {
    const word = found[2] ?? '';
    const from = found.index + found[0].length - (found[1]?.length ?? 0);
    const after = found.index + found[0].length;
    const rest = text.slice(after, after + 40);
    if (!DENSE.test(word) && !NEW_WORD.test(rest)) continue;
    const marked = MARK.test(rest);
    const start = after + (AFTER_CUE.exec(rest)?.[0].length ?? 0);
    for (const { series, step } of STEPS.get(word) ?? []) {
      if (series.marked && !marked && !word.includes(' ')) continue;
      cues.push({ series, step, block, from: base + from, start: base + start, opens: from === 0 });
    }
  }
  return cues;
}

const language = (series: CueSeries) => series.name;
const weight = (text: string) => [...text].reduce((n, char) => n + (DENSE.test(char) ? 2 : 1), 0);

/** From a first point on, each next one in order; `finally` ends the list. */
function chain(cues: readonly Cue[], first: number, used: ReadonlySet<Cue>): Cue[] {
  const head = cues[first];
  if (!head) return [];
  const list = [head];
  for (let i = first + 1; i < cues.length; i++) {
    const cue = cues[i];
    const before = list[list.length - 1];
    if (!cue || !before || used.has(cue) || language(cue.series) !== language(head.series)) continue;
    if (cue.block - before.block > FARTHEST_BLOCKS) break;
    if (cue.from <= before.from) continue;
    if (cue.opens !== before.opens && before !== head) continue;
    if (cue.step === 0 && cue.opens === head.opens) break;
    if (cue.step === -1) {
      // "Finally" closes a list of its own kind of place; within a list of paragraphs one in mid-paragraph does not.
      if (cue.opens === before.opens) return list.length > 1 || cue.block !== before.block ? [...list, cue] : list;
    } else if (cue.step === list.length) list.push(cue);
  }
  return list;
}

/**
 * Every list of counted points in `blocks` (indices `from` up to `to`, one section), in order. A list has two points or
 * more, counted in order in one language. Ranges are in `text`. About linear in the text.
 */
export function countedPoints(text: string, blocks: readonly Block[], from = 0, to = blocks.length): CountedPoint[][] {
  const cues: Cue[] = [];
  for (let i = from; i < to; i++) {
    const block = blocks[i];
    if (!block || !KINDS.has(block.kind)) continue;
    for (const cue of cuesIn(text.slice(block.start, block.end), block.start, i)) cues.push(cue);
  }
  const cuesAt = new Map<number, Cue[]>();
  for (const cue of cues) cuesAt.set(cue.from, [...(cuesAt.get(cue.from) ?? []), cue]);
  const used = new Set<Cue>();
  const lists: CountedPoint[][] = [];
  cues.forEach((cue, i) => {
    if (cue.step !== 0 || used.has(cue)) return;
    const list = chain(cues, i, used);
    if (list.length < 2) return;
    const points = pointsOf(text, blocks, list, to);
    const inner = list.every((member) => member.block === cue.block);
    if (points.some((p) => weight(text.slice(p.start, p.end)) < (inner ? SHORTEST_INNER_POINT : SHORTEST_POINT)))
      return;
    for (const member of list) used.add(member);
    // The same words may count in two series of one language ("First," and "Firstly"): those places are taken now.
    for (const { from: place } of list) for (const other of cuesAt.get(place) ?? []) used.add(other);
    lists.push(points);
  });
  return lists;
}

function pointsOf(text: string, blocks: readonly Block[], list: readonly Cue[], to: number): CountedPoint[] {
  const spans = list.slice(1).map((cue, i) => cue.block - (list[i]?.block ?? 0));
  const usual = Math.max(1, Math.min(...(spans.length ? spans : [1])));
  return list.map((cue, i) => {
    const next = list[i + 1];
    const lastBlock = blocks[Math.min(to, cue.block + usual) - 1] ?? blocks[cue.block];
    const own = blocks[cue.block]?.end ?? cue.start;
    const end = next ? next.from : cue.opens ? (lastBlock?.end ?? own) : own;
    return {
      from: cue.from,
      start: cue.start,
      labelEnd: clauseEnd(text, cue.start, Math.min(own, end)),
      end: cue.start + text.slice(cue.start, end).trimEnd().length,
    };
  });
}
