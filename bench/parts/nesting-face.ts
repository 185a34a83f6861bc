/** The browser part of `nesting.mjs`: finds the faults in the tree that Lede makes of a page. */
import { read } from '../../src/core/article/read.ts';
import { faultsOf } from '../../tests/fixtures/nesting.ts';

/** The faults of a page's tree; null if there is no article. */
export function nestingOf(html: string, url: string): string[] | null {
  const answer = read(new DOMParser().parseFromString(html, 'text/html'), { url, contentType: 'text/html' });
  return answer.ok ? faultsOf(answer.value) : null;
}
