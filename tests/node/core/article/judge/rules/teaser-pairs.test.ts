/** markStrays: a title that goes takes its excerpt with it, and nothing else. */
import { describe, expect, it } from 'vitest';
import { markStrays } from '../../../../../../src/core/article/judge/rules/teaser-pairs.ts';
import type { SnapshotRun } from '../../../../../../src/core/article/judge/snapshot.ts';
import { profile } from '../../../../../../src/core/article/judge/features/text-profile.ts';

const hash = (text: string) => [...text].reduce((sum, one) => (sum * 31 + (one.codePointAt(0) ?? 0)) | 0, 7);
const bone = (text: string): SnapshotRun => ({
  ...profile(text),
  ...{
    box: 0,
    chars: text.replace(/\s/g, '').length,
    linkChars: 0,
    strongChars: 0,
    buttonChars: 0,
    links: 0,
    images: 0,
  },
  ...{
    hasTime: false,
    hidden: false,
    unseen: false,
    trails: false,
    preformatted: false,
    hash: hash(text),
    hrefHash: 0,
  },
});
const whole =
  'The ferry crossed the bay before dawn, and the harbour master wrote its name into the ledger of the day.';
const cut = 'Apple trees that have not been pruned for many years grow dense crowns in which the fruit stays small and';
const title = 'How to prune old apple trees';
const goes = (texts: string[], stray: number[]) => [
  ...markStrays(
    texts.map(bone),
    texts.map(() => true),
    Float32Array.from(stray),
  ),
];

describe('markStrays', () => {
  it('lets go what is stray by itself', () => {
    expect(goes([whole, title, title, whole], [0.1, 0.8, 0.8, 0.1])).toEqual([0, 1, 1, 0]);
    expect(goes([whole, title, whole], [0.1, 0.97, 0.1])).toEqual([0, 1, 0]);
  });

  it('lets a broken-off excerpt go with the title above it, at the end or before the next teaser', () => {
    expect(goes([whole, title, cut], [0.1, 0.8, 0.2])).toEqual([0, 1, 1]);
    expect(goes([whole, title, cut, title, cut], [0.1, 0.8, 0.2, 0.9, 0.1])).toEqual([0, 1, 1, 1, 1]);
  });

  it('keeps a heading or a lead-in within the article, unless all speaks against it', () => {
    expect(goes([whole, title, whole], [0.1, 0.7, 0.1])).toEqual([0, 0, 0]);
    expect(goes([whole, title, 'It takes three things:', whole], [0.1, 0.7, 0.62, 0.1])).toEqual([0, 0, 0, 0]);
    expect(goes([whole, title], [0.1, 0.7])).toEqual([0, 1]);
  });

  it('keeps a whole paragraph after a teaser, and a broken one among the article', () => {
    expect(goes([whole, title, whole], [0.1, 0.97, 0.3])).toEqual([0, 1, 0]);
    expect(goes([whole, title, cut, whole], [0.1, 0.97, 0.2, 0.1])).toEqual([0, 1, 0, 0]);
    expect(goes([whole, cut, whole], [0.1, 0.2, 0.1])).toEqual([0, 0, 0]);
  });

  it('gives back a paragraph that went only for the teasers beside it', () => {
    const other = `${whole} Nobody had asked for it.`;
    const third = `Later that week ${whole}`;
    expect(goes([whole, title, other, third, whole], [0.1, 0.98, 0.97, 0.6, 0.1])).toEqual([0, 1, 1, 0, 0]);
    expect(goes([whole, other, title, title, whole], [0.1, 0.6, 0.98, 0.98, 0.1])).toEqual([0, 0, 1, 1, 0]);
    expect(goes([whole, title, other, third, whole], [0.1, 0.98, 0.97, 0.8, 0.1])).toEqual([0, 1, 1, 1, 0]);
    expect(goes([whole, title, other, whole], [0.1, 0.98, 0.6, 0.1])).toEqual([0, 1, 1, 0]);
  });

  it('keeps a lone sentence that is one link, and lets a linked title go', () => {
    const linked = (text: string): SnapshotRun => ({
      ...bone(text),
      links: 1,
      linkChars: text.replace(/\s/g, '').length,
    });
    const lone = (text: string, stray: number) =>
      markStrays([bone(whole), linked(text), bone(whole)], [true, true, true], Float32Array.of(0.1, stray, 0.1))[1];
    expect(lone('Here are pictures of what came of it:', 0.6)).toBe(0);
    expect(lone('The town still talks about it.', 0.6)).toBe(0);
    expect(lone('The town still talks about it.', 0.8)).toBe(1);
    expect(lone(title, 0.6)).toBe(1);
  });
});
