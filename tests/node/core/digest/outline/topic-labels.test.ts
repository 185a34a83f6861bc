import { describe, expect, it } from 'vitest';
import { phraseLabel, sentenceLabel } from '../../../../../src/core/digest/outline/topic-labels.ts';

const HEAVY = new Set(['harbour', 'seals', 'hafen', 'robben', 'порт', 'тюлени']);
const weight = (term: string) => (HEAVY.has(term) ? 1 : 0);

const sentence = (text: string, language = 'en') => {
  const range = sentenceLabel({ text, title: '' }, 0, text.length, language, weight);
  return range && text.slice(...range);
};

describe('sentenceLabel', () => {
  const NAMED = 'Seals have come back to the harbour.';
  it('is a whole sentence without its full stop', () => {
    expect(sentence(`It was cold. ${NAMED} Nobody knew why.`)).toBe('Seals have come back to the harbour');
    expect(sentence('Der Winter war kalt. Robben leben wieder im Hafen.', 'de')).toBe('Robben leben wieder im Hafen');
  });
  it.each([
    'If the harbour is warm, its seals stay.',
    'While seals sleep in the harbour, boats go round them.',
    'You can see seals in the harbour.',
    'The most obvious change is that seals live in the harbour.',
    'Boats went round these seals in the harbour.',
    'Yesterday we saw seals in the harbour.',
    'Example: seals in the harbour of the town.',
    'harbour.seals = new Seals({ count: 5 });',
    'Harbour\tSeals\tBoats and people of the town.',
    '2021-08-09 Seals in the harbour of the town.',
    'Are there seals in the harbour?',
  ])('is not %s', (text) => expect(sentence(text)).toBeUndefined());
  it('is not one that the text repeats', () => expect(sentence(`${NAMED} ${NAMED}`)).toBeUndefined());
  it('is not one that is cut at a comma or within a phrase', () => {
    const long = `Seals of the harbour, ${'boats of every kind and colour and '.repeat(5)}people.`;
    expect(sentence(long)).toBeUndefined();
  });
});

describe('phraseLabel', () => {
  const heavy = (term: string) => (['default', 'mode', 'network'].includes(term) ? 1 : 0);
  const phrase = (times: number) => {
    const text = 'Now the default mode network rests. '.repeat(times);
    const range = phraseLabel(text, 0, text.length, 'en', 1, heavy);
    return range && text.slice(...range);
  };
  it('is a phrase that occurs three times', () => {
    expect(phrase(3)).toBe('default mode network');
    expect(phrase(2)).toBeUndefined();
  });
});
