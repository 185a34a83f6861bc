/** Names the kind of block that a line is, by the elements that are open around it. */
import type { ArticleElement, BlockKind, Tag } from '../article.ts';
import type { Box, Piece, Run } from '../page/model.ts';

/** Text of one kept run in the tree. `pieces` say which part of `text` each live text node fills. */
export interface Line {
  element: ArticleElement;
  run: Run;
  kind: BlockKind;
  level: number | undefined;
  text: string;
  pieces: { piece: Piece; start: number; end: number }[];
  /** The data table it is a cell of, and the row. */
  table: { element: ArticleElement; row: number } | undefined;
}

/** A tree and its lines of text in reading order. */
export interface Cleaned {
  tree: ArticleElement;
  lines: Line[];
  /**
   * Ids of the page's elements that have none in the tree, each with the element of the tree that stands at their
   * place.
   */
  anchors: Map<string, ArticleElement>;
}

/** A block that is open while the tree is built. */
export interface Open {
  /** What stands in the tree for it; the element above where it leaves no trace. */
  element: ArticleElement;
  made: boolean;
  box: Box | undefined;
  items: number;
  quoted: boolean;
  table: ArticleElement | undefined;
}

/** The element that all other blocks are in. */
export function groundOf(element: ArticleElement): Open {
  return { element, made: true, box: undefined, items: 0, quoted: false, table: undefined };
}

const HEADING = /^h[1-6]$/;
/** Tags that may hold a line of text themselves. */
export const HOLDERS: ReadonlySet<Tag> = new Set<Tag>([
  ...(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'li', 'dt', 'dd', 'pre', 'figcaption', 'caption', 'summary'] as const),
  ...(['td', 'th', 'blockquote'] as const),
]);

/** What a line is, by what is open around it; `whole` if the line is all that the innermost holds. */
export function kindOf(top: Open, whole: boolean): { kind: BlockKind; level: number | undefined } {
  const tag = top.element.tag;
  if (whole && HEADING.test(tag)) return { kind: 'heading', level: Number(tag[1]) };
  if (tag === 'pre') return { kind: 'code', level: undefined };
  if (top.table) return { kind: 'table', level: undefined };
  if (tag === 'figcaption' || tag === 'caption') return { kind: 'caption', level: undefined };
  if (tag === 'dt' || tag === 'summary') return { kind: 'term', level: undefined };
  if (top.items > 0 || tag === 'dd') return { kind: 'item', level: Math.max(1, top.items) };
  if (top.quoted) return { kind: 'quote', level: undefined };
  return { kind: 'paragraph', level: undefined };
}
