/** among-kept: its position alone keeps a list or table only inside kept text, after some of it or with a caption. */
import { describe, expect, it } from 'vitest';
import { boxWithText, isAmongKept } from '../../../../../../src/core/article/judge/kept/among-kept.ts';
import { keptChars } from '../../../../../../src/core/article/judge/kept/kept-text.ts';
import { isSaid, judgedPage, said, verdictsOf } from '../../../../../fakes/judged-page.ts';

const LIST = '<ul><li>Herring</li><li>Sprat</li></ul>';

/** Whether the list of a page is among kept text, if the judge gives its lines `score01`. */
function among(html: string, score01 = 0.3): boolean {
  const { page } = judgedPage(html);
  const verdicts = verdictsOf(page, isSaid, score01);
  const list = page.boxes.find(({ tag }) => tag === 'ul');
  if (!list) throw new Error('no list');
  return isAmongKept(list, verdicts, keptChars(page, verdicts));
}

describe('a list', () => {
  it('is among kept text if it follows a paragraph of it, not before all of it', () => {
    expect(among(`<main>${said()}${LIST}${said()}</main>`)).toBe(true);
    expect(among(`<main>${LIST}${said()}${said()}</main>`)).toBe(false);
  });

  it('is not if little of the text around it is kept, or if the judge doubts it', () => {
    expect(among(`<main><p>Short.</p>${LIST}</main>`)).toBe(false);
    const dropped = '<p>Other words that nobody keeps, said at length. </p>'.repeat(20);
    expect(among(`<main>${said()}${LIST}${dropped}</main>`)).toBe(false);
    expect(among(`<main>${said()}${LIST}${said()}</main>`, 0.1)).toBe(false);
  });

  it('has no text next to it in an aside', () => {
    const { page } = judgedPage(`<main>${said()}<aside>${LIST}</aside></main>`);
    const list = page.boxes.find(({ tag }) => tag === 'ul');
    expect(list && boxWithText(list)).toBeUndefined();
  });
});
