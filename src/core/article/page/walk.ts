/**
 * Walks a page's nodes in reading order, through open shadow roots, slots and same-origin frames, without recursion.
 */
import { childrenOf, isShadowed, siblingOf } from './dom-clobbering.ts';
import { isDrawnMaths, isTexScript } from './maths.ts';

const ELEMENT_NODE = 1;
const TEXT_NODE = 3;

/** Elements whose text nobody reads: code, drawings, form values, embedded things. */
const SILENT = new Set([
  'SCRIPT',
  'STYLE',
  'TEMPLATE',
  'SVG',
  'HEAD',
  'LINK',
  'META',
  'TITLE',
  'BASE',
  'OBJECT',
  'EMBED',
  'SELECT',
  'OPTION',
  'DATALIST',
  'TEXTAREA',
  'INPUT',
  'CANVAS',
  'AUDIO',
  'VIDEO',
  'MAP',
  'AREA',
  'PARAM',
  'APPLET',
  'ANNOTATION',
  'ANNOTATION-XML',
  'METER',
  'PROGRESS',
  'FRAMESET',
  'NOEMBED',
  'NOFRAMES',
  'RP',
]);

/**
 * What to do at each node. `enter` gets the element's name, because reading it costs a call to the browser, and returns
 * false to skip the content; then `leave` is not called.
 */
export interface Visitor {
  enter(element: Element, name: string): boolean;
  leave(element: Element, name: string): void;
  text(node: Text): void;
}

/** Whether a node is an element, of any realm. */
export function isElement(node: Node | null | undefined): node is Element {
  return node?.nodeType === ELEMENT_NODE;
}

/** The same for nodes whose type is known: each call to the browser costs more than everything done with its result. */
function isOfElement(_node: Node, kind: unknown): _node is Element {
  return kind === ELEMENT_NODE;
}

function isOfText(_node: Node, kind: unknown): _node is Text {
  return kind === TEXT_NODE;
}

/** A `<noscript>` with at least this much in it is the page itself for readers without scripts (characters). */
const WHOLE_PAGE = 200;

/** Whether a name is spelled as in XML (`svg`), not as HTML's (`SVG`). */
function isLow(name: string): boolean {
  return name.charCodeAt(0) > 0x60;
}

/**
 * Whether it is a form of element that carries nothing to read. TeX kept in a script (MathJax 2) is read; so is a
 * page's text for readers without scripts, where the document was parsed for them (else a `<noscript>` holds no
 * elements).
 */
export function isSilent(element: Element, name: string = element.nodeName): boolean {
  if (name === 'NOSCRIPT') return !element.firstElementChild || (element.textContent?.trim().length ?? 0) < WHOLE_PAGE;
  if (name === 'SCRIPT') return !isTexScript(element);
  if (name === 'SPAN' || name === 'DIV' || name === 'NOBR' || name === 'MJX-MATH') return isDrawnMaths(element, name);
  return SILENT.has(name) || (isLow(name) && SILENT.has(name.toUpperCase()));
}

function isFrame(element: Element): element is HTMLIFrameElement {
  return element.nodeName !== 'SLOT';
}

function isSlot(element: Element): element is HTMLSlotElement {
  return element.nodeName === 'SLOT';
}

/** The body of a frame that is accessible, or undefined. */
function bodyOf(frame: HTMLIFrameElement): Element | undefined {
  try {
    return frame.contentDocument?.body ?? undefined;
  } catch {
    return undefined; // another origin
  }
}

interface Level {
  element: Node;
  name: string;
  /** Undefined for a form whose properties are shadowed: its content is walked, but not the form itself. */
  left: Element | undefined;
  /** Where the children are not siblings in the tree (a slot's assigned nodes, a frame's body). */
  list: Node[] | undefined;
  at: number;
}

/** Elements whose content is elsewhere. */
const ELSEWHERE = new Set(['IFRAME', 'FRAME', 'SLOT']);

/** Elements that may have a shadow root, in addition to custom elements (DOM, "valid shadow host name"). */
const HOSTS = new Set([
  'ARTICLE',
  'ASIDE',
  'BLOCKQUOTE',
  'BODY',
  'DIV',
  'FOOTER',
  'H1',
  'H2',
  'H3',
  'H4',
  'H5',
  'H6',
  'HEADER',
  'MAIN',
  'NAV',
  'P',
  'SECTION',
  'SPAN',
]);

/** Whether it is worth asking an element for its shadow root, which costs a call to the browser. */
function mayHost(name: string): boolean {
  return HOSTS.has(name) || name.includes('-') || (isLow(name) && HOSTS.has(name.toUpperCase()));
}

/** The content of a frame or slot; undefined if it is the element's own content. */
function listIn(element: Element): Node[] | undefined {
  if (isSlot(element)) {
    const assigned = element.assignedNodes();
    return assigned.length > 0 ? assigned : undefined;
  }
  const body = isFrame(element) ? bodyOf(element) : undefined;
  return body ? [body] : [];
}

function open(element: Element, name: string): { level: Level; first: Node | null } {
  const shadowRoot = mayHost(name) ? element.shadowRoot : null;
  const list = !shadowRoot && ELSEWHERE.has(name) ? listIn(element) : undefined;
  const first = list ? (list[0] ?? null) : (shadowRoot ?? element).firstChild;
  return { level: { element, name, left: element, list, at: 0 }, first };
}

/**
 * Walks `root` and all beneath it in reading order. Silent elements are passed over. Linear in the number of nodes, any
 * depth.
 */
export function walk(root: Element, visitor: Visitor): void {
  const stack: Level[] = [];
  let node: Node | null = root;
  for (;;) {
    if (node !== null) {
      const kind: unknown = node.nodeType;
      if (isOfText(node, kind)) visitor.text(node);
      else {
        const name: unknown = node.nodeName;
        if (typeof name !== 'string' || (name === 'FORM' && isShadowed(node))) {
          const list = childrenOf(node);
          stack.push({ element: node, name: '', left: undefined, list, at: 0 });
          node = list[0] ?? null;
          continue;
        }
        if (isOfElement(node, kind) && !isSilent(node, name) && visitor.enter(node, name)) {
          const { level, first } = open(node, name);
          stack.push(level);
          node = first;
          continue;
        }
      }
      const level = stack[stack.length - 1];
      if (!level) return;
      node = level.list ? (level.list[++level.at] ?? null) : node.nextSibling;
      continue;
    }
    const done = stack.pop();
    if (!done) return;
    if (done.left) visitor.leave(done.left, done.name);
    const above = stack[stack.length - 1];
    if (!above) return;
    node = above.list ? (above.list[++above.at] ?? null) : done.left ? done.left.nextSibling : siblingOf(done.element);
  }
}
