/** Reads documents and forms whose methods or properties are shadowed by the page's own names (DOM clobbering). */

/**
 * The members of an element that the walk uses. A form control with such a name replaces it (HTML, form named property
 * getter).
 */
const ASKED = [
  'nodeType',
  'nodeName',
  'firstChild',
  'nextSibling',
  'previousSibling',
  'parentNode',
  'shadowRoot',
  'namespaceURI',
  'getAttribute',
  'hasAttribute',
  'hasAttributes',
  'attributes',
  'textContent',
  'parentElement',
  'firstElementChild',
  'nextElementSibling',
  'children',
  'childNodes',
  'querySelector',
  'querySelectorAll',
  'tagName',
  'className',
  'style',
  'id',
  'matches',
  'closest',
  'remove',
  'removeAttribute',
  'setAttribute',
  'innerHTML',
  'localName',
  'appendChild',
  'removeChild',
  'replaceChild',
  'lastChild',
];

/** Whether a node is a form whose own methods or properties are shadowed. */
export function isShadowed(node: Node): boolean {
  const name: unknown = node.nodeName;
  if (typeof name === 'string' && name !== 'FORM') return false;
  return ASKED.some((key) => Object.hasOwn(node, key));
}

/** A property as the browser has it. */
const own = (prototype: object, key: string, of: object): unknown =>
  Object.getOwnPropertyDescriptor(prototype, key)?.get?.call(of);
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'nodeType' in value;
const asNode = (value: unknown): Node | null => (isNode(value) ? value : null);

/** The node after it in its parent. */
export function siblingOf(node: Node): Node | null {
  return asNode(own(Node.prototype, 'nextSibling', node));
}

/** All nodes directly inside it. */
export function childrenOf(node: Node): Node[] {
  const children: Node[] = [];
  for (let child = asNode(own(Node.prototype, 'firstChild', node)); child; child = siblingOf(child))
    children.push(child);
  return children;
}

/** The document's body, or its root where it has none. */
export function bodyOf(document: Document): Element | null {
  const byTag = (name: string) => Document.prototype.getElementsByTagName.call(document, name).item(0);
  return byTag('body') ?? byTag('frameset') ?? byTag('html');
}

/** All elements of the document, in order. */
export function elementsOf(document: Document): HTMLCollectionOf<Element> {
  return Document.prototype.getElementsByTagName.call(document, '*');
}

/** A deep copy. It is in no window, so names do not shadow the members of the copy. */
export function copyOf(document: Document): Node {
  return Node.prototype.cloneNode.call(document, true);
}

/** The media type the document came as. */
export function contentTypeOf(document: Document): string {
  return String(own(Document.prototype, 'contentType', document));
}

/** What the document's head names it. */
export function titleOf(document: Document): string {
  return String(own(Document.prototype, 'title', document));
}

/** The node around it; for the top of a shadow tree the element that it belongs to. */
export function parentOf(node: Node): Node | null {
  const parent = asNode(own(Node.prototype, 'parentNode', node));
  return parent && 'host' in parent && parent.nodeType === 11 ? asNode(parent.host) : parent;
}
