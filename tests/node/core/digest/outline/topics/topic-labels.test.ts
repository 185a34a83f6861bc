import { describe, expect, it } from 'vitest';
import type { BlockKind } from '../../../../../../src/core/article/article.ts';
import {
  openingSentence,
  phraseLabel,
  sentenceLabel,
} from '../../../../../../src/core/digest/outline/topics/topic-labels.ts';
import { articleOf } from '../../../../../fakes/article-of.ts';

const HEAVY = new Set(['harbour', 'seals', 'hafen', 'robben', 'порт', 'тюлени']);
const weight = (term: string) => (HEAVY.has(term) ? 1 : 0);

const opening = (text: string, language = 'en', kind: BlockKind = 'paragraph') => {
  const range = openingSentence({ text, title: '' }, { kind, start: 0, end: text.length }, language);
  return range && text.slice(...range);
};

describe('openingSentence', () => {
  it('is the whole first sentence without its full stop', () => {
    expect(opening('Seals have come back to the harbour. Nobody knew why.')).toBe(
      'Seals have come back to the harbour',
    );
    expect(opening('Robben leben wieder im Hafen. Keiner weiß warum.', 'de')).toBe('Robben leben wieder im Hafen');
    expect(opening('5. Count the seals of the harbour')).toBe('5. Count the seals of the harbour');
    expect(opening('海豹又回到了港口的岸边。没有人知道原因。', 'zh')).toBe('海豹又回到了港口的岸边');
  });
  it.each([
    'If the harbour is warm, its seals stay.',
    'While seals sleep in the harbour, boats go round them.',
    'In winter, seals sleep in the harbour.',
    'You can see seals in the harbour.',
    'The most obvious change is that seals live in the harbour.',
    'Boats went round these seals in the harbour.',
    'Yesterday we saw seals in the harbour.',
    'Example: seals in the harbour of the town.',
    'harbour.seals = new Seals({ count: 5 });',
    'Harbour\tSeals\tBoats and people of the town.',
    '2021-08-09 Seals in the harbour of the town.',
    'Are there seals in the harbour?',
    'Read my review of the harbour and its seals.',
    'Image provided by the harbour of the seals.',
    'The writer has no position in any of the harbours.',
    'Following are a few seals of the harbour.',
    'Seals in a harbour are a funny thing.',
    'Especially the seals of the harbour.',
    '94% of all seals live in the harbour.',
    '2) Seals of the harbour are grey. They are many.',
    'Seals live in the harbour at 201 E. Main Street.',
  ])('is not %s', (text) => expect(opening(text)).toBeUndefined());
  it.each([
    ['de', 'Lesen Sie hier mehr über die Robben im Hafen.'],
    ['fr', 'En hiver, les phoques dorment dans le port.'],
    ['es', 'Las focas son la cosa más rara del puerto.'],
    ['ru', 'Читайте также о тюленях в порту.'],
    ['pl', 'Czasami foki śpią w porcie.'],
    ['el', 'Πού κοιμούνται οι φώκιες; Κοιμούνται στο λιμάνι.'],
    ['zh', '近年来，海豹又回到了港口的岸边。'],
    ['ar', 'اقرأ أيضا عن الفقمات في الميناء.'],
  ])('is not, in %s, %s', (language, text) => expect(opening(text, language)).toBeUndefined());
  it('is not from a list or a caption', () => {
    expect(opening('Seals have come back to the harbour.', 'en', 'item')).toBeUndefined();
    expect(opening('Seals have come back to the harbour.', 'en', 'caption')).toBeUndefined();
  });
  it('is not one that is cut at a comma or within a phrase', () => {
    const long = `Seals of the harbour, ${'boats of every kind and colour and '.repeat(5)}people.`;
    expect(opening(long)).toBeUndefined();
  });
});

describe('sentenceLabel', () => {
  const labelled = (text: string) => {
    const { blocks } = articleOf(text);
    const range = sentenceLabel(
      text,
      0,
      blocks.map(({ start, end }) => [start, end]),
      weight,
    );
    return range && text.slice(...range);
  };
  const NAMED = 'Seals have come back to the harbour';
  it('is the line at the start that says most', () => {
    expect(labelled(`It was cold\n${NAMED}\nNobody knew why`)).toBe(NAMED);
  });
  it('is not one that the text repeats, nor one far in, nor one that says nothing about the part', () => {
    expect(labelled(`${NAMED}\n${NAMED}`)).toBeUndefined();
    expect(labelled(`${'It was cold '.repeat(20)}\n${NAMED}`)).toBeUndefined();
    expect(labelled('It was cold\nNobody knew why')).toBeUndefined();
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
