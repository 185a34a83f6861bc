/** Waits until the last render is painted, for work that must not delay it. */

/** A window that is not seen draws no frames: work goes on after this long, ms. */
const UNSEEN_MS = 100;

/** Resolves after the next frame is painted, or soon where none is. */
export function painted(): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, UNSEEN_MS);
    requestAnimationFrame(() => {
      clearTimeout(timer);
      setTimeout(resolve, 0);
    });
  });
}
