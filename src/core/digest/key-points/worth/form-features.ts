/**
 * Features of a sentence's form, on its own and relative to the one before: whether it can be read alone, under the
 * title.
 */
import { leansBack } from '../../language/anaphora.ts';
import { CUES, cuesOf } from '../../language/cue-words.ts';
import { leansOnNoun } from '../../language/definite-nouns.ts';
import type { Candidate, ParsedText } from '../candidates.ts';
import { lengthOf } from '../static-features.ts';
import { type Fault, FAULTS } from '../self-contained.ts';

/** Features that are computed one by one; those of cue words and faults follow them. */
const OWN = [
  'length', // words, Han, kana and Hangul characters as 0.6
  'dense', // share of units that are such characters, 0–1
  'commas', // a word, 0–1
  'endMark', // 0 none, 1 full stop, 2 exclamation, 3 question, 4 colon, 5 semicolon or comma, 6 dots
  'startsLower', // begins with a small letter, 0 or 1
  'startsDigit',
  'startsQuote',
  'startsMark', // begins with a dash, bullet, bracket or symbol
  'quoteMarks', // quotation marks in the sentence
  'quotedShare', // share of characters within quotation marks, 0–1
  'openBefore', // a quotation of this paragraph is still open where the sentence begins
  'brackets',
  'digits', // numbers in the sentence
  'percent',
  'money',
  'year',
  'letterShare', // letters and digits among what is not white space, 0–1
  'capitalShare', // words that begin with a capital, after the first, 0–1
  'nameShare', // units that occur with a capital inside sentences of the article, 0–1
  'shouts', // words of capitals alone, 0–1
  'address', // a web or mail address, or a telephone number
  'emoji',
  'colonInside', // a short label before a colon
  'dash', // a dash within
  'kind', // 0 paragraph, 1 item, 2 quotation, 3 term
  'leansBack',
  'leansOnNoun',
  'topicShare', // units that are no function words, 0–1
  'wordLength', // letters of a word, mean
  'firstKnown', // the first word is a function word
  'firstName', // the first two words are capitalised (a name)
  'previousEnd', // endMark of the sentence before in the block, -1 if it opens the block
  'previousAlike', // share of its topic words that the sentence before has, 0–1
  'previousKind', // the sentence before is an item
  'fresh', // share of its topic words that are new in the article, 0–1
  'placeInParagraph', // 0 for the first sentence
  'paragraphLength', // sentences
  'nextAlike', // share of its topic words that the sentence after has
  'nextLeans', // the sentence after leans back
] as const;

export const FORM_FEATURES: readonly string[] = [
  ...OWN,
  ...CUES.map((cue) => `count:${cue}`),
  ...CUES.map((cue) => `opens:${cue}`),
  'fault', // index of the fault + 1, 0 for none
];

const KINDS: Partial<Record<string, number>> = { item: 1, quote: 2, term: 3 };
const END_MARKS: readonly [RegExp, number][] = [
  [/[.。．।။።۔]["'”’»)\]）」』】\s]*$/u, 1],
  [/[!！]["'”’»)\]）」』】\s]*$/u, 2],
  [/[?？؟]["'”’»)\]）」』】\s]*$/u, 3],
  [/[:：]["'”’»)\]）」』】\s]*$/u, 4],
  [/[;；,，、]["'”’»)\]）」』】\s]*$/u, 5],
  [/…["'”’»)\]）」』】\s]*$/u, 6],
];
const ADDRESS = /https?:|www\.|\S@\S+\.\S|\(?\d{3}\)?[\s-]\d{3}|\+\d[\d\s-]{7}/u;
const LABEL = /^[^.!?。！？]{2,40}[:：]\s?\S/u;
const QUOTED = /["“„«「『][^"“”„«»「」『』]*["”“»」』]/gu;

/** Characters at the end of a sentence that are searched for its final mark. */
const END_LENGTH = 12;

function endMarkOf(sentence: string): number {
  const text = sentence.slice(-END_LENGTH);
  return END_MARKS.find(([mark]) => mark.test(text))?.[1] ?? 0;
}

const countOf = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** Share of `own` that also occurs in `other`, 0–1. */
function shareIn(own: ReadonlySet<number>, other: ReadonlySet<number> | undefined): number {
  if (!other || own.size === 0) return 0;
  let both = 0;
  for (const id of own) if (other.has(id)) both++;
  return both / own.size;
}

/** True if the paragraph's text before `index` has more opening than closing quotation marks. */
function openBefore(candidates: readonly Candidate[], index: number): boolean {
  const block = candidates[index]?.block;
  let open = 0;
  let straight = 0;
  for (let i = index - 1; i >= 0 && candidates[i]?.block === block; i--) {
    const text = candidates[i]?.text ?? '';
    open += countOf(text, /[“„«「『]/gu) - countOf(text, /[”»」』]/gu);
    straight += countOf(text, /"/gu);
  }
  return open > 0 || straight % 2 === 1;
}

/** One row of `FORM_FEATURES` a sentence, with its topic words. Linear. */
export class FormFeatures {
  private readonly topics: Set<number>[];
  private readonly firstSaid = new Map<number, number>();
  private readonly endMarks: number[];
  private readonly leaning: number[];

  constructor(
    private readonly parsed: ParsedText,
    private readonly title: string,
    private readonly faults: readonly (Fault | null)[],
  ) {
    const { stop } = parsed.lexicon;
    this.endMarks = parsed.candidates.map(({ text }) => endMarkOf(text));
    this.leaning = parsed.candidates.map(({ text }) => (leansBack(text, parsed.language) ? 1 : 0));
    this.topics = parsed.candidates.map(({ units }) => new Set(units.filter((id) => !stop[id])));
    this.topics.forEach((ids, i) => {
      for (const id of ids) if (!this.firstSaid.has(id)) this.firstSaid.set(id, i);
    });
  }

  /** The features of candidate `i`. */
  of(i: number): number[] {
    const { candidates, language, lexicon } = this.parsed;
    const c = candidates[i];
    if (!c) return [];
    const { text, units } = c;
    const own = this.topics[i] ?? new Set();
    const before = candidates[i - 1];
    const sameBlock = before?.block === c.block;
    const solid = text.replace(/\s/gu, '');
    const rest = text.match(/[\p{L}\p{M}\p{N}'’-]+/gu) ?? [];
    const size = Math.max(1, units.length);
    const single = units.filter((id) => lexicon.single[id]).length;
    const { counts, opens } = cuesOf(text, language);
    const letters = countOf(solid, /[\p{L}\p{M}\p{N}]/gu);
    let placeInParagraph = 0;
    while (candidates[i - 1 - placeInParagraph]?.block === c.block) placeInParagraph++;
    const quotes = countOf(text, /["“”„«»「」『』]/gu);
    const quoted = quotes > 0 ? (text.match(QUOTED)?.reduce((sum, part) => sum + part.length, 0) ?? 0) : 0;
    const fresh = [...own].filter((id) => this.firstSaid.get(id) === i).length;
    const next = candidates[i + 1];
    const fault = this.faults[i] ?? null;
    const bare = text.replace(/^["'“‘«„「『]+/u, '');
    return [
      lengthOf(c, lexicon.single),
      single / size,
      countOf(text, /[,，、،]/gu) / size,
      this.endMarks[i] ?? 0,
      /^\p{Ll}/u.test(bare) ? 1 : 0,
      /^\p{N}/u.test(bare) ? 1 : 0,
      bare.length < text.length ? 1 : 0,
      /^[^\p{L}\p{N}"'“‘«„「『]/u.test(text) ? 1 : 0,
      quotes,
      Math.min(1, quoted / Math.max(1, text.length)),
      openBefore(candidates, i) ? 1 : 0,
      countOf(text, /[()（）[\]]/gu),
      countOf(text, /\p{N}+(?:[.,]\p{N}+)*/gu),
      /[%％]|per ?cent|процент|proc\.|τοις εκατό|百分/u.test(text) ? 1 : 0,
      /\p{Sc}|(?:евро|руб|долл|złot|ευρώ|元|dollars?|euros?)/iu.test(text) ? 1 : 0,
      /(?:^|\P{N})(?:19|20)\p{N}{2}(?!\p{N})/u.test(text) ? 1 : 0,
      letters / Math.max(1, solid.length),
      rest.slice(1).filter((word) => /^\p{Lu}/u.test(word)).length / Math.max(1, rest.length - 1),
      units.filter((id) => (lexicon.capitals[id] ?? 0) > 0).length / size,
      rest.filter((word) => word.length > 1 && /^[\p{Lu}\p{N}]+$/u.test(word) && /\p{Lu}/u.test(word)).length /
        Math.max(1, rest.length),
      ADDRESS.test(text) ? 1 : 0,
      /\p{Emoji_Presentation}/u.test(text) ? 1 : 0,
      LABEL.test(text) ? 1 : 0,
      /\s[—–-]\s|—/u.test(text) ? 1 : 0,
      KINDS[c.kind] ?? 0,
      this.leaning[i] ?? 0,
      leansOnNoun(text, language, this.title) ? 1 : 0,
      own.size / size,
      letters / Math.max(1, rest.length),
      lexicon.stop[units[0] ?? -1] ? 1 : 0,
      /^["“„«]?\p{Lu}[\p{L}\p{M}'’-]+\s\p{Lu}/u.test(text) ? 1 : 0,
      sameBlock ? (this.endMarks[i - 1] ?? 0) : -1,
      shareIn(own, this.topics[i - 1]),
      before?.kind === 'item' ? 1 : 0,
      fresh / Math.max(1, own.size),
      placeInParagraph,
      c.paragraphLength,
      shareIn(own, this.topics[i + 1]),
      next?.block === c.block ? (this.leaning[i + 1] ?? 0) : 0,
      ...counts,
      ...opens,
      fault === null ? 0 : FAULTS.indexOf(fault) + 1,
    ];
  }
}
