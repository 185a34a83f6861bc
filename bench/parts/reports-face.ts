/** The browser part of `reports.mjs`: reads the article of a page. */
import type { Article } from '../../src/core/article/article.ts';
import { read } from '../../src/core/article/read.ts';

/** The article of a page's HTML; null if there is none. */
export function articleOf(html: string, url: string): Article | null {
  const answer = read(new DOMParser().parseFromString(html, 'text/html'), { url, contentType: 'text/html' });
  return answer.ok ? answer.value : null;
}
