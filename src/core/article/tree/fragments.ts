/**
 * Connects the links within an article to their targets, so every footnote mark leads to its note and no link is dead.
 */
import type { ArticleElement, ArticleNode } from '../article.ts';

function* elementsOf(tree: ArticleElement): Generator<ArticleElement> {
  const todo: ArticleNode[] = [tree];
  for (let node = todo.pop(); node !== undefined; node = todo.pop()) {
    if (typeof node === 'string') continue;
    yield node;
    for (let at = node.children.length - 1; at >= 0; at--) todo.push(node.children[at] ?? '');
  }
}

/** The id that an address points at within the page; undefined if it leads away. */
function fragmentIn(href: string, url: string): string | undefined {
  const at = href.indexOf('#');
  if (at < 0 || (at > 0 && href.slice(0, at) !== url.replace(/#.*$/, ''))) return undefined;
  try {
    return decodeURIComponent(href.slice(at + 1));
  } catch {
    return href.slice(at + 1);
  }
}

/** What the mark of a note says, and the shortest id that no other page is likely to have as well. */
const MARK = /^[[(]?\d{1,3}[\])]?$/;
const SHORTEST_ID = 4;

/**
 * The id that a footnote mark links to if the page's own address differs from the one it was read from, as in an
 * archive, a print view or under a shortened address.
 */
function fragmentOfMark(link: ArticleElement): string | undefined {
  const id = /#([^#]+)$/.exec(link.attributes?.href ?? '')?.[1];
  const says = link.children.map((child) => (typeof child === 'string' ? child : '')).join('');
  return id !== undefined && id.length >= SHORTEST_ID && MARK.test(says.trim()) ? id : undefined;
}

/**
 * Makes links to the page's own address links within the tree, gives their targets an id, and leaves out the address
 * of links whose target is not in the tree. Changes the tree. Linear in its elements.
 *
 * @param anchors ids of the page without an element in the tree, and the elements that stand at their place
 * @param url of the page
 */
export function joinFragments(tree: ArticleElement, anchors: ReadonlyMap<string, ArticleElement>, url: string): void {
  const ids = new Set<string>();
  for (const { attributes } of elementsOf(tree)) if (attributes?.id) ids.add(attributes.id);
  for (const element of elementsOf(tree)) {
    const { attributes } = element;
    if (attributes?.href === undefined) continue;
    const elsewhere = fragmentOfMark(element);
    const isMark = elsewhere !== undefined && (ids.has(elsewhere) || anchors.has(elsewhere));
    const id = fragmentIn(attributes.href, url) ?? (isMark ? elsewhere : undefined);
    if (id === undefined) continue;
    const target = ids.has(id) ? id : placeOf(id, anchors, ids);
    if (target === undefined) delete attributes.href;
    else attributes.href = `#${target}`;
  }
}

/** The id of the element in the tree for an id of the page; an element without an id gets one. */
function placeOf(id: string, anchors: ReadonlyMap<string, ArticleElement>, ids: Set<string>): string | undefined {
  const element = anchors.get(id);
  if (!element || !/^[^\s"'<>]{1,200}$/.test(id)) return undefined;
  element.attributes ??= {};
  element.attributes.id ??= id;
  ids.add(element.attributes.id);
  return element.attributes.id;
}
