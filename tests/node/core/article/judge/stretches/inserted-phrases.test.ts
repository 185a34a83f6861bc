/** inserted-phrases: distinguishes a site's own lines from those of an article, in many languages. */
import { describe, expect, it } from 'vitest';
import {
  isInserted,
  isLeadAlone,
  phraseKind,
} from '../../../../../../src/core/article/judge/stretches/inserted-phrases.ts';
import { labelOf } from '../../../../../../src/core/article/judge/snapshot.ts';
import table from '../../../../../../src/core/article/judge/stretches/inserted-phrases.json';
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
  it('finds each phrase with a capital at its start, and all in capitals', () => {
    const { lead, call, notice } = table;
    for (const [language, text] of [lead, call, notice].flatMap((list) =>
      Object.entries(list).flatMap(([name, texts]) => texts.map((one) => [name, one] as const)),
    )) {
      const upper = (part: string) => (language === 'tr' ? part.replaceAll('i', 'İ') : part).toUpperCase();
      for (const written of [text, upper(text.slice(0, 1)) + text.slice(1), upper(text)])
        expect(phraseKind(lineOf(written), none), written).toBeDefined();
    }
  });
  it('finds nothing in prose, in quotations, and on the subject of the title', () => {
    expect(
      phraseKind(lineOf('The keeper wrote into his book how much oil each night had taken.'), none),
    ).toBeUndefined();
    expect(phraseKind(lineOf('“Follow us on the map,” said the captain.'), none)).toBeUndefined();
    const title = lineOf('Read also, a history of a label').words;
    expect(phraseKind(lineOf('Read also: a label'), title)).toBeUndefined();
  });
});

describe('isInserted', () => {
  it("requires a label's punctuation after a phrase that introduces another article", () => {
    expect(isInserted(lineOf('Read also: How to prune old apple trees', true), 'p', none)).toBe(true);
    expect(isInserted(lineOf('See also the chapter on pruning'), 'p', none)).toBe(false);
  });
  it('accepts a single word as a label only if no sentence or list of facts follows', () => {
    const told = (text: string, tag = 'p') => {
      const [run] = snapshotOf(['body', [tag, { text, ...labelOf(text) }]]).runs;
      return run && isInserted(run, tag, none);
    };
    expect(told('WATCH: A bridge opens twice a day (2:31)')).toBe(true);
    expect(told('Βίντεο: Η γέφυρα άνοιξε ξανά')).toBe(true);
    expect(told('[영상] 다리가 다시 열렸다')).toBe(true);
    expect(told('Video: the harbour at low water, filmed by the author.')).toBe(false);
    expect(told('Video: 4K, 30 pictures a second', 'li')).toBe(false);
    expect(told('Video games: why old ones last')).toBe(false);
  });
  it('recognises the disclaimer that the views are the author’s, which the forests do not look for', () => {
    for (const text of [
      'The views expressed above are the author’s own and do not represent the views of this website.',
      'Τα κείμενα εκφράζουν τους συντάκτες τους και όχι απαραίτητα την ιστοσελίδα.',
      '特别声明：本文仅代表作者个人观点，与本网站立场无关。',
    ])
      expect(isInserted(lineOf(text), 'p', none), text).toBe(true);
    expect(phraseKind(lineOf('These do not represent the views of this website.'), none)).toBeUndefined();
    expect(isInserted(lineOf('The views from the tower are the best of the whole coast.'), 'p', none)).toBe(false);
  });
  it('keeps sentences that quote such a phrase', () => {
    const quoting =
      'Newsletters are the other way round. Whoever writes “Sign up for our newsletter” gets fewer addresses than ' +
      'somebody who asks a question, as every editor whom we talked to for this story has found out by now.';
    expect(isInserted(lineOf(quoting), 'p', none)).toBe(false);
  });
  it("keeps headings, list items with instructions, and an author's sources", () => {
    expect(isInserted(lineOf('Sign up for our newsletter'), 'h2', none)).toBe(false);
    expect(isInserted(lineOf('Sign up for our newsletter'), 'li', none)).toBe(false);
    expect(isInserted(lineOf('See also: M. Hollis, A Short History of Tides. Penrose, 2009.', true), 'p', none)).toBe(
      false,
    );
  });
});

describe('isLeadAlone', () => {
  it('recognises a lead-in without anything after it, in several scripts', () => {
    for (const text of ['Read also:', 'Διαβάστε επίσης:', 'ПО ТЕМЕ', 'Читайте также:', '相关阅读：', '관련기사'])
      expect(isLeadAlone(lineOf(text), none), text).toBe(true);
    for (const text of ['Read also: How to prune', 'See also the chapter on pruning', 'Read also.', 'Pruning'])
      expect(isLeadAlone(lineOf(text), none), text).toBe(false);
  });
});
