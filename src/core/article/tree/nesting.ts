/** Repairs nesting that HTML does not allow, so a tree can be serialised as HTML and parsed again without change. */
import type { ArticleElement, ArticleNode, Tag } from '../article.ts';
import type { Line } from './kinds.ts';

const HEADING = /^h[1-6]$/;
/** Blocks that no paragraph and no heading can hold. */
const BLOCKS: ReadonlySet<Tag> = new Set<Tag>([
  ...(['div', 'section', 'p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'dl', 'blockquote', 'pre'] as const),
  ...(['figure', 'figcaption', 'details', 'summary', 'table', 'hr'] as const),
]);

const isElement = (node: ArticleNode): node is ArticleElement => typeof node !== 'string';
const holdsBlock = ({ children }: ArticleElement): boolean =>
  children.some((node) => isElement(node) && BLOCKS.has(node.tag));

/** Moves a child of a list that is not an item: a list into the item before it, anything else into a new item. */
function wrapItems(list: ArticleElement): void {
  const items: ArticleNode[] = [];
  for (const child of list.children) {
    const last = items.at(-1);
    if (!isElement(child) || child.tag === 'li') items.push(child);
    else if ((child.tag === 'ul' || child.tag === 'ol') && last !== undefined && isElement(last))
      last.children.push(child);
    else items.push({ tag: 'li', children: [child] });
  }
  list.children.splice(0, list.children.length, ...items);
}

/**
 * Mends a tree: a paragraph that holds paragraphs becomes a `div`, the lines of a heading become headings, and lists
 * hold items alone. Changes the tree and the kinds of `lines`; no text is moved. Linear in the tree.
 */
export function mendNesting(tree: ArticleElement, lines: readonly Line[]): void {
  const headings = new Map<ArticleElement, Tag>();
  const todo: { element: ArticleElement; heading: Tag | undefined }[] = [{ element: tree, heading: undefined }];
  for (let next = todo.pop(); next; next = todo.pop()) {
    const { element } = next;
    let { heading } = next;
    if ((element.tag === 'p' || HEADING.test(element.tag)) && holdsBlock(element)) {
      if (element.tag !== 'p') heading = element.tag;
      element.tag = 'div';
    } else if (heading && element.tag === 'p') {
      element.tag = heading;
      headings.set(element, heading);
    }
    if (element.tag === 'ul' || element.tag === 'ol') wrapItems(element);
    for (const child of element.children) if (isElement(child)) todo.push({ element: child, heading });
  }
  for (const line of lines) {
    const tag = headings.get(line.element);
    if (!tag || line.kind !== 'paragraph') continue;
    line.kind = 'heading';
    line.level = Number(tag[1]);
  }
}
