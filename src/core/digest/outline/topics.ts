/**
 * Finds where the topic turns in a text that sets nothing apart, in any script, and names each part by a phrase of
 * its own.
 */
import type { Article } from '../../article/article.ts';
import { leansBack } from '../language/anaphora.ts';
import { termsOf, widthOf } from './line-features.ts';
import { clauseEnd } from './labels.ts';
import type { Mark } from './marks.ts';
import { languageOf, stopWords } from '../language/stop-words.ts';
import { TOPIC_TREES } from './outline-weights.ts';
import { topicFeatures } from './topic-features.ts';
import { predict } from '../../tree-ensemble.ts';
import { pattern } from '../language/pattern.ts';

/** Sections of wcxb-dev's training sites: the mean and the deviation of the natural logarithm of their words. */
const USUAL_LOG_WORDS = Math.log(79);
const LOG_WORDS_DEVIATION = 0.98;
/**
 * What a section's length counts beside the words' own voice, and what each turn is given beforehand: best WindowDiff
 * by cross-validation over training sites.
 */
const LENGTH_WEIGHT = 0.6;
const TURN_ODDS = 0.15;
/** Longest section looked at, in words; past it one turn is as good as another. */
const LONGEST_WORDS = 3000;

/**
 * Characters (wide ones doubled) that make a word here: English prose has six with the space, and Han text then has
 * one word in three characters.
 */
const WORD_WIDTH = 6;
/** A text with fewer words is taken in without parts. */
const FEWEST_WORDS = 900;
/** A part with fewer words is no part of a long text. */
const SHORTEST_PART = 120;
/** Fewer parts than this say nothing. */
const FEWEST_PARTS = 3;

/** A label's width at least: fewer characters seldom say what a part is about. */
const LABEL_NARROWEST = 18;
/** A repeated phrase says it in fewer. */
const PHRASE_NARROWEST = 8;
/** A sentence that holds less of the weight of the part's heaviest terms says too little of it. */
const LABEL_SHARE = 0.25;
const HEAVIEST = 5;
/** Labels are sentences' beginnings in this many characters from the part's beginning. */
const LABEL_REACH = 900;
/** A sentence's beginning: of a line, or after a stop. */
const SENTENCE = /(?:^|\n|[.!?…]["'”’»)]*\s+|[。！？।؟۔]["”’」』）]*\s*)(?=\S)/gu;

/**
 * Blocks (indices, ascending, never 0) before which the topic turns: the likeliest cut by what the trees say of each
 * gap and by the usual length of a
 * section (dynamic programming over all cuts). `shortest` words a section at least. O(blocks × LONGEST_WORDS / words
 * of a block).
 */
export function topicTurns(article: Pick<Article, 'text' | 'blocks' | 'title'>, shortest = 0): number[] {
  const { text, blocks } = article;
  const odds = topicFeatures(article).map((features) => {
    const p = predict(TOPIC_TREES, Float32Array.from(features));
    return Math.log(p / (1 - p)) + TURN_ODDS;
  });
  const words = [0];
  for (const b of blocks) words.push((words.at(-1) ?? 0) + widthOf(text.slice(b.start, b.end)) / WORD_WIDTH);
  const best = [0];
  const from = [-1];
  for (let i = 1; i <= blocks.length; i++) {
    let top = -Infinity;
    let at = i - 1;
    for (let j = i - 1; j >= 0; j--) {
      const length = (words[i] ?? 0) - (words[j] ?? 0);
      if (length > LONGEST_WORDS && j < i - 1) break;
      const far = (Math.log(Math.max(5, length)) - USUAL_LOG_WORDS) / LOG_WORDS_DEVIATION;
      const short = length < shortest ? (shortest - length) / 10 : 0;
      const score =
        (best[j] ?? -Infinity) + (i < blocks.length ? (odds[i - 1] ?? 0) : 0) - (LENGTH_WEIGHT * far * far) / 2 - short;
      if (score > top) {
        top = score;
        at = j;
      }
    }
    best[i] = top;
    from[i] = at;
  }
  const turns: number[] = [];
  for (let i = from[blocks.length] ?? 0; i > 0; i = from[i] ?? 0) turns.push(i);
  return turns.reverse();
}

/** Who speaks of own doings names no part: "Then I installed …". The first word, in languages that set one. */
const NARRATES = pattern('u')`
    ^["'“‘«„]*(?:I|I['’]\p{L}+|[Ww]e|[Mm]y|[Oo]ur|[Ii]ch|[Ww]ir|[Jj]e|[Jj]['’]\p{L}+|[Nn]ous|[Yy]o|[Nn]osotros
    |[Ee]u|[Nn]ós|[Ii]o|[Nn]oi|[Ii]k|[Ww]ij|[Яя]|[Мм]ы|[Εε]γώ|[Εε]μείς|[Bb]en|[Bb]iz|[Tt]ôi|أنا
    |نحن)(?![\p{L}\p{M}])|^(?:我|私|僕|俺|나는|저는|우리)
  `;

type Weight = (term: string) => number;
const weightOf = (phrase: string, weight: Weight) =>
  [...new Set(termsOf(phrase))].reduce((sum, term) => sum + weight(term), 0);

/**
 * The beginning of a sentence, near that of a part, that holds most of what the part speaks of and the others do not,
 * and can be read alone. Answers its range.
 */
function sentenceLabel(text: string, start: number, end: number, language: string, weight: Weight) {
  let best: [number, number] | undefined;
  let most = 0;
  for (const found of text.slice(start, Math.min(end, start + LABEL_REACH)).matchAll(SENTENCE)) {
    const from = start + found.index + found[0].length;
    const to = clauseEnd(text, from, end);
    const clause = text.slice(from, to);
    // A sentence that opens in small letters is half of one; a question or a quotation names nothing; "then" and
    // "this" need what went before.
    if (
      widthOf(clause) < LABEL_NARROWEST ||
      /^[\p{Ll}"“«「『‘']/u.test(clause) ||
      /^[?？]/u.test(text.slice(to, to + 1)) ||
      NARRATES.test(clause) ||
      leansBack(clause, language)
    )
      continue;
    const score = weightOf(clause, weight) / Math.sqrt(40 + widthOf(clause)) / (1 + found.index / LABEL_REACH);
    if (score > most) {
      most = score;
      best = [from, to];
    }
  }
  return best;
}

/**
 * Words of a phrase that names a part, how often the part says it, and how much its first and last word weigh beside
 * the part's heaviest.
 */
const PHRASE_WORDS = 4;
const PHRASE_TIMES = 2;
const PHRASE_ENDS01 = 0.4;

/**
 * The phrase of two to four words that a part repeats and that holds most of what it speaks of: its first place
 * there. Only in scripts that set spaces.
 */
function phraseLabel(text: string, start: number, end: number, language: string, heaviest: number, weight: Weight) {
  const stops = stopWords(language);
  const opens = (word: string) =>
    !stops.has(word) && /\p{L}/u.test(word) && weightOf(word, weight) >= PHRASE_ENDS01 * heaviest;
  const words = [...text.slice(start, end).matchAll(/[\p{L}\p{M}\p{N}]+(?:['’-][\p{L}\p{M}\p{N}]+)*/gu)].map(
    (found) => ({
      low: found[0].toLowerCase(),
      from: start + found.index,
      to: start + found.index + found[0].length,
    }),
  );
  const phrases = new Map<string, { times: number; range: [number, number] }>();
  words.forEach((first, i) => {
    if (!opens(first.low)) return;
    for (let k = i + 1; k < Math.min(words.length, i + PHRASE_WORDS); k++) {
      const last = words[k];
      if (!last || !/^[ \u00A0]$/.test(text.slice(words[k - 1]?.to, last.from))) return;
      if (!opens(last.low)) continue;
      const key = text.slice(first.from, last.to).toLowerCase();
      const old = phrases.get(key);
      phrases.set(key, { times: (old?.times ?? 0) + 1, range: old?.range ?? [first.from, last.to] });
    }
  });
  let best: [number, number] | undefined;
  let most = 0;
  for (const [phrase, { times, range }] of phrases) {
    const score = times < PHRASE_TIMES ? 0 : weightOf(phrase, weight) * Math.log(times);
    if (score > most && range[1] - range[0] >= PHRASE_NARROWEST) [best, most] = [range, score];
  }
  return best;
}

/**
 * Marks for the parts of a long text; none where it is short, where it falls into too few parts, or where a part has
 * no phrase to be named by.
 */
export function topicMarks(article: Pick<Article, 'text' | 'blocks' | 'title' | 'lang'>): Mark[] {
  const { text, blocks } = article;
  if (widthOf(text) / WORD_WIDTH < FEWEST_WORDS) return [];
  const turns = topicTurns(article, SHORTEST_PART);
  if (turns.length + 1 < FEWEST_PARTS) return [];
  const edges = [0, ...turns, blocks.length];
  const parts = edges.slice(0, -1).map((from, i) => {
    const to = edges[i + 1] ?? from;
    return { start: blocks[from]?.start ?? 0, end: blocks[to - 1]?.end ?? text.length };
  });
  const language = languageOf(text, article.lang);
  const bags = parts.map(({ start, end }) => {
    const bag = new Map<string, number>();
    for (const term of termsOf(text.slice(start, end))) bag.set(term, (bag.get(term) ?? 0) + 1);
    return bag;
  });
  const marks = parts.flatMap(({ start, end }, i): Mark[] => {
    const weight = (term: string) => {
      const own = bags[i]?.get(term) ?? 0;
      return own < 2
        ? 0
        : Math.log(1 + own) * Math.log((1 + parts.length) / bags.filter((bag) => bag.has(term)).length);
    };
    const heaviest = [...(bags[i]?.keys() ?? [])].map(weight).sort((a, b) => b - a);
    const enough = LABEL_SHARE * heaviest.slice(0, HEAVIEST).reduce((a, b) => a + b, 0);
    const sentence = sentenceLabel(text, start, end, language, weight);
    // Cut within a clause it does not say it to the end.
    const whole = sentence && !/^\s/.test(text.slice(sentence[1], sentence[1] + 1));
    const says = whole && weightOf(text.slice(...sentence), weight) >= enough;
    const label = says ? sentence : (phraseLabel(text, start, end, language, heaviest[0] ?? 0, weight) ?? sentence);
    return label ? [{ from: start, start: label[0], labelEnd: label[1], depth: 1, source: 'topic', to: end }] : [];
  });
  return marks.length >= FEWEST_PARTS ? marks : [];
}
