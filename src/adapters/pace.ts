/** Runs work in slices, so that the page stays responsive. */

/** How long a slice lasts, and what to wait for between two slices. */
export interface Pace {
  sliceMs: number;
  pause: () => Promise<void>;
}

/** For work that a person waits for: tasks are short and follow each other at once. */
export const BRISK: Pace = { sliceMs: 12, pause: nextTurn };
/** For work that nobody waits for: a small part of each frame. */
export const CALM: Pace = { sliceMs: 4, pause: nextFrame };

/** Runs steps to their end at a pace; undefined if `stop` aborts first. */
export async function drain<T>(steps: Iterator<undefined, T>, pace: Pace, stop: AbortSignal): Promise<T | undefined> {
  let since = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() - since < pace.sliceMs) continue;
    await pace.pause();
    if (stop.aborted) return undefined;
    since = performance.now();
  }
}

/**
 * Resolves after what is already queued. Uses a message, as timers are throttled to 4 ms, and to a second in a hidden
 * page.
 */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/** Animation frames stop in a hidden tab; there a timer of this length replaces them, in ms. */
const HIDDEN_MS = 250;

function nextFrame(): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, HIDDEN_MS);
    requestAnimationFrame(() => {
      clearTimeout(timer);
      setTimeout(resolve, 0); // after the frame is painted
    });
  });
}
