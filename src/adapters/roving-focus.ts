/**
 * Which item of a menu, tab list, tree or toolbar the keyboard moves the focus to (WAI-ARIA practices, roving focus).
 */

/**
 * The direction of a widget's items: `block` uses Up and Down, `inline` Left and Right in the direction of the text.
 */
export interface Walk {
  axis: 'block' | 'inline';
  /** Whether the last item is followed by the first. */
  wraps: boolean;
}

/** Whether an element is written from right to left. */
export function isRtl(element: Element | null): boolean {
  return element !== null && getComputedStyle(element).direction === 'rtl';
}

/** The step of an arrow key along the text: 1 forward, -1 back, 0 for every other key. */
export function inlineStep(key: string, rtl: boolean): -1 | 0 | 1 {
  if (key !== 'ArrowLeft' && key !== 'ArrowRight') return 0;
  return (key === 'ArrowRight') !== rtl ? 1 : -1;
}

function stepOf(key: string, axis: Walk['axis'], rtl: boolean): -1 | 0 | 1 {
  if (axis === 'inline') return inlineStep(key, rtl);
  return key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0;
}

/**
 * The index of the item that a key leads to from item `at` (-1 where none has the focus) of `length`; null if the key
 * moves nothing. At an end that does not wrap the focus stays.
 */
export function itemAfterKey(key: string, at: number, length: number, walk: Walk, rtl = false): number | null {
  if (length === 0) return null;
  if (key === 'Home') return 0;
  if (key === 'End') return length - 1;
  const step = stepOf(key, walk.axis, rtl);
  if (step === 0) return null;
  if (at < 0) return step > 0 ? 0 : length - 1;
  return walk.wraps ? (at + step + length) % length : Math.max(0, Math.min(at + step, length - 1));
}
