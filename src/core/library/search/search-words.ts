/**
 * The words of a text in any script as search compares them: spelling variants folded, scripts without spaces cut into
 * pairs of letters and words.
 */
import { HAN_KANA, hasUnspaced } from '../../scripts.ts';
import { wordSegments } from '../../word-segments.ts';

/** Scripts written without spaces between words; the first group is also cut into pairs. */
const CJK = new RegExp(String.raw`[${HAN_KANA}\u30fc\u3005]+`, 'gu');
const RUN = /[\p{L}\p{N}\p{M}]+/gu;
/**
 * Accents of alphabets, points of Hebrew and vowels of Arabic, the Arabic stretching line, joiners, soft hyphens. Marks
 * of other scripts are letters of their own.
 */
const MARKS = /[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670\u06d6-\u06ed\u0640\u200b-\u200f\u00ad\ufeff]+/gu;
/** Letters that writers of Arabic use for one another. */
const ARABIC: Record<string, string> = {
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ة: 'ه',
  ى: 'ي',
  ؤ: 'و',
  ئ: 'ي',
  ی: 'ي',
  ک: 'ك',
};
const ARABIC_LETTERS = /[أإآٱةىؤئیک]/gu;
const PLAIN = /^\p{ASCII}*$/u;

let segmenter: Intl.Segmenter | undefined;

/**
 * One spelling of a text for comparing: compatibility forms, case, accents and Arabic variants folded. Positions do not
 * survive.
 */
export function folded(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .replace(MARKS, '')
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replace(ARABIC_LETTERS, (letter) => ARABIC[letter] ?? letter);
}

/**
 * The words of a text in order, folded, as they are indexed. A Chinese or Japanese run gives its pairs of letters, its
 * last letter alone, and its longer words; other scripts give their words. Processes about 20 MB a second, or 2 MB
 * without spaces.
 */
export function wordsOf(text: string): string[] {
  const words: string[] = [];
  for (const [run] of folded(text).matchAll(RUN)) {
    if (hasUnspaced(run)) pushUnspaced(run, words);
    else words.push(run);
  }
  return words;
}

/**
 * The words of a query: as `wordsOf`, but of a Chinese or Japanese run its pairs alone, which every text that holds the
 * run has.
 */
export function queryWords(text: string): string[] {
  const words: string[] = [];
  for (const [run] of folded(text).matchAll(RUN)) {
    if (!hasUnspaced(run)) {
      words.push(run);
      continue;
    }
    let at = 0;
    for (const match of run.matchAll(CJK)) {
      pushSegments(run.slice(at, match.index), words);
      const letters = [...match[0]];
      if (letters.length === 1) words.push(match[0]);
      else pushPairs(letters, words);
      at = match.index + match[0].length;
    }
    pushSegments(run.slice(at), words);
  }
  return [...new Set(words)];
}

function pushUnspaced(run: string, words: string[]): void {
  let at = 0;
  for (const match of run.matchAll(CJK)) {
    pushSegments(run.slice(at, match.index), words);
    const letters = [...match[0]];
    pushPairs(letters, words);
    words.push(letters.at(-1) ?? '');
    pushSegments(match[0], words, 3);
    at = match.index + match[0].length;
  }
  pushSegments(run.slice(at), words);
}

/** Each letter with the next. One run may hold hundreds of thousands: too many for the arguments of one call. */
function pushPairs(letters: readonly string[], words: string[]): void {
  for (let index = 1; index < letters.length; index++) words.push(`${letters[index - 1]}${letters[index]}`);
}

/** Words by the rules of Unicode and the browser's dictionaries, those of at least `shortest` letters. */
function pushSegments(text: string, words: string[], shortest = 1): void {
  if (text.length < shortest) return;
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'word' });
  for (const word of wordSegments(text, segmenter)) if (word.length >= shortest) words.push(word);
}
