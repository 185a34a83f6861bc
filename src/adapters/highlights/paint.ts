/** Paints ranges with the CSS Custom Highlight API: no edit of the page's document. */
import { COLOURS, type Colour } from '../../core/library/records.ts';
import { groundUnder } from './ground.ts';
import { FLASH, FOCUS, GROUNDS, type Ground, HIGHLIGHT_CSS, PREFIX, nameOf, outlineFor } from './style.ts';

/** A stretch of one text node. */
export interface Piece {
  node: Text;
  start: number;
  end: number;
}

/** What is painted for one highlight. */
export interface Painted {
  id: string;
  colour: Colour;
  pieces: Piece[];
  images: HTMLImageElement[];
}

/** Above the page's own highlights (0). Focus is above all colours, the flash above focus. */
const PRIORITY = { colour: 1, focus: 2, flash: 3 };

/** The painter of one document. */
export interface Painter {
  /** Replaces all that is painted. O(pieces). */
  paint: (all: Painted[]) => void;
  focus: (pieces: Piece[]) => void;
  flash: (pieces: Piece[]) => void;
  /** Restores names and sheets that the page has removed. */
  restore: () => void;
  clear: () => void;
}

/** Makes the painter and removes what an older copy of the script left. */
export function createPainter(document: Document): Painter {
  const registry = CSS.highlights;
  const highlights = new Map<string, Highlight>();
  const make = (name: string, priority: number): Highlight => {
    const highlight = new Highlight();
    highlight.priority = priority;
    highlights.set(name, highlight);
    return highlight;
  };
  for (const colour of COLOURS) for (const ground of GROUNDS) make(nameOf(colour, ground), PRIORITY.colour);
  const focused = make(FOCUS, PRIORITY.focus);
  const flashed = make(FLASH, PRIORITY.flash);

  // By name: Firefox gives an extension no iterator of the page's registry.
  for (const name of highlights.keys()) registry.delete(name);

  const sheets = createSheets(document);
  const register = (): void => {
    for (const [name, highlight] of highlights) if (registry.get(name) !== highlight) registry.set(name, highlight);
  };
  const fill = (highlight: Highlight, pieces: Piece[]): void => {
    highlight.clear();
    for (const piece of pieces) highlight.add(rangeOf(piece));
  };

  return {
    paint: (all) => {
      for (const colour of COLOURS) for (const ground of GROUNDS) highlights.get(nameOf(colour, ground))?.clear();
      const grounds = new Map<Element, Ground>();
      const roots = new Set<ShadowRoot>();
      const outlines = new Map<Document | ShadowRoot, string[]>();
      for (const { colour, pieces, images } of all) {
        for (const piece of pieces) {
          const parent = piece.node.parentElement;
          const ground = parent ? groundUnder(parent, grounds) : 'light';
          highlights.get(nameOf(colour, ground))?.add(rangeOf(piece));
          const root = piece.node.getRootNode();
          if (root instanceof ShadowRoot) roots.add(root);
        }
        for (const image of images) {
          const root = image.getRootNode();
          if (!(root instanceof ShadowRoot) && root !== document) continue;
          const tree = root instanceof ShadowRoot ? root : document;
          const rule = outlineFor(pathTo(image), colour, groundUnder(image, grounds));
          outlines.set(tree, [...(outlines.get(tree) ?? []), rule]);
        }
      }
      register();
      sheets.adopt([document, ...roots], outlines);
    },
    focus: (pieces) => fill(focused, pieces),
    flash: (pieces) => fill(flashed, pieces),
    restore: () => {
      register();
      sheets.restore();
    },
    clear: () => {
      for (const [name, highlight] of highlights) {
        highlight.clear();
        if (registry.get(name) === highlight) registry.delete(name);
      }
      sheets.clear();
    },
  };
}

function rangeOf({ node, start, end }: Piece): StaticRange {
  return new StaticRange({ startContainer: node, startOffset: start, endContainer: node, endOffset: end });
}

/** A selector that matches this element only, without marking it. */
function pathTo(element: Element): string {
  const steps: string[] = [];
  for (let at: Element | null = element; at; at = at.parentElement) {
    const parent: ParentNode | null = at.parentNode;
    if (!parent) break;
    const index = [...parent.children].indexOf(at) + 1;
    steps.unshift(`${at === element ? CSS.escape(at.localName) : ''}:nth-child(${index})`);
  }
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? `:host > ${steps.join(' > ')}`.replace(':host > ', '') : steps.join(' > ');
}

type Tree = Document | ShadowRoot;

function createSheets(document: Document) {
  const own = new CSSStyleSheet();
  own.replaceSync(HIGHLIGHT_CSS);
  const trees = new Map<Tree, CSSStyleSheet>();
  for (const old of document.adoptedStyleSheets) if (isOurs(old)) drop(document, old);

  const put = (tree: Tree, sheet: CSSStyleSheet): void => {
    if (!tree.adoptedStyleSheets.includes(sheet)) tree.adoptedStyleSheets = [...tree.adoptedStyleSheets, sheet];
  };
  return {
    adopt: (used: Tree[], outlines: Map<Tree, string[]>): void => {
      for (const tree of new Set([...used, ...outlines.keys(), ...trees.keys()])) {
        let outline = trees.get(tree);
        if (!outline) {
          outline = new CSSStyleSheet();
          trees.set(tree, outline);
        }
        outline.replaceSync((outlines.get(tree) ?? []).join('\n'));
        put(tree, own);
        put(tree, outline);
      }
    },
    restore: (): void => {
      for (const [tree, outline] of trees) {
        put(tree, own);
        put(tree, outline);
      }
    },
    clear: (): void => {
      for (const [tree, outline] of trees) {
        drop(tree, own);
        drop(tree, outline);
      }
      trees.clear();
    },
  };
}

function drop(tree: Tree, sheet: CSSStyleSheet): void {
  tree.adoptedStyleSheets = tree.adoptedStyleSheets.filter((other) => other !== sheet);
}

/** Whether an older copy of us left this sheet. */
function isOurs(sheet: CSSStyleSheet): boolean {
  try {
    return sheet.cssRules[0]?.cssText.startsWith(`::highlight(${PREFIX}`) ?? false;
  } catch {
    return false; // the page's own sheet may refuse to be read
  }
}
