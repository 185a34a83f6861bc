/** Works in slices, so that the page gets its turn in between. */

/** How long a slice lasts and what is waited for between two. */
export interface Pace {
  sliceMs: number;
  pause: () => Promise<void>;
}

/** When a person waits for it: a task never lasts long, and the next one follows at once. */
export const BRISK: Pace = { sliceMs: 12, pause: nextTurn };
/** When nobody waits: a part of a frame, no more. */
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

/** After what already waits. A message, as timers are held back to 4 ms, and to a second in a page that is not seen. */
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

/** Frames stop in a tab that is not seen; the timer goes on there. */
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
