/**
 * Phrases that introduce what sites insert into articles, in many languages: "Read also: …", "Follow us on …", "All
 * rights reserved". The table is maintained by hand; see `inserted-phrases.json`.
 */
import { STOP, profile } from '../features/text-profile.ts';
import type { SnapshotRun } from '../snapshot.ts';
import table from './inserted-phrases.json';

/**
 * `lead` opens a line that names another article; `call` asks the reader to do something for the site; `notice` is law.
 */
export type PhraseKind = 'lead' | 'call' | 'notice';

interface Phrase {
  kind: PhraseKind;
  words: Int32Array;
  /** It says something only as the whole of a label: "Watch: …". */
  isLabel: boolean;
}

/** Longer lines are prose that happens to hold such a phrase (words; pairs of characters in scripts without spaces). */
const LONGEST_LINE = 45;
/** Surely inserted lines are no longer than this. */
const LONGEST_INSERTED = 32;
/** Maximum number of words between two words of a phrase: "subscribe to *Morning Ledger* for full access". */
const MOST_BETWEEN = 3;
const MOST_BETWEEN_TWO = 1;
/** In a line with more words than this, a phrase counts only near the beginning; elsewhere it is part of a sentence. */
const SAYS_LITTLE = 20;
const LATEST_CALL = 8;
/** A source that an author gives has a year and several stops. */
const CITED_DIGITS = 4;
/** A phrase with at most this many words counts only if the line has few other words. */
const SHORT_PHRASE = 1;
const SHORT_LINE = 2;
/** A label may begin after a bullet's or a number's word. */
const LATEST_START = 1;

type Phrases = ReadonlyMap<number, Phrase[]>;
/** The lists that lines' features are made with, and one that only says which lines go. */
const LEARNED_LISTS = ['lead', 'call', 'notice', 'label'] as const;
const RULED_LISTS = ['disclaimer'] as const;
let learned: Phrases | undefined;
let disclaimers: Phrases | undefined;

/** Texts whose capitals a profile reads as small letters: A to Z, and most of Latin-1, Greek and Cyrillic. */
const FOLDED = /^[ -~’\u00c0-\u00de\u00e0-\u00f6\u00f8-\u00fe\u0391-\u03a9\u03b1-\u03c1\u03c3-\u03c9\u0410-\u044f]*$/;

/** The ways a phrase is written at a line's start or as a label, where a profile tells them apart. */
function spellings(text: string, language: string): string[] {
  if (language !== 'tr' && FOLDED.test(text)) return [text];
  const upper = (part: string) => (language === 'tr' ? part.replaceAll('i', 'İ') : part).toUpperCase();
  const whole = upper(text);
  return whole === text ? [text] : [text, upper(text.slice(0, 1)) + text.slice(1), whole];
}

/** Whether two lists of words are the same. */
function sameWords(some: Int32Array, others: Int32Array): boolean {
  return some.length === others.length && some.every((word, at) => word === others[at]);
}

/** Phrases by the hash of their first word, each once. Every reading waits for this: about 2,000 texts. */
function phrasesOf(lists: readonly (keyof typeof table)[]): Phrases {
  const byFirst = new Map<number, Phrase[]>();
  for (const list of lists)
    for (const [language, texts] of Object.entries(table[list]))
      for (const text of texts.flatMap((one) => spellings(one, language))) {
        const { words } = profile(text);
        const first = words[0];
        if (first === undefined) continue;
        const alike = byFirst.get(first);
        if (alike?.some((known) => sameWords(known.words, words))) continue;
        const kind = list === 'label' ? 'lead' : list === 'disclaimer' ? 'notice' : list;
        const phrase: Phrase = { kind, words, isLabel: list === 'label' };
        if (alike) alike.push(phrase);
        else byFirst.set(first, [phrase]);
      }
  return byFirst;
}

/** Made once, when first asked for. */
const learnedPhrases = (): Phrases => (learned ??= phrasesOf(LEARNED_LISTS));
const disclaimerPhrases = (): Phrases => (disclaimers ??= phrasesOf(RULED_LISTS));

/** Where a phrase that begins at word `from` ends, or -1. */
function endOf(phrase: Int32Array, words: Int32Array, from: number): number {
  let at = from;
  const most = phrase.length > 2 ? MOST_BETWEEN : MOST_BETWEEN_TWO;
  for (let index = 1; index < phrase.length; index++) {
    const last = at + 1 + most;
    at++;
    while (at < words.length && at <= last && words[at] !== phrase[index]) at++;
    if (at >= words.length || at > last) return -1;
  }
  return at + 1;
}

const isIn = (words: Int32Array, title: Int32Array) => words.every((word) => title.includes(word));

/**
 * Whether a phrase is everything before a label's punctuation, and is followed by a title, or a title and a time, but
 * not by a sentence.
 */
const isWholeLabel = ({ words, labelWords, last }: SnapshotRun, phrase: Int32Array) =>
  labelWords === phrase.length && last !== STOP && phrase.every((word, index) => words[index] === word);

/**
 * The kind of the first phrase that a line holds; `lead` only at its beginning. Lines that begin with a quotation mark
 * are what somebody says, and a phrase that the document's title holds is what the article is about. `all` are the
 * phrases looked for.
 */
export function phraseKind(
  run: SnapshotRun,
  title: Int32Array,
  all: Phrases = learnedPhrases(),
): PhraseKind | undefined {
  const { words } = run;
  if (words.length === 0 || words.length > LONGEST_LINE || run.quoted) return undefined;
  const latest = words.length <= SAYS_LITTLE ? words.length : LATEST_CALL;
  for (let at = 0; at < words.length && at <= latest; at++)
    for (const { kind, words: phrase, isLabel } of all.get(words[at] ?? 0) ?? []) {
      if (kind === 'lead' && at > LATEST_START) continue;
      if (isLabel) {
        if (at === 0 && isWholeLabel(run, phrase)) return kind;
        continue;
      }
      if (phrase.length <= SHORT_PHRASE && words.length > SHORT_LINE) continue;
      if (endOf(phrase, words, at) >= 0 && !isIn(phrase, title)) return kind;
    }
  return undefined;
}

/** Whether a line is only a lead, such as "Read also:" above a title. */
export function isLeadAlone({ words, last }: SnapshotRun, title: Int32Array): boolean {
  if (words.length === 0 || last === STOP || isIn(words, title)) return false;
  return (learnedPhrases().get(words[0] ?? 0) ?? []).some(
    ({ kind, words: phrase }) => kind === 'lead' && sameWords(phrase, words),
  );
}

/**
 * Whether a line is surely a site's: a phrase that names another article after a label's sign, or a short call or
 * notice.
 */
export function isInserted(run: SnapshotRun, tag: string, title: Int32Array): boolean {
  if (run.words.length > LONGEST_INSERTED || /^(?:h[1-6]|td|th|dt|dd)$/.test(tag)) return false;
  const kind = phraseKind(run, title) ?? phraseKind(run, title, disclaimerPhrases());
  if (tag === 'li' && (kind !== 'lead' || run.labelWords === 1)) return false; // "Video: 4K" is a fact in a list
  if (run.words.length > SAYS_LITTLE && run.stops > 1) return false; // sentences that quote such a phrase
  if (kind === 'lead') return run.labelled && !(run.digits >= CITED_DIGITS && run.stops > 1);
  return kind !== undefined;
}
