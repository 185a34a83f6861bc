/** inserted-phrases: what a site says of itself is told from what an article says, in many languages. */
import { describe, expect, it } from 'vitest';
import { isInserted, phraseKind } from '../../../../../../src/core/article/judge/stretches/inserted-phrases.ts';
import { snapshotOf } from '../../../../../fakes/snapshot.ts';

const lineOf = (text: string, labelled = false) => {
  const [run] = snapshotOf(['body', ['p', { text, labelled }]]).runs;
  return run ?? expect.fail('no run');
};
const none = new Int32Array(0);

describe('phraseKind', () => {
  it.each([
    ['lead', 'Read also: How to prune old apple trees'],
    ['lead', 'İlgili haber: Bursa hanı açıldı'],
    ['lead', 'Baca juga: Harga cabai naik menjelang akhir pekan'],
    ['lead', '相关阅读：未来三天南方雨雪加强'],
    ['call', 'Sign up for our morning newsletter and get five stories'],
    ['call', 'Подписывайтесь на наш канал, чтобы первыми узнавать новости'],
    ['call', 'تابعونا عبر قناتنا في تلغرام'],
    ['notice', 'All rights reserved. No part may be copied.'],
    ['notice', 'Απαγορεύεται η αναδημοσίευση του κειμένου'],
  ])('says %s of "%s"', (kind, text) => {
    expect(phraseKind(lineOf(text), none)).toBe(kind);
  });
  it('says nothing of prose, of what somebody says, and of what the title is about', () => {
    expect(
      phraseKind(lineOf('The keeper wrote into his book how much oil each night had taken.'), none),
    ).toBeUndefined();
    expect(phraseKind(lineOf('“Follow us on the map,” said the captain.'), none)).toBeUndefined();
    const title = lineOf('Read also, a history of a label').words;
    expect(phraseKind(lineOf('Read also: a label'), title)).toBeUndefined();
  });
});

describe('isInserted', () => {
  it('needs the sign of a label after a phrase that names another article', () => {
    expect(isInserted(lineOf('Read also: How to prune old apple trees', true), 'p', none)).toBe(true);
    expect(isInserted(lineOf('See also the chapter on pruning'), 'p', none)).toBe(false);
  });
  it('leaves headings, items that ask for something, and sources that an author gives', () => {
    expect(isInserted(lineOf('Sign up for our newsletter'), 'h2', none)).toBe(false);
    expect(isInserted(lineOf('Sign up for our newsletter'), 'li', none)).toBe(false);
    expect(isInserted(lineOf('See also: M. Hollis, A Short History of Tides. Penrose, 2009.', true), 'p', none)).toBe(
      false,
    );
  });
});
