/** plainParagraphs: where the paragraphs of a plain text begin and end. */
import { describe, expect, it } from 'vitest';
import { plainParagraphs } from '../../../../../src/core/article/page/plain-paragraphs.ts';

const split = (text: string) => [...plainParagraphs(text)].map(({ from, to }) => text.slice(from, to));
const LINE = 'a line of some sixty characters, as a narrow page has them ok';

describe('plainParagraphs', () => {
  it('ends a paragraph at each line end, and skips blank lines', () => {
    expect(split('One.\nTwo.\n\n \nThree.')).toEqual(['One.', 'Two.', 'Three.']);
    expect(split('')).toEqual([]);
  });
  it('treats lines wrapped to one width as one paragraph', () => {
    expect(split(`${LINE}\n${LINE}\nend.\n\nNext.`)).toEqual([`${LINE}\n${LINE}\nend.`, 'Next.']);
  });
});
