/** What a sentence is about: its words and pairs of words in any script, as small numbers shared by one article. */
import { PHRASE_SPACED, WIDE } from '../../scripts.ts';
import { wordSegments } from '../../word-segments.ts';
import { isStopCharacter, stopWords } from './stop-words.ts';

/** The units of one sentence. */
export interface Units {
  /** Every unit in order, function words too; ids of a `Lexicon`. A word, or one character of Han, kana or Hangul. */
  all: number[];
  /** How long the sentence is: words, or characters of Han, kana and Hangul. */
  length: number;
}

/**
 * Words of scripts that write spaces; one character of those that do not; Thai and its like come as runs. The second
 * is for texts that mix them without a space ("TiDB的"): it is slower, and asked only where it matters.
 */
const UNIT = /[\p{L}\p{M}\p{N}]+/gu;
const MIXED = new RegExp(
  [`[${WIDE}]`, `[${PHRASE_SPACED}]+`, String.raw`(?:(?![${WIDE}${PHRASE_SPACED}])[\p{L}\p{M}\p{N}])+`].join('|'),
  'gu',
);
/** The first code point of the scripts above (Thai). */
const MAYBE_UNSPACED = /[\u0E00-\uFFEF\u{20000}-\u{3FFFF}]/u;
const STARTS_PHRASE_SPACED = new RegExp(`^[${PHRASE_SPACED}]`, 'u');
const STARTS_WIDE = new RegExp(`^[${WIDE}]`, 'u');

const CAPITAL = /\p{Lu}/u;
/** With the character before it: looking behind costs more. */
const CAPITALISED = /[\s("“‘«-]\p{Lu}[\p{L}\p{M}\p{N}]*/gu;

/** Words longer than this, in letters, lose their ending, so inflected forms of one word are equal. */
const STEM_FROM = 5;

/**
 * Stems a word so that its inflected forms are equal: English by rule, other languages by dropping the last two
 * letters.
 */
export function stem(word: string, language: string): string {
  if (language === 'en' || language === '') {
    let w = word;
    if (w.length > 4 && w.endsWith('ies')) return `${w.slice(0, -3)}y`;
    if (w.length > 5 && /(?:ss|sh|ch|x|z)es$/.test(w)) w = w.slice(0, -2);
    else if (w.length > 3 && w.endsWith('s') && !/(?:ss|us|is)$/.test(w)) w = w.slice(0, -1);
    if (w.length > 6 && w.endsWith('ing')) w = w.slice(0, -3);
    else if (w.length > 5 && w.endsWith('ed')) w = w.slice(0, -2);
    else if (w.length > 6 && w.endsWith('ly')) w = w.slice(0, -2);
    else if (w.length > 4 && w.endsWith('e')) w = w.slice(0, -1);
    return w;
  }
  return word.length > STEM_FROM ? word.slice(0, Math.max(STEM_FROM, word.length - 2)) : word;
}

let wordSegmenter: Intl.Segmenter | undefined;

/** The words of a run without spaces, by dictionary. */
function dictionaryWords(run: string): string[] {
  wordSegmenter ??= new Intl.Segmenter('th', { granularity: 'word' });
  return wordSegments(run, wordSegmenter);
}

/**
 * The plain words of a text in order, lower-case: one character each for Han, kana and Hangul; by dictionary for
 * Thai, Lao, Khmer and Burmese.
 */
export function words(text: string): string[] {
  const low = text.toLowerCase();
  if (!MAYBE_UNSPACED.test(low)) return low.match(UNIT) ?? [];
  const found: string[] = [];
  for (const unit of low.match(MIXED) ?? []) {
    if (STARTS_PHRASE_SPACED.test(unit)) for (const word of dictionaryWords(unit)) found.push(word);
    else found.push(unit);
  }
  return found;
}

/** Numbers the words of one article and marks those without a topic. */
export class Lexicon {
  private readonly ids = new Map<string, number>();
  private readonly known = new Map<string, number>();
  /** By id: true if the word is grammar rather than topic. */
  readonly stop: boolean[] = [];
  /** By id: the stemmed word. */
  readonly names: string[] = [];
  /** By id: one character of a script without spaces between words; a number. */
  readonly single: boolean[] = [];
  readonly digit: boolean[] = [];
  /** By id: how often it was capitalised inside a sentence, as names are. */
  readonly capitals: number[] = [];
  private readonly stopSet: ReadonlySet<string>;

  constructor(private readonly language: string) {
    this.stopSet = stopWords(language);
  }

  /** The units of a text; new words get new numbers. */
  units(text: string): Units {
    const all: number[] = [];
    const found = words(text);
    const cased = CAPITAL.test(text)
      ? new Set(
          text
            .slice(1)
            .match(CAPITALISED)
            ?.map((w) => w.slice(1).toLowerCase()),
        )
      : null;
    for (const word of found) {
      let id = this.ids.get(word);
      if (id === undefined) {
        id = this.number(word);
        this.ids.set(word, id);
      }
      if (cased?.has(word)) this.capitals[id] = (this.capitals[id] ?? 0) + 1;
      all.push(id);
    }
    return { all, length: all.length };
  }

  private number(word: string): number {
    const single = STARTS_WIDE.test(word);
    const grammar = single
      ? isStopCharacter(word)
      : this.stopSet.has(word) || (word.length === 1 && !/\p{N}/u.test(word)) || word === 't' || word === 's';
    const name = single ? word : grammar ? `·${word}` : stem(word, this.language);
    const old = this.known.get(name);
    if (old !== undefined) return old;
    const id = this.names.length;
    this.names.push(name);
    this.stop.push(grammar);
    this.single.push(single);
    this.digit.push(/\p{N}/u.test(word));
    this.capitals.push(0);
    this.known.set(name, id);
    return id;
  }
}
