/**
 * Finds lines of a page that both peers keep and Lede drops. Most of them belong to the article, and Lede was not tuned
 * on them.
 */

/**
 * Minimum length in letters and digits. Shorter lines are labels and bylines, where tools follow different conventions.
 */
const SHORTEST = 40;
/** A page that loses this share of what both peers keep has lost a part of its article (0–1). */
const PART01 = 0.2;
/** Length in words of the sequences that are looked up in Lede's text. */
const GRAM = 4;

const WORD = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{N}]+/gu;
const wordsOf = (text) => text.normalize('NFKC').toLowerCase().match(WORD) ?? [];

function gramsOf(text) {
  const words = wordsOf(text);
  const grams = [];
  for (let at = 0; at + GRAM <= words.length; at++) grams.push(words.slice(at, at + GRAM).join(' '));
  return grams;
}

/** Returns a test for lines of a text: true if the text has half of the line's four-word sequences, in any order. */
function holderOf(text) {
  const have = new Set(gramsOf(text));
  return (line) => {
    const grams = gramsOf(line);
    return grams.length > 0 && grams.filter((gram) => have.has(gram)).length * 2 >= grams.length;
  };
}

/** The lines of one page that only Lede drops, and their share of what both peers keep (0–1). */
export function lossesOf({ lede, readability, defuddle }) {
  const [inLede, inDefuddle] = [holderOf(lede), holderOf(defuddle)];
  let [all, lost] = [0, 0];
  const lines = [];
  for (const line of readability.split('\n')) {
    const letters = wordsOf(line).join('').length;
    if (letters < SHORTEST || !inDefuddle(line)) continue;
    all += letters;
    if (inLede(line)) continue;
    lost += letters;
    lines.push(line);
  }
  return { lines, share01: all > 0 ? lost / all : 0 };
}

/** Prints, for each group, how many pages lose a line, and how many lose a fifth or more. */
export function printLosses(rows) {
  console.log('\nlines of 40 letters and more that both peers keep and Lede drops');
  console.log(['group'.padEnd(24), 'pages', 'with such', 'a fifth lost'].join('\t'));
  for (const group of new Set(rows.map((row) => row.group))) {
    const list = rows.filter((row) => row.group === group);
    const some = list.filter(({ lines }) => lines.length > 0);
    const part = list.filter(({ share01 }) => share01 >= PART01);
    console.log([group.padEnd(24), list.length, some.length, part.length].join('\t'));
    if (part.length) console.log(`  ${part.map(({ id, share01 }) => `${id} ${share01.toFixed(2)}`).join(', ')}`);
  }
}
