import { describe, expect, it } from 'vitest';
import { readHead } from '../../../../../src/core/article/metadata/head.ts';
import { asShown, changedOf, dateInAddress, publishedOf } from '../../../../../src/core/article/metadata/told-dates.ts';

const page = (html: string) => new DOMParser().parseFromString(html, 'text/html');
const headOf = (html: string) => readHead(page(html), 'https://lark.example/');

describe('told dates', () => {
  it('distinguishes the date of publication from that of the last change', () => {
    const head = headOf(
      '<meta property="article:modified_time" content="2024-06-01"><meta name="pubdate" content="2024-05-03">',
    );
    expect([publishedOf(head, 'en'), changedOf(head, 'en')]).toEqual(['2024-05-03', '2024-06-01']);
  });
  it('reads the date in an address', () => {
    expect(dateInAddress('https://lark.example/2024/04/13/bees')).toBe('2024-04-13');
    expect(dateInAddress('https://lark.example/20240413/')).toBe('2024-04-13');
    expect(dateInAddress('https://lark.example/2024/13/13/')).toBeUndefined();
  });
});

describe('asShown', () => {
  const late = '2024-05-04T02:41:00Z';
  const shown = (date: string, html = '', url = 'https://lark.example/bees') => asShown(page(html), date, url, 'en');
  it('gives the local date of an evening, from the address or from the page', () => {
    expect(shown(late, '', 'https://lark.example/2024/05/03/bees')).toBe('2024-05-03');
    expect(shown(late, '<time datetime="2024-05-03T22:41:00-04:00">May 3, 2024</time>')).toBe('2024-05-03');
  });
  it('keeps a date that nothing contradicts, or that only an unrelated date contradicts', () => {
    expect(shown(late)).toBe(late);
    expect(shown(late, '', 'https://lark.example/2023/05/03/bees')).toBe(late);
    expect(shown('2024-05-04T02:41:00+02:00', '', 'https://lark.example/2024/05/03/bees')).toBe(
      '2024-05-04T02:41:00+02:00',
    );
    expect(shown(late, '<time datetime="2024-05-03T20:00:00-04:00">May 3, 2024</time>')).toBe(late);
  });
});
