/** Stops presses that were not meant for the toolbar, because it appeared under the pointer a moment ago. */

/**
 * A press this soon after a highlight's bar appeared was not meant for it, ms: a page may lay its text out so that the
 * second click of a double click falls on "Delete".
 */
const UNMEANT_MS = 500;

/**
 * Guards the buttons of a bar. Call the returned function when the bar appears, with whether it belongs to a
 * highlight, which its buttons change or delete. Keys act at once; a press that changes a highlight acts only if the
 * bar had been visible for a while when it began.
 */
export function guardPresses(bar: HTMLElement): (isOfHighlight: boolean) => void {
  let upSinceMs = 0;
  let isUnmeant = false;
  let isGuarded = false;
  const isSoon = ({ timeStamp }: Event) => timeStamp - upSinceMs < UNMEANT_MS;
  const guard = (event: MouseEvent) => {
    const isStep = event.target instanceof Element && event.target.closest('.next') !== null;
    if (isGuarded && !isStep && event.detail > 0 && (isUnmeant || isSoon(event))) event.stopPropagation();
  };
  bar.addEventListener('pointerdown', (event) => (isUnmeant = isSoon(event)), { capture: true });
  bar.addEventListener('click', guard, { capture: true });
  return (isOfHighlight) => {
    upSinceMs = performance.now();
    isGuarded = isOfHighlight;
  };
}
