import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { locateQuote } from '../../../../src/core/anchor/locate.ts';
import { describeQuote } from '../../../../src/core/anchor/quote.ts';

const subjects = ['The harbour', 'A lighthouse', 'My neighbour', 'The old ferry', 'Every sailor', 'This winter'];
const verbs = ['remembers', 'forgets', 'carries', 'repairs', 'refuses', 'follows'];
const objects = [
  'the broken lamp',
  'a map of the coast',
  'seven barrels of salt',
  'the northern wind',
  'letters from home',
];
/** Sixty sentences, no two alike. */
const sentences = Array.from(
  { length: 60 },
  (_, i) =>
    `${subjects[i % 6]} ${verbs[Math.floor(i / 6) % 6]} ${objects[(i * 3 + Math.floor(i / 36)) % 5]} on day ${i + 1}.`,
);
const paragraphs = Array.from({ length: 12 }, (_, i) => sentences.slice(i * 5, i * 5 + 5).join(' '));
const text = paragraphs.join('\n');

function quoteOf(words: string) {
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`not in the text: ${words}`);
  return describeQuote(text, start, start + words.length);
}
function found(where: string, words: string): string | null {
  const place = locateQuote(where, quoteOf(words));
  return place.ok ? where.slice(place.value.start, place.value.end) : null;
}
const middle = sentences[32] ?? '';

describe('finding a passage again', () => {
  it('finds every passage exactly in the text it was described in', () => {
    fc.assert(
      fc.property(fc.nat(text.length - 30), fc.integer({ min: 12, max: 200 }), (start, length) => {
        const end = Math.min(text.length, start + length);
        if (text.slice(start, end).trim().length < 10) return;
        const place = locateQuote(text, describeQuote(text, start, end));
        expect(place).toMatchObject({ ok: true });
        if (!place.ok) return;
        expect(text.slice(place.value.start, place.value.end)).toBe(text.slice(start, end).trim());
        expect(place.value.start - start).toBe(text.slice(start, end).search(/\S/));
      }),
      { numRuns: 300 },
    );
  });

  it('ignores typography', () => {
    const set = text.replaceAll(' ', '\u00a0 \n').replaceAll('the', 't\u00adhe').replaceAll('.', '.\u200b');
    expect(found(set, middle)?.replaceAll(/[\u00a0\n\u00ad\u200b ]+/g, '')).toBe(middle.replaceAll(' ', ''));
  });

  it('follows a passage whose paragraph moved', () => {
    const moved = [...paragraphs.slice(6), 'A word from our sponsor. '.repeat(30), ...paragraphs.slice(0, 6)].join(
      '\n',
    );
    expect(found(moved, middle)).toBe(middle);
  });

  it('finds a passage with words changed, left out and inserted', () => {
    const words = middle.split(' ');
    words.splice(3, 1, 'entirely', 'different');
    const changed = words.join(' ');
    expect(found(text.replace(middle, changed), middle)).toBe(changed);
  });

  it('finds a passage with a paragraph inserted into it', () => {
    const two = `${sentences[33]} ${sentences[34]}`;
    const cut = `${sentences[33]}\n${'Subscribe to read more of this. '.repeat(12)}\n${sentences[34]}`;
    expect(found(text.replace(two, cut), two)).toBe(cut);
  });

  it('distinguishes copies by their context', () => {
    const again = text.replace(sentences[10] ?? '', middle).replace(sentences[50] ?? '', middle);
    const place = locateQuote(again, quoteOf(middle));
    expect(place.ok && again.slice(0, place.value.start).endsWith(`${sentences[31]} `)).toBe(true);
  });

  it('finds Chinese, which has no spaces between words', () => {
    const chinese =
      '促进共同富裕是社会主义的本质要求。我们要增强发展的平衡性、协调性和包容性，着力扩大中等收入群体规模。要加强对高收入的规范和调节。';
    const start = chinese.indexOf('增强');
    const quote = describeQuote(chinese, start, start + 16);
    const changed = `前言。${chinese.replace('发展的平衡性', '区域发展之平衡性')}`;
    const place = locateQuote(changed, quote);
    expect(place.ok && changed.slice(place.value.start, place.value.end)).toBe('增强区域发展之平衡性、协调性和包容性');
  });

  it('reports that a passage is gone', () => {
    const gone = 'Zebras quarrel over philosophy beneath violet umbrellas.';
    const before = text.replace(middle, gone);
    const start = before.indexOf(gone);
    const quote = describeQuote(before, start, start + gone.length);
    expect(locateQuote(text.replace(middle, ''), quote)).toEqual({ ok: false, error: { kind: 'quote-lost' } });
    expect(found('Nothing of the kind was ever written here.', middle)).toBeNull();
    expect(found('', middle)).toBeNull();
  });

  it('reports a quote without letters as lost', () => {
    expect(locateQuote(text, { exact: ' \n', prefix: '', suffix: '', start: 3 })).toMatchObject({ ok: false });
  });

  it('accepts any text and any quote', () => {
    const any = fc.string({ unit: 'binary', maxLength: 300 });
    fc.assert(
      fc.property(any, any, any, any, fc.integer(), (where, exact, prefix, suffix, start) => {
        const place = locateQuote(where, { exact, prefix, suffix, start });
        if (!place.ok) return;
        expect(place.value.start).toBeGreaterThanOrEqual(0);
        expect(place.value.end).toBeGreaterThan(place.value.start);
        expect(place.value.end).toBeLessThanOrEqual(where.length);
      }),
    );
  });
});
