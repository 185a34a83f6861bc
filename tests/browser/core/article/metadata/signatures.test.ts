import { describe, expect, it } from 'vitest';
import { readSignatures } from '../../../../../src/core/article/metadata/signatures.ts';

const read = (html: string, lang = 'en') =>
  readSignatures(new DOMParser().parseFromString(html, 'text/html'), undefined, lang);

describe('readSignatures', () => {
  it.each([
    ['<p>The end.</p><p>Written by Jane Doe</p>', 'Jane Doe'],
    ['<p>The end.</p><p>Written by <a href="/jane">Jane Doe</a></p>', 'Jane Doe'],
    ['<div><h3>Author</h3><p>Jane Doe</p></div>', 'Jane Doe'],
    ['<dt>Information provided by (Responsible Party):</dt><dd>Harbour Institute</dd>', 'Harbour Institute'],
    ['<p>作者：王小明</p>', '王小明'],
    ['<p>Written by Jane Doe</p><div class="comments"><p>Written by Ann Other</p></div>', 'Jane Doe'],
  ])('finds the author: %s', (html, author) => expect(read(html).author).toBe(author));
  it.each([
    '<p>Written by Jane Doe</p><p>Written by John Roe</p>',
    '<table><tr><th>Author</th><th>Year</th></tr></table>',
    '<p>Written by hand, and read at sea by all who cared to know what the winter had brought with it.</p>',
  ])('finds none where there is none, or more than one: %s', (html) => expect(read(html).author).toBeUndefined());
  it('finds the date under its label', () => {
    expect(read('<dl><dt>配信開始日</dt><dd>2019/3/5</dd><dt>発行日</dt><dd>2019/3/5</dd></dl>', 'ja').date).toBe(
      '2019-03-05',
    );
    expect(read('<p>Posted on the 15/12/2025 at 19:00 by Jane</p>').date).toBe('2025-12-15T19:00');
    expect(read('<p>Published</p><p>3 May 2024</p><p>Published</p><p>4 May 2024</p>').date).toBeUndefined();
  });
});
