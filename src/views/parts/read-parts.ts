/** The parts of a text that were read: ranges that the reading position passed at reading pace. */

/** Half-open ranges of `Article.text`, in order, apart from each other. */
export type Parts = readonly { start: number; end: number }[];

/** A step over more characters than this is a jump, not reading: about a tall screen of text. */
const LEAP = 3_000;
/** A section is read if this share of it was passed (0–1). */
const READ_01 = 0.8;

/** The parts with one range more. */
export function withPart(parts: Parts, start: number, end: number): Parts {
  if (end <= start) return parts;
  const apart = parts.filter((part) => part.end < start || end < part.start);
  const touching = parts.filter((part) => part.end >= start && end >= part.start);
  const joined = {
    start: Math.min(start, ...touching.map((part) => part.start)),
    end: Math.max(end, ...touching.map((part) => part.end)),
  };
  return [...apart, joined].sort((a, b) => a.start - b.start);
}

/** The parts after a move from one position to another; a jump or a step back adds nothing. */
export function afterStep(parts: Parts, from: number, to: number): Parts {
  return to > from && to - from <= LEAP ? withPart(parts, from, to) : parts;
}

/** Whether enough of a range was read. */
export function isRead(parts: Parts, start: number, end: number): boolean {
  const passed = parts.reduce(
    (sum, part) => sum + Math.max(0, Math.min(end, part.end) - Math.max(start, part.start)),
    0,
  );
  return end > start && passed / (end - start) >= READ_01;
}
