import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { COPY_SHARE01, copyShare01, distance, fingerprint, similar } from '../../../../src/core/library/fingerprint.ts';

const places = ['harbour', 'mountain', 'library', 'station', 'orchard', 'island', 'factory', 'theatre'];
const deeds = ['opened', 'burned', 'moved', 'slept', 'vanished', 'returned', 'doubled'];
/** An article of 60 sentences; another seed gives other words. */
const article = (seed: number): string =>
  Array.from({ length: 60 }, (_, i) => {
    const n = (i + 1) * (seed * 2654435761 + 97);
    return (
      `In year ${Math.abs(n) % 9973} the ${places[Math.abs(n) % 8]} of ` +
      `town ${Math.abs(n * 31) % 7919} ${deeds[Math.abs(n) % 7]} after ${Math.abs(n * 7) % 997} days.`
    );
  }).join('\n');
const chinese = (seed: number): string =>
  Array.from({ length: 300 }, (_, i) =>
    String.fromCodePoint(0x4e00 + ((i * i * 31 + seed * 977 + i * seed) % 8000)),
  ).join('');

describe('fingerprints', () => {
  it('are 16 hex digits, and independent of typography', () => {
    const text = article(1);
    expect(fingerprint(text)).toMatch(/^[0-9a-f]{16}$/);
    expect(fingerprint(text.toUpperCase().replaceAll('\n', ' \n\n').replaceAll('.', ' !'))).toBe(fingerprint(text));
  });

  it.each([
    [
      'an introduction and a footer of another site',
      (t: string) => `Shared from our friends at the coast.\n${t}\nAll rights reserved, write to us.`,
    ],
    ['a paragraph left out', (t: string) => t.split('\n').slice(0, 54).join('\n')],
    ['some words changed', (t: string) => t.replaceAll('vanished', 'disappeared')],
  ])('are alike with %s', (_, change) => {
    expect(similar(fingerprint(article(1)), fingerprint(change(article(1))))).toBe(true);
    expect(copyShare01(article(1), change(article(1)))).toBeGreaterThan(COPY_SHARE01);
  });

  it('are not similar for different articles', () => {
    expect(similar(fingerprint(chinese(1)), fingerprint(chinese(2)))).toBe(false);
    expect(copyShare01(chinese(1), chinese(2))).toBeLessThan(0.1);
  });

  it('recognise copies in Chinese', () => {
    const text = chinese(3);
    expect(similar(fingerprint(text), fingerprint(`转载：${text.slice(0, 280)}（编辑）`))).toBe(true);
  });

  it('are missing for a few words, and a missing one matches nothing', () => {
    expect(fingerprint('Too short to tell.')).toBe('');
    expect(similar('', '')).toBe(false);
    expect(similar('zz', fingerprint(article(1)))).toBe(false);
    expect(copyShare01('', article(1))).toBe(0);
  });

  it('are compared by the number of different bits', () => {
    const print = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 16, maxLength: 16 });
    fc.assert(
      fc.property(print, print, (a, b) => {
        const bits = (BigInt(`0x${a}`) ^ BigInt(`0x${b}`)).toString(2).replaceAll('0', '').length;
        expect(distance(a, b)).toBe(bits);
      }),
    );
  });
});
