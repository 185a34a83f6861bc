/** The seeded random generator of training, benches and tests. The same seed gives the same numbers. */

/**
 * Returns a generator of numbers from 0 up to (not including) 1: mulberry32 (Tommy Ettinger, public domain).
 *
 * @param seed a whole number; its lowest 32 bits count
 */
export function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * Like `random`, but a linear congruential generator modulo 2³² (constants of Knuth & Lewis). Only for weights that
 * were learned with it, so that they can be reproduced. New scripts use `random`.
 */
export function linearCongruential(seed) {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/**
 * Several kinds of draws from one generator: whole numbers in `[from, to]`, an item, `count` different items, letters.
 */
export function chance(seed) {
  const next = random(seed);
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

/** Hashes a text to a whole number that is the same on every machine (FNV-1a). */
export function hash(text) {
  let value = 0x811c9dc5;
  for (const sign of text) value = Math.imul(value ^ (sign.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return value;
}
