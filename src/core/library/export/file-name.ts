/** Makes file names that every system accepts. */
import { trimEnd } from '../trim.ts';

/** Longest name of a file before its ending, in code points: what every file system takes, in letters of four bytes. */
const NAME_LENGTH = 60;
/** A longer title ends after a whole word if one ends after at least so many code points. */
const WORD_END_LEAST = 40;
/** Names of devices, which Windows takes for no file. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;

/** A title as a file's name without its ending: `A: b?` → `A b`. */
export function fileName(title: string): string {
  const plain = title
    .replace(/[\p{Cc}\\/:*?"<>|#^[\]]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+/, '');
  const cut = trimEnd(cutAtWord([...plain.slice(0, NAME_LENGTH * 4)]), '. ');
  return DEVICE.test(cut) ? `${cut}_` : cut || 'lede';
}

function cutAtWord(letters: readonly string[]): string {
  const end = letters.length > NAME_LENGTH ? letters.lastIndexOf(' ', NAME_LENGTH) : -1;
  return letters.slice(0, end >= WORD_END_LEAST ? end : NAME_LENGTH).join('');
}

/** Returns a function that gives each title a unique file name, ignoring case: `Notes`, `Notes (2)`. */
export function createNames(): (title: string) => string {
  const [taken, times] = [new Set<string>(), new Map<string, number>()];
  return (title) => {
    const base = fileName(title);
    let [name, count] = [base, times.get(base.toLowerCase()) ?? 1];
    while (taken.has(name.toLowerCase())) name = `${base} (${(count += 1)})`;
    times.set(base.toLowerCase(), count);
    taken.add(name.toLowerCase());
    return name;
  };
}
