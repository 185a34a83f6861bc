import { describe, expect, it } from 'vitest';
import { isFurniture } from '../../../../../src/core/digest/outline/furniture.ts';

describe('isFurniture', () => {
  it.each([
    'Table of Contents',
    'Related: Students aren’t benefiting much from tutoring',
    'Related articles',
    'About the Author',
    'Leave a comment',
    'Subscribe to our newsletter',
    'Join 800,000+ subscribers to get regular emails on neuroscience',
    'Platform\tTrustpilot rating\tFeedback',
    '(SOUNDBITE OF ARCHIVED RECORDING)',
    '“They came on time, were kind to the children, and left the kitchen cleaner than they had found it.”',
    'Inhaltsverzeichnis',
    'À lire aussi',
    'Читайте также: Ухудшение памяти предвещает инсульт',
    'Spis treści',
    '相关阅读',
    '目次',
    '관련 기사',
    'اقرأ أيضا',
    'Written by Cassidy Horton',
    'Article written by:',
    'Reviewed by',
    'Geschrieben von Anna Müller',
    'Автор: Анна Иванова',
    '作者：王小明',
    'Über die Autorin',
    'À propos de l’autrice',
    'Sobre la autora',
    '著者紹介',
    '저자 소개',
    'عن الكاتب',
    'Testimonials',
    'What our clients say',
    'Kundenstimmen',
    'Отзывы клиентов',
    'お客様の声',
    '“They came on time and left nothing behind.” — Jane D., Boston',
    '“Start Quote',
    'Rank University Location',
    '# Name Price Rating',
    'Rang Universität Land',
    'Puesto Universidad País',
    'Место Университет Город',
    '排名 大学 国家',
    '順位 大学名 所在地',
  ])('is a page’s own: %s', (line) => expect(isFurniture(line)).toBe(true));
  it.each([
    'Contents of the first aid box',
    'How to share a screen',
    'The author’s three rules',
    'Comments in code',
    'Related work',
    'Subscribers are falling',
    'Contact lenses and their care',
    '“Good enough” metadata wasn’t good enough',
    '目录服务的设计',
    'Содержание жиров в молоке',
    '1. Read the manual',
    'Written communication',
    'Written by hand: why it still matters',
    'Why by-lines matter',
    'Location, price and size',
    'University location',
    'Price range',
    'Company name ideas',
    'Meet your goals',
    'The author of the law',
    '“Good enough” — a motto',
    'Автор и его герой',
    '作者的意图',
    'Posted prices',
  ])('is a section: %s', (line) => expect(isFurniture(line)).toBe(false));
});

describe('a line made to be slow', () => {
  it.each([
    ['a column’s name again and again', `${'note '.repeat(2000)}x`],
    ['capitals after a label', `Author: ${'A'.repeat(20_000)}!`],
    ['a rule between two letters', `a${'-'.repeat(100_000)}b`],
  ])('takes no longer than any other: %s', (_what, line) => {
    const started = performance.now();
    expect(isFurniture(line)).toBe(false);
    expect(performance.now() - started).toBeLessThan(500);
  });
});
