/**
 * reasons: one correct reason for each removed line: its own kind comes before the names of its boxes, and these before
 * its look.
 */
import { describe, expect, it } from 'vitest';
import {
  type RunFeature,
  RUN_FEATURE_NAMES,
  RUN_WIDTH,
} from '../../../../../src/core/article/judge/features/feature-list.ts';
import { reasonOf } from '../../../../../src/core/article/judge/reasons.ts';
import { type Line, type Part, snapshotOf } from '../../../../fakes/snapshot.ts';

interface Case {
  box?: string;
  inside?: boolean;
  facts?: Partial<Record<RunFeature, number>>;
}
function reason(line: Line, { box = 'div', inside = true, facts = {} }: Case = {}): string {
  const body: Part = ['body', [box, ['p', line]]];
  const row = new Float32Array(RUN_WIDTH);
  for (const [feature, value] of Object.entries(facts))
    row[RUN_FEATURE_NAMES.findIndex((name) => name === feature)] = value;
  return reasonOf(snapshotOf(body), row, 0, inside);
}
const link = (text: string): Line => ({ text, linked: true });
const outside = { inside: false };

describe('reasonOf', () => {
  it('gives "hidden" for what the page hides, whatever else it is', () => {
    expect(reason({ text: 'Share', hidden: true }, { box: 'div.share', facts: { isTitle: 1 } })).toBe('hidden');
  });
  it('recognises a repeated title, but not a link with the same words', () => {
    expect(reason('The ferry', { facts: { isTitle: 1 } })).toBe('repeats-title');
    expect(reason(link('The ferry crosses the strait'), { facts: { isTitle: 1 } })).toBe('links-elsewhere');
    expect(reason(link('The ferry crosses'), { facts: { copyBeside: 1 } })).toBe('repeats-title');
  });
  it.each(['Storm breaks the pier | weather | coast', '风暴毁了码头｜天气｜海岸', 'Шторм сломал причал | погода'])(
    'recognises a title with tags: %s',
    (text) => expect(reason(text)).toBe('tag-line'),
  );
  it('does not mistake a sentence with a bar for a title', () => {
    expect(reason('He wrote: tide | wind, and closed the book.')).not.toBe('tag-line');
    expect(reason('Average rating 5 / 5')).not.toBe('tag-line');
    expect(reason({ text: '- sensor: pier - depth', preformatted: true })).not.toBe('tag-line');
  });
  it.each([
    ['div.comments', 'comments'],
    ['div.disqus', 'comments'],
    ['div.social', 'sharing'],
    ['div.newsletter', 'promotion'],
    ['div.sponsored', 'promotion'],
    ['footer', 'notice'],
    ['div.cookie', 'notice'],
    ['nav', 'navigation'],
    ['div.role=navigation', 'navigation'],
    ['div.byline', 'byline'],
  ])('believes what the box is called: %s', (box, word) => {
    expect(reason('小さな港', { box })).toBe(word);
    expect(reason(link('a long enough title of a page'), { box, inside: false })).toBe(word);
  });
  it('matches names of classes only as whole words', () => {
    expect(reason('a', { box: 'div.shareholders' })).toBe('other-topic');
    expect(reason('a', { box: 'div.adventure' })).toBe('other-topic');
  });
  it('looks at more ancestors outside the article than inside', () => {
    const deep: Part = ['body', ['div.social', ['div', ['div', ['div', ['div', ['p', 'Hi']]]]]]];
    const row = new Float32Array(RUN_WIDTH);
    expect(reasonOf(snapshotOf(deep), row, 0, false)).toBe('sharing');
    expect(reasonOf(snapshotOf(deep), row, 0, true)).toBe('other-topic');
  });
  it('distinguishes links to articles from menu items, and one of many cards from a single link', () => {
    expect(reason(link('Herring return to the northern bay'), outside)).toBe('links-elsewhere');
    expect(reason(link('Herring return to the northern bay'), { ...outside, facts: { cards: 5 } })).toBe(
      'repeated-card',
    );
    expect(reason(link('Sport'), outside)).toBe('navigation');
    expect(reason(link('Sport'))).toBe('navigation');
  });
  it('recognises an excerpt that is truncated, but not a complete one', () => {
    const text =
      'The herring came back to the northern bay this spring after eleven years and nobody there can say for certain';
    expect(reason(`${text} ${text} …`)).toBe('breaks-off');
    expect(reason(`${text} ${text}.`)).toBe('other-topic');
  });
  it('recognises dates, counts, cards and foreign words inside the article, and menus outside it', () => {
    expect(reason({ text: 'Monday', hasTime: true })).toBe('byline');
    expect(reason('2024-05-06 07:08')).toBe('byline');
    expect(reason('$390 each')).not.toBe('byline');
    expect(reason('Rye bread', { facts: { cards: 4, cardLink: 0.5 } })).toBe('repeated-card');
    expect(reason('Rye bread')).toBe('other-topic');
    expect(reason('Rye bread', outside)).toBe('navigation');
  });
  it('gives a reason even for a missing line', () => {
    expect(reasonOf(snapshotOf(['body']), new Float32Array(0), 3, true)).toBe('navigation');
  });
});
