/** Makes reproducible ids for records that come without one, so that importing twice adds nothing. */

/** Starts of the four 32-bit halves: digits of pi, so that nobody chose them. */
const SEEDS = [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344] as const;

/**
 * A UUID that depends on these strings alone (128 bits of FNV-1a with different starts; not for secrets). Order and
 * borders count.
 */
export function stableId(...parts: string[]): string {
  const text = parts.map((part) => `${part.length}:${part}`).join('');
  const hex = SEEDS.map((seed) => hash(text, seed).toString(16).padStart(8, '0')).join('');
  // Version 8 (free form) and variant bits of RFC 9562, so that it is a UUID to everyone.
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
}

function hash(text: string, seed: number): number {
  let value = seed;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
    value ^= value >>> 15;
  }
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  return (value ^ (value >>> 13)) >>> 0;
}
