/** The keys of a view: one table defines both their actions and the list that shows them. */
import { useLayoutEffect } from 'preact/hooks';

/** One line of the table. */
export interface KeyLine {
  /** As `KeyboardEvent.key` has them; any of them. */
  keys: string[];
  /** The key of the sentence that says what it does. */
  says: string;
  /**
   * The action; returns false if there is nothing to do, and the browser handles the key. Left out if the element
   * itself handles the key.
   */
  run?: () => boolean;
}

/** Where typing belongs to the person's words. */
const TYPED_IN = 'textarea, select, input:not([type=radio], [type=checkbox], [type=button]), [contenteditable]';

/** Runs the table's action for a key that nothing else handled. True if it did. */
export function press(lines: KeyLine[], event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return false;
  if (event.target instanceof Element && event.target.closest(TYPED_IN)) return false;
  const line = lines.find(({ keys, run }) => run && keys.includes(event.key));
  if (!line?.run?.()) return false;
  event.preventDefault();
  return true;
}

/** Listens as long as the view is mounted, from before its first paint, so a key pressed at once is not lost. */
export function useKeys(lines: KeyLine[]): void {
  useLayoutEffect(() => {
    const listen = (event: KeyboardEvent) => press(lines, event);
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  });
}
