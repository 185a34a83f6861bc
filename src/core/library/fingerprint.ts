/**
 * Tells whether two texts are copies of one article, by 64 bits of each (SimHash: Charikar 2002; Manku, Jain and Das
 * Sarma 2007).
 */
import { UNSPACED } from '../scripts.ts';

/** Words of a shingle, and letters of one in scripts without spaces. */
const SHINGLE_WORDS = 2;
const SHINGLE_LETTERS = 3;
/** Fewer shingles say nothing: such a text has no fingerprint. */
const FEWEST_SHINGLES = 40;
/** Bits that may differ between copies (measured: DECISIONS, fingerprint). */
const MOST_BITS = 15;
const BITS = 64;

const WORD = new RegExp(String.raw`[${UNSPACED}]+|[\p{L}\p{M}\p{N}]+`, 'gu');
const STARTS_UNSPACED = new RegExp(`^[${UNSPACED}]`, 'u');

/** The shingles of a text, each once. */
function shinglesOf(text: string): Set<string> {
  const shingles = new Set<string>();
  const words: string[] = [];
  const add = (word: string): void => {
    words.push(word);
    if (words.length > SHINGLE_WORDS) words.shift();
    if (words.length === SHINGLE_WORDS) shingles.add(words.join(' '));
  };
  for (const [run] of text.normalize('NFKC').toLowerCase().matchAll(WORD)) {
    if (!STARTS_UNSPACED.test(run)) {
      add(run.replaceAll(/\p{M}/gu, ''));
      continue;
    }
    const letters = [...run];
    for (let i = 0; i + SHINGLE_LETTERS <= letters.length; i++) {
      shingles.add(letters.slice(i, i + SHINGLE_LETTERS).join(''));
    }
  }
  return shingles;
}

/** Two hashes of 32 bits each (MurmurHash3's finaliser over FNV-1a with two seeds). */
function hash(shingle: string, seed: number): number {
  let value = seed;
  for (let i = 0; i < shingle.length; i++) value = Math.imul(value ^ shingle.charCodeAt(i), 0x01000193);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return value ^ (value >>> 16);
}
const SEEDS = [0x811c9dc5, 0x3c6ef372] as const;

/** The fingerprint of an article's text, 16 hex digits; empty for a text too short to tell. O(length). */
export function fingerprint(text: string): string {
  const shingles = shinglesOf(text);
  if (shingles.size < FEWEST_SHINGLES) return '';
  const sums = new Int32Array(BITS);
  for (const shingle of shingles) {
    SEEDS.forEach((seed, half) => {
      const bits = hash(shingle, seed);
      for (let bit = 0; bit < 32; bit++)
        sums[half * 32 + bit] = (sums[half * 32 + bit] ?? 0) + ((bits >>> bit) & 1 ? 1 : -1);
    });
  }
  let hex = '';
  for (let digit = 0; digit < BITS; digit += 4) {
    let value = 0;
    for (let bit = 0; bit < 4; bit++) if ((sums[digit + bit] ?? 0) > 0) value |= 1 << bit;
    hex += value.toString(16);
  }
  return hex;
}

/** Bits in which two fingerprints differ, 0–64; 64 where either is not one. */
export function distance(a: string, b: string): number {
  if (!FINGERPRINT.test(a) || !FINGERPRINT.test(b)) return BITS;
  let bits = 0;
  for (let i = 0; i < a.length; i++) {
    let differ = Number.parseInt(a.charAt(i), 16) ^ Number.parseInt(b.charAt(i), 16);
    for (; differ > 0; differ &= differ - 1) bits++;
  }
  return bits;
}
const FINGERPRINT = /^[0-9a-f]{16}$/;

/** Whether two fingerprints are those of copies of one article. */
export function similar(a: string, b: string): boolean {
  return distance(a, b) <= MOST_BITS;
}

/**
 * The share (0–1) of the shorter text's shingles that are in the longer one too. If both texts are available, it
 * confirms or rejects what `similar` suggests. Edited or shortened copies share more than `COPY_SHARE01`, other
 * articles less than a tenth. O(both).
 */
export function copyShare01(a: string, b: string): number {
  const [one, other] = [shinglesOf(a), shinglesOf(b)];
  const [few, many] = one.size < other.size ? [one, other] : [other, one];
  let both = 0;
  for (const shingle of few) if (many.has(shingle)) both++;
  return few.size === 0 ? 0 : both / few.size;
}

/** Texts that share this much are copies (a fifth of the words changed leaves about 0.6). */
export const COPY_SHARE01 = 0.45;
