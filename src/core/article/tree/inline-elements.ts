/** Makes the tree's inline elements: links, emphasis, footnote marks, formulas. */
import type { ArticleElement, Tag } from '../article.ts';
import { attributesFor } from './tags.ts';

/**
 * Adds an inline element to `holder` and answers what its text goes into: the element, `holder` itself where it would
 * say nothing, or the `mtext` of a formula that the page gives as TeX.
 *
 * @param base where relative addresses start
 */
export function inlineElement(tag: Tag, element: Element, holder: ArticleElement, base: string): ArticleElement {
  if (tag === 'span' && !element.hasAttribute('id')) return holder;
  const attributes = attributesFor(element, tag, base);
  if (tag === 'a' && !attributes?.href && !attributes?.id) return holder;
  const made: ArticleElement = { tag, children: [] };
  if (attributes) made.attributes = attributes;
  holder.children.push(made);
  if (tag !== 'math' || element.nodeName.toLowerCase() === 'math') return made;
  const source: ArticleElement = { tag: 'mtext', children: [] };
  made.children.push(source);
  return source;
}
