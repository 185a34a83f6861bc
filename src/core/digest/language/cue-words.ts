/**
 * Word lists that tell what a sentence does rather than what it is about: who speaks, whom it addresses, whether it
 * quotes, advises, doubts or refers elsewhere. Written from grammar, by language. A star stands for any ending:
 * "recommend*" is also "recommended".
 */

import { CUES_EAST } from './cue-lists-east.ts';
import { CUES_UNSPACED } from './cue-lists-unspaced.ts';
import { CUES_WEST } from './cue-lists-west.ts';

/** The meaning of each list. The order is that of the features made from them. */
export const CUES = [
  'me',
  'us',
  'you',
  'third',
  'this',
  'link',
  'say',
  'advise',
  'hedge',
  'weight',
  'point',
  'feel',
  'when',
  'example',
  'cause',
  'be',
  'not',
  'text',
] as const;

export type Cue = (typeof CUES)[number];

/** The words of a language by function, separated by spaces. */
export type CueLists = Partial<Record<Cue, string>>;

const SPACED: Record<string, CueLists> = { ...CUES_WEST, ...CUES_EAST };

const bitOf = (cue: Cue): number => 1 << CUES.indexOf(cue);
const entriesOf = (lists: CueLists): [Cue, string][] => CUES.flatMap((cue) => (lists[cue] ? [[cue, lists[cue]]] : []));

/** Whole words and beginnings of words, each with its cues as bits. */
interface Book {
  whole: Map<string, number>;
  starts: Map<string, number>;
}

const BOOKS = new Map<string, Book>();

/** A language's words by the lists that have them, as bits; made once. */
function bookOf(language: string): Book | undefined {
  const known = BOOKS.get(language);
  if (known) return known;
  const lists = SPACED[language];
  if (!lists) return undefined;
  const book: Book = { whole: new Map(), starts: new Map() };
  for (const [cue, list] of entriesOf(lists)) {
    for (const word of list.trim().split(/\s+/)) {
      const [key, map] = word.endsWith('*') ? [word.slice(0, -1), book.starts] : [word, book.whole];
      map.set(key, (map.get(key) ?? 0) | bitOf(cue));
    }
  }
  BOOKS.set(language, book);
  return book;
}

/** Letters of the shortest beginning in the lists. */
const SHORTEST_START = 2;

function bitsOf(word: string, book: Book): number {
  let bits = book.whole.get(word) ?? 0;
  for (let k = SHORTEST_START; k <= word.length; k++) bits |= book.starts.get(word.slice(0, k)) ?? 0;
  return bits;
}

/** Words of a sentence that count as its opening; characters where words are not spaced. */
const OPENING = { words: 4, characters: 6 };
const WORD = /[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}]+)?/gu;

/** The cues of a sentence. */
export interface CueCounts {
  /** By cue, in the order of `CUES`: how often it occurs in the sentence, and whether among its first words. */
  counts: Uint8Array;
  opens: Uint8Array;
}

/** Counts the cues of a sentence. `language` as in `languageOf`; a language without lists gives zeros. Linear. */
export function cuesOf(text: string, language: string): CueCounts {
  const counts = new Uint8Array(CUES.length);
  const opens = new Uint8Array(CUES.length);
  const inside = CUES_UNSPACED[language];
  if (inside) {
    for (const [cue, list] of entriesOf(inside)) {
      const k = CUES.indexOf(cue);
      for (const word of list.split(/\s+/)) {
        let at = text.indexOf(word);
        if (at >= 0 && at <= OPENING.characters) opens[k] = 1;
        while (at >= 0) {
          counts[k] = (counts[k] ?? 0) + 1;
          at = text.indexOf(word, at + word.length);
        }
      }
    }
    return { counts, opens };
  }
  const book = bookOf(language);
  if (!book) return { counts, opens };
  const words = text.toLowerCase().replaceAll('’', "'").match(WORD) ?? [];
  words.forEach((word, place) => {
    const bits = bitsOf(word, book);
    for (let k = 0; bits >> k; k++) {
      if (!((bits >> k) & 1)) continue;
      counts[k] = (counts[k] ?? 0) + 1;
      if (place < OPENING.words) opens[k] = 1;
    }
  });
  return { counts, opens };
}
