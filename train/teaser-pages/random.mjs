/** Chance that is the same every time it is asked with the same seed. */

/** A source of chance (mulberry32, Tommy Ettinger, public domain). */
export function chance(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
  };
  const whole = (from, to) => from + Math.floor(next() * (to - from + 1));
  const pick = (list) => list[Math.floor(next() * list.length)];
  const sample = (list, count) => {
    const left = [...list];
    const taken = [];
    while (taken.length < count && left.length) taken.push(...left.splice(Math.floor(next() * left.length), 1));
    return taken;
  };
  const letters = (length) => Array.from({ length }, () => pick([...'abcdefghijklmnopqrstuvwxyz0123456789'])).join('');
  return { next, whole, pick, sample, letters, maybe: (share) => next() < share };
}

/** A whole number from a text, the same on every machine (FNV-1a). */
export function hash(text) {
  let value = 0x811c9dc5;
  for (const sign of text) value = Math.imul(value ^ (sign.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return value;
}
