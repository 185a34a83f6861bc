import { describe, expect, it } from 'vitest';
import { CONTEXT_LENGTH, describeInArticle, describeQuote } from '../../../../src/core/anchor/quote.ts';

describe('describing a passage', () => {
  const twice = 'The tide came in at noon.';
  const text = `${'Long ago. '.repeat(20)}${twice} ${'And then. '.repeat(20)}${twice}`;

  it('has the words, the context on both sides and the position', () => {
    const start = text.indexOf('The tide');
    const quote = describeQuote(text, start, start + 25, 'High water');
    expect(quote.exact).toBe('The tide came in at noon.');
    expect(quote.prefix).toHaveLength(CONTEXT_LENGTH);
    expect(quote.prefix.endsWith('Long ago. ')).toBe(true);
    expect(quote.suffix.startsWith(' And then.')).toBe(true);
    expect(quote).toMatchObject({ start, heading: 'High water', copy: { index: 0, count: 2 } });
  });

  it('names the heading of the article above it, if there is one', () => {
    const article = {
      text: 'A line before.\nHigh water\nThe tide came in.',
      blocks: [
        { kind: 'paragraph' as const, start: 0, end: 14 },
        { kind: 'heading' as const, level: 2, start: 15, end: 25 },
        { kind: 'paragraph' as const, start: 26, end: 43 },
      ],
    };
    expect(describeInArticle(article, 30, 34)).toMatchObject({ exact: 'tide', heading: 'High water' });
    expect(describeInArticle(article, 2, 6)).not.toHaveProperty('heading');
  });

  it('says which copy it is', () => {
    expect(describeQuote(text, text.lastIndexOf('The tide'), text.length).copy).toEqual({ index: 1, count: 2 });
  });

  it('does not waste context on whitespace', () => {
    const spaced = `alpha beta${'\n\t '.repeat(60)}gamma`;
    expect(describeQuote(spaced, spaced.indexOf('gamma'), spaced.length).prefix).toBe('alpha beta ');
  });

  it('never splits a character', () => {
    const quote = describeQuote(`${'𠮷'.repeat(40)}x${'𠮷'.repeat(40)} `, 80, 81);
    expect(quote.prefix).toBe('𠮷'.repeat(32));
    expect(describeQuote(`a${'𠮷'.repeat(40)}x`, 81, 82).prefix).toBe('𠮷'.repeat(32));
    expect(describeQuote(`x ${'𠮷'.repeat(40)}`, 0, 1).suffix).toBe(` ${'𠮷'.repeat(31)}`);
  });

  it('accepts bounds outside the text', () => {
    expect(describeQuote('abc', -4, 99).exact).toBe('abc');
    expect(describeQuote('abc', 9, 2).exact).toBe('');
  });
});
