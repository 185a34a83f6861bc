/** What is remembered of a passage so that it can be found again. */

/** Characters of context kept on each side (measured against 32: fewer wrong places among repeated phrases). */
export const CONTEXT_LENGTH = 64;

/** A passage: its words, what stands around them, and hints. Positions are UTF-16 code units of the text it was described in. */
export interface Quote {
  exact: string;
  prefix: string;
  suffix: string;
  /** Where it began: a hint, never trusted alone. */
  start: number;
  /** The nearest heading before it. */
  heading?: string;
  /** Which copy of `exact` it was, from 0, and of how many. */
  copy?: { index: number; count: number };
}
