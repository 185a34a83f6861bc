/**
 * The simplified form of traditional Chinese characters, so that a passage is found in either script. The table is that
 * of OpenCC (`TSCharacters`, Apache-2.0), as the package opencc-js carries it.
 */
import pairs from 'opencc-js/dict/TSCharacters';

/**
 * Some traditional characters have two simplified forms, depending on the word. The table has one of them, and these
 * entries map the other one to it: `帳本` is written `账本`, `著` of an action `着`, `瞭解` `了解`, `藉口` `借口`.
 */
const OTHERS: [string, string][] = [
  ['账', '帐'],
  ['着', '著'],
  ['瞭', '了'],
  ['藉', '借'],
  ['馀', '余'],
];

let table: Map<string, string> | undefined;

/** The simplified character for a traditional one; the character itself where it has none. */
export function simplified(character: string): string {
  table ??= tableOf(pairs);
  return table.get(character) ?? character;
}

/** Reads "traditional simplified|…". */
function tableOf(text: string): Map<string, string> {
  const others = new Map(OTHERS);
  const table = new Map(OTHERS);
  for (const entry of text.split('|')) {
    const [from = '', to = ''] = entry.split(' ');
    table.set(from, others.get(to) ?? to);
  }
  return table;
}
