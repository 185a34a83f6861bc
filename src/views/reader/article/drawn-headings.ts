/** Styles lines as headings that the page only formats like headings, to match the outline. */
import { useLayoutEffect } from 'preact/hooks';
import type { Article } from '../../../core/article/article.ts';
import type { Digest, OutlineNode } from '../../../core/digest/digest.ts';
import { blockAt, elementOf } from './block-range.ts';

/** The positions of headings that are only recognisable by how they are rendered. */
function startsOf(nodes: readonly OutlineNode[]): number[] {
  return nodes.flatMap(({ source, start, children }) => [
    ...(source === 'typographic' ? [start] : []),
    ...startsOf(children),
  ]);
}

/** Marks their elements for as long as this article is shown. */
export function useDrawnHeadings(article: Article, digest: Digest | null, body: HTMLElement | null): void {
  useLayoutEffect(() => {
    const marked = startsOf(digest?.outline ?? []).flatMap((start) => {
      const block = blockAt(article.blocks, start);
      const element = body && article.blocks[block]?.start === start ? elementOf(body, block) : null;
      return element ?? [];
    });
    for (const element of marked) element.classList.add('reader-heading');
    return () => marked.forEach((element) => element.classList.remove('reader-heading'));
  }, [article, digest, body]);
}
