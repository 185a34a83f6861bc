/** Work divided into steps, so that its caller can yield to other tasks in between. */

/** Work that pauses between its steps and ends with its result. */
export type Steps<Made> = Generator<undefined, Made>;

/** Runs work to its end at once. */
export function atOnce<Made>(steps: Steps<Made>): Made {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
