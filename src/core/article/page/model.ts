/** The model of a page: boxes (block elements) and runs (unbroken lines of inline content), in reading order. */

/** Part of a live text node: code units `[from, to)` of its data. */
export interface Piece {
  node: Text;
  from: number;
  to: number;
  /** Lines that end before it in a block of code, where its text does not say so itself. */
  breaks?: number;
}

/**
 * A block element. Counts are of everything inside it; `runs` are `[firstRun, endRun)`. Parents come before children.
 */
export interface Box {
  index: number;
  element: Element;
  tag: string;
  parent: Box | undefined;
  depth: number;
  firstRun: number;
  endRun: number;
  /** Boxes directly inside, and which of its parent's boxes it is. */
  boxes: number;
  order: number;
  chars: number;
  linkChars: number;
  images: number;
  hidden: boolean;
  /** The page never shows it, as far as can be known: no click and no script is seen that would. */
  unseen: boolean;
}

/**
 * A line of text of the page, before any is dropped. `text` has its white space folded (kept in `pre`). Counts are of
 * characters but white space.
 */
export interface Run {
  index: number;
  box: Box;
  pieces: Piece[];
  text: string;
  preformatted: boolean;
  chars: number;
  linkChars: number;
  strongChars: number;
  buttonChars: number;
  links: number;
  /** First link's address as written; '' if there is none. */
  href: string;
  images: number;
  hasTime: boolean;
  hidden: boolean;
  /** As for its box. Hidden content within a visible line is not part of the line. */
  unseen: boolean;
}

/** A picture, film or sound and the number of runs before it. */
export interface Medium {
  element: Element;
  box: Box;
  before: number;
  inLink: boolean;
}

/** The model of a page. `boxes` and `runs` in reading order. */
export interface Page {
  document: Document;
  boxes: Box[];
  runs: Run[];
  media: Medium[];
  /** Pictures of formulas that are read as text, with the text nodes that represent them. */
  formulas: ReadonlyMap<Element, Text>;
  /** Elements passed over as furniture of code and headings. */
  furniture: ReadonlySet<Element>;
  plain: boolean;
  /** Elements seen, silent ones but not what is inside them included. */
  elements: number;
}

/** What the model needs besides the document. */
export interface PageOptions {
  /** Given by callers that know computed style. */
  isHidden?: ((element: Element) => boolean) | undefined;
  plain?: boolean;
}
