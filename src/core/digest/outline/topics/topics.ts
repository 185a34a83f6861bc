/**
 * Finds where the topic changes in a text without headings, in any script, and labels each part with words of its own.
 */
import type { Article } from '../../../article/article.ts';
import { comparableTerms, widthOf } from '../line-context.ts';
import type { Mark } from '../marks.ts';
import { languageOf } from '../../language/stop-words.ts';
import { TOPIC_TREES } from '../outline-weights.ts';
import { topicFeatures } from './topic-features.ts';
import { openingSentence, phraseLabel, sentenceLabel, weightOf } from './topic-labels.ts';
import { predict } from '../../../tree-ensemble.ts';

/** Sections of wcxb-dev's training sites: the mean and the deviation of the natural logarithm of their words. */
const USUAL_LOG_WORDS = Math.log(79);
const LOG_WORDS_DEVIATION = 0.98;
/**
 * The weight of a section's length against that of its words, and the prior of each change of topic: best WindowDiff by
 * cross-validation over training sites.
 */
const LENGTH_WEIGHT = 0.6;
const TURN_ODDS = 0.15;
/** Maximum length of a section, in words. */
const LONGEST_WORDS = 3000;

/**
 * Characters (wide ones doubled) that make a word here: English prose has six with the space, and Han text then has
 * one word in three characters.
 */
const WORD_WIDTH = 6;
/** A text with fewer words is not divided into parts. */
const FEWEST_WORDS = 900;
/** Minimum number of words of a part of a long text. */
const SHORTEST_PART = 120;
/** Fewer parts than this say nothing. */
const FEWEST_PARTS = 3;

/** Added to the log odds of a change of topic before a paragraph whose first sentence can name what follows. */
const NAMED_ODDS = 1.5;

/** A label must have at least this share of the weight of the part's heaviest terms. */
const LABEL_SHARE = 0.05;
const HEAVIEST = 5;

/**
 * Blocks (indices, ascending, never 0) before which the topic changes: the most likely division, by the trees'
 * prediction for each gap and the usual length of a section (dynamic programming). A section has at least `shortest`
 * words. `favour` adds to the log odds of a change before a block. O(blocks × LONGEST_WORDS / words of a block).
 */
export function topicTurns(
  article: Pick<Article, 'text' | 'blocks' | 'title'>,
  shortest = 0,
  favour: (block: number) => number = () => 0,
): number[] {
  const { text, blocks } = article;
  const odds = topicFeatures(article).map((features, i) => {
    const p = predict(TOPIC_TREES, Float32Array.from(features));
    return Math.log(p / (1 - p)) + TURN_ODDS + favour(i + 1);
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

/** Marks for the parts of a long text. Empty if the text is short, has too few parts, or a part has no label. */
export function topicMarks(article: Pick<Article, 'text' | 'blocks' | 'title' | 'lang'>): Mark[] {
  const { text, blocks } = article;
  if (widthOf(text) / WORD_WIDTH < FEWEST_WORDS) return [];
  const language = languageOf(text, article.lang);
  const openings = blocks.map((block) => openingSentence(article, block, language));
  const turns = topicTurns(article, SHORTEST_PART, (block) => (openings[block] ? NAMED_ODDS : 0));
  if (turns.length + 1 < FEWEST_PARTS) return [];
  const edges = [0, ...turns, blocks.length];
  const parts = edges.slice(0, -1).map((from, i) => {
    const to = edges[i + 1] ?? from;
    const named = openings.slice(from, to).filter((opening) => opening !== undefined);
    const prose = blocks[from]?.kind === 'paragraph';
    return { start: blocks[from]?.start ?? 0, end: blocks[to - 1]?.end ?? text.length, named, prose };
  });
  const bags = parts.map(({ start, end }) => {
    const bag = new Map<string, number>();
    for (const term of comparableTerms(text.slice(start, end))) bag.set(term, (bag.get(term) ?? 0) + 1);
    return bag;
  });
  // What a label says must last: its terms come again in the second half of the part.
  const rests = parts.map(({ start, end }) => new Set(comparableTerms(text.slice((start + end) / 2, end))));
  const marks = parts.flatMap(({ start, end, named, prose }, i): Mark[] => {
    const weight = (term: string) => {
      const own = rests[i]?.has(term) ? (bags[i]?.get(term) ?? 0) : 0;
      return own < 2
        ? 0
        : Math.log(1 + own) * Math.log((1 + parts.length) / bags.filter((bag) => bag.has(term)).length);
    };
    const heaviest = [...(bags[i]?.keys() ?? [])].map(weight).sort((a, b) => b - a);
    const enough = LABEL_SHARE * heaviest.slice(0, HEAVIEST).reduce((a, b) => a + b, 0);
    const sentence = sentenceLabel(text, start, named, weight);
    const says = sentence && weightOf(text.slice(...sentence), weight) >= enough;
    const phrase = () => (prose ? phraseLabel(text, start, end, language, heaviest[0] ?? 0, weight) : undefined);
    const label = says ? sentence : phrase();
    return label ? [{ from: start, start: label[0], labelEnd: label[1], depth: 1, source: 'topic', to: end }] : [];
  });
  // A part that nothing names belongs to the one before it.
  marks.forEach((mark, i) => (mark.to = marks[i + 1]?.from ?? text.length));
  return marks.length >= FEWEST_PARTS ? marks : [];
}
