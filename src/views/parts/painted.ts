/** Waits until the last render is painted, for work that must not delay it. */

/** A hidden window renders no frames, so work continues after this time, in ms. */
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
