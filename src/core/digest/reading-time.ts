/**
 * How long a text takes to read: words a minute in scripts that space their words, characters a minute in those that
 * do not.
 */
import { HAN_KANA, KANA, PHRASE_SPACED, UNSPACED } from '../scripts.ts';

/**
 * Silent reading of English non-fiction, words a minute: M. Brysbaert, "How many words do we read per minute?",
 * Journal of Memory and Language 109 (2019). Other languages: words a minute read aloud in S. Trauzettel-Klosinski and
 * K. Dietz, "Standardized Assessment of Reading Performance: The New International Reading Speed Texts IReST", IOVS 53
 * (2012), table 2, where English has 228.
 */
const ENGLISH_WPM = 238;
const IREST_ENGLISH_WPM = 228;
const IREST_WPM: Record<string, number> = {
  ar: 138,
  de: 179,
  en: 228,
  es: 218,
  fi: 161,
  fr: 195,
  he: 187,
  it: 188,
  nl: 202,
  pl: 166,
  pt: 181,
  ru: 184,
  sl: 180,
  sv: 199,
  tr: 166,
};
/** Characters a minute in the same study. */
const IREST_CPM: Record<string, number> = { zh: 255, ja: 357 };
/** The ratio of silent reading to reading aloud, from English in the two studies. */
const SILENT = ENGLISH_WPM / IREST_ENGLISH_WPM;
/** A language in neither study: the mean of the seventeen of IReST, words a minute. */
const OTHER_WPM = 184;
/** Thai, Lao, Khmer and Burmese letters and signs a minute: our estimate, some five to a word at the mean speed. */
const UNSPACED_CPM = 920;

const IDEOGRAPHS = new RegExp(`[${HAN_KANA}]`, 'gu');
const ANY_KANA = new RegExp(`[${KANA}]`, 'u');
const UNSPACED_LETTERS = new RegExp(`[${PHRASE_SPACED}]`, 'gu');
/** Characters of an unspaced script that make a word, for the count shown to a person (Thai: 4–5). */
const UNSPACED_WORD = 5;
const WORDS = /[\p{L}\p{N}][\p{L}\p{M}\p{N}'’_-]*/gu;
const UNSPACED_RUNS = new RegExp(`[${UNSPACED}]+`, 'gu');

/** The amount of text to read. */
export interface Amount {
  /** Words in spaced scripts. */
  words: number;
  /** Han and kana characters. */
  ideographs: number;
  /** Letters and signs of Thai, Lao, Khmer, Burmese. */
  unspaced: number;
}

const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;

/** Counts a text of any mix of scripts. Linear. */
export function amountOf(text: string): Amount {
  const ideographs = count(text, IDEOGRAPHS);
  const unspaced = count(text, UNSPACED_LETTERS);
  const spaced = ideographs || unspaced ? text.replace(UNSPACED_RUNS, ' ') : text;
  return { words: count(spaced, WORDS), ideographs, unspaced };
}

/** Words as a person counts them: a Han or kana character each, Thai and its like by the mean length of a word. */
export function wordsOf(amount: Amount): number {
  return amount.words + amount.ideographs + Math.round(amount.unspaced / UNSPACED_WORD);
}

/**
 * Minutes to read an amount, not rounded. `lang` is BCP 47; without it spaced scripts are read at English speed, and
 * Han at Japanese speed where there is `kana`, else at Chinese speed.
 */
export function minutesFor(amount: Amount, lang?: string, kana = false): number {
  const primary = (lang ?? 'en').toLowerCase().split('-')[0] ?? 'en';
  const wpm = (IREST_WPM[primary] ?? (amount.ideographs ? IREST_ENGLISH_WPM : OTHER_WPM)) * SILENT;
  const cpm = (kana || primary === 'ja' ? (IREST_CPM.ja ?? 0) : (IREST_CPM.zh ?? 0)) * SILENT;
  return amount.words / wpm + amount.ideographs / cpm + amount.unspaced / (UNSPACED_CPM * SILENT);
}

/** Minutes to read a text, not rounded; 0 for an empty one. */
export function minutesOf(text: string, lang?: string): number {
  return minutesFor(amountOf(text), lang, ANY_KANA.test(text));
}
