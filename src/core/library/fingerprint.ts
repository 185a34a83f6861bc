/** Knows when two texts are copies of one article: a 64-bit SimHash over runs of words (Charikar, 2002). */

const BITS = 64;
/** Letters in a run: works alike for scripts with and without spaces. */
const RUN = 8;
/** Bits that may differ between copies (Manku, Jain and Das Sarma, Detecting near-duplicates for web crawling, 2007). */
const NEAR_BITS = 3;
const MASK = (1n << 64n) - 1n;

/** The fingerprint of a text, 16 hex digits; every text has one. */
export function fingerprint(text: string): string {
  const letters = text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
  const weights = new Int32Array(BITS);
  let high = 0;
  let low = 0;
  for (let start = 0; start === 0 || start + RUN <= letters.length; start += 1) {
    [high, low] = [0x811c9dc5, 0x1000193];
    for (const letter of letters.slice(start, start + RUN)) {
      high = Math.imul(high ^ letter.charCodeAt(0), 0x01000193);
      low = Math.imul(low ^ letter.charCodeAt(0), 0x85ebca6b);
      low ^= low >>> 13;
    }
    for (let bit = 0; bit < 32; bit += 1) {
      weights[bit] = (weights[bit] ?? 0) + ((high >>> bit) & 1 ? 1 : -1);
      weights[bit + 32] = (weights[bit + 32] ?? 0) + ((low >>> bit) & 1 ? 1 : -1);
    }
  }
  let hash = 0n;
  weights.forEach((weight, bit) => {
    if (weight > 0) hash |= 1n << BigInt(bit);
  });
  return (hash & MASK).toString(16).padStart(16, '0');
}

/** True where two fingerprints are those of copies of one article. */
export function similar(a: string, b: string): boolean {
  let differing = BigInt(`0x${a}`) ^ BigInt(`0x${b}`);
  let bits = 0;
  for (; differing; differing &= differing - 1n) bits += 1;
  return bits <= NEAR_BITS;
}
