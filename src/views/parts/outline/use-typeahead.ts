/** Letters that jump to the next row whose words begin with them, as the WAI-ARIA practices have it for trees. */
import { useRef } from 'preact/hooks';
import type { SeenRow, TreeRow } from './tree-rows.ts';

/** Letters typed within this time make one word (as the WAI-ARIA practices have it for menus and trees). */
const TYPING_MS = 600;
/** Keys that have a use of their own in these lists; a capital, or a letter after another, is typed. */
const QUICK_KEYS = 'jkeh/? ';

/** Finds the next row whose words begin with what was typed, from after `at`, around the end. */
function typed(seen: SeenRow[], at: number, letters: string): SeenRow | undefined {
  const begins = ({ row }: SeenRow) => row.label.toLocaleLowerCase().startsWith(letters);
  const from = letters.length === 1 ? at + 1 : at;
  return seen.slice(from).find(begins) ?? seen.find(begins);
}

/** A handler of keys at the row with this index; it returns false for a key that types nothing. */
export function useTypeahead(
  seen: SeenRow[],
  focus: (row: TreeRow | undefined) => void,
): (event: KeyboardEvent, index: number) => boolean {
  const typing = useRef({ letters: '', at: 0 });
  return (event, index) => {
    const { key, timeStamp } = event;
    if (key.length !== 1 || event.ctrlKey || event.metaKey || event.altKey) return false;
    const going = timeStamp - typing.current.at < TYPING_MS && typing.current.letters !== '';
    if (!going && QUICK_KEYS.includes(key)) return false;
    const letters = (going ? typing.current.letters : '') + key.toLocaleLowerCase();
    typing.current = { letters, at: timeStamp };
    focus(typed(seen, index, letters)?.row);
    return true;
  };
}
