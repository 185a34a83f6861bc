/** Knows how to go through a page's nodes in reading order, through open shadow roots, slots and same-origin frames, without recursion. */
import { childrenOf, isShadowed, siblingOf } from './unshadowed.ts';

const ELEMENT_NODE = 1;
const TEXT_NODE = 3;

/** Elements whose text nobody reads: code, drawings, form values, embedded things. */
const SILENT = new Set([
  ...['SCRIPT', 'STYLE', 'TEMPLATE', 'SVG', 'HEAD', 'LINK', 'META', 'TITLE', 'BASE', 'OBJECT', 'EMBED'],
  ...[
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
  ],
  ...['ANNOTATION', 'ANNOTATION-XML', 'METER', 'PROGRESS', 'FRAMESET', 'NOEMBED', 'NOFRAMES', 'RP'],
]);

/** Maths that a script drew a second time for the eye alone; the same formula stands beside it as MathML or TeX. */
const DRAWN_MATHS = /(^|\s)(katex-html|MathJax|MathJax_Display|MathJax_Preview|MathJax_SVG|MathJax_CHTML)(\s|$)/;

/** What to do at each node. `enter` answers false to pass over what lies inside; then `leave` is not called. */
export interface Visitor {
  enter(element: Element): boolean;
  leave(element: Element): void;
  text(node: Text): void;
}

/** Whether a node is an element, of whatever realm. */
export function isElement(node: Node | null | undefined): node is Element {
  return node?.nodeType === ELEMENT_NODE;
}

function isText(node: Node): node is Text {
  return node.nodeType === TEXT_NODE;
}

/** A `<noscript>` with at least this much in it is the page itself for readers without scripts (characters). */
const WHOLE_PAGE = 200;

/** Whether it is a form of element that carries nothing to read. TeX kept in a script (MathJax 2) is read; so is a page's text for readers
 * without scripts, where the document was parsed for them (else a `<noscript>` holds no elements). */
export function isSilent(element: Element): boolean {
  const name = element.nodeName;
  if (name === 'NOSCRIPT') return !element.firstElementChild || (element.textContent?.trim().length ?? 0) < WHOLE_PAGE;
  if (name === 'SCRIPT') return !/^math\/tex/.test(element.getAttribute('type') ?? '');
  if (SILENT.has(name) || SILENT.has(name.toUpperCase())) return true;
  if (name !== 'SPAN' && name !== 'DIV') return false;
  const classes = element.getAttribute('class');
  return classes !== null && classes.length > 0 && DRAWN_MATHS.test(classes);
}

function isFrame(element: Element): element is HTMLIFrameElement {
  return element.nodeName === 'IFRAME' || element.nodeName === 'FRAME';
}

function isSlot(element: Element): element is HTMLSlotElement {
  return element.nodeName === 'SLOT';
}

/** The body of a frame we may look into, or undefined. */
function bodyOf(frame: HTMLIFrameElement): Element | undefined {
  try {
    return frame.contentDocument?.body ?? undefined;
  } catch {
    return undefined; // another origin
  }
}

interface Level {
  element: Node;
  /** Undefined for a form that cannot be asked about itself: what is in it is walked, the form is not. */
  left: Element | undefined;
  /** Where the children are not siblings in the tree (a slot's assigned nodes, a frame's body). */
  list: Node[] | undefined;
  at: number;
}

function open(element: Element): { level: Level; first: Node | null } {
  if (element.shadowRoot)
    return { level: { element, left: element, list: undefined, at: 0 }, first: element.shadowRoot.firstChild };
  let list: Node[] | undefined;
  if (isFrame(element)) {
    const body = bodyOf(element);
    list = body ? [body] : [];
  } else if (isSlot(element)) {
    const assigned = element.assignedNodes();
    if (assigned.length > 0) list = assigned;
  }
  return { level: { element, left: element, list, at: 0 }, first: list ? (list[0] ?? null) : element.firstChild };
}

/** Walks `root` and all beneath it in reading order. Silent elements are passed over. Linear in the number of nodes, any depth. */
export function walk(root: Element, visitor: Visitor): void {
  const stack: Level[] = [];
  let node: Node | null = root;
  for (;;) {
    if (node !== null) {
      if (isShadowed(node)) {
        const list = childrenOf(node);
        stack.push({ element: node, left: undefined, list, at: 0 });
        node = list[0] ?? null;
        continue;
      }
      if (isText(node)) visitor.text(node);
      else if (isElement(node) && !isSilent(node) && visitor.enter(node)) {
        const { level, first } = open(node);
        stack.push(level);
        node = first;
        continue;
      }
      const level = stack[stack.length - 1];
      if (!level) return;
      node = level.list ? (level.list[++level.at] ?? null) : node.nextSibling;
      continue;
    }
    const done = stack.pop();
    if (!done) return;
    if (done.left) visitor.leave(done.left);
    const above = stack[stack.length - 1];
    if (!above) return;
    node = above.list ? (above.list[++above.at] ?? null) : done.left ? done.left.nextSibling : siblingOf(done.element);
  }
}
