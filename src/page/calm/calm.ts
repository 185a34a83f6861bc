/**
 * The calm page: hides what does not belong to the article in place, says so in slim lines, and restores it exactly.
 */
import type { Removal, TracedArticle } from '../../core/article/article.ts';
import { type Corrections, createAsideLine } from './aside-line.ts';
import { HIDDEN_CSS, type Undo, asideNode, cut, headline, hide, keptElements } from './aside-nodes.ts';
import { withScrollAnchored } from './scroll-anchoring.ts';
import { followLate } from './late.ts';
import { adoptSheet } from '../../adapters/sheet.ts';

/** The calm page of one document. */
export interface Calm {
  on(): boolean;
  /** Hides what a reading set aside; returns how many blocks of the article's own run those were. */
  enter(traced: TracedArticle): number;
  leave(): void;
}

/** A block that was set aside, with its nodes in the page. */
interface Aside {
  removal: Removal;
  nodes: (Element | Text)[];
}

/** Text nodes that hold both kept words and blocks set aside (plain text, `<br>` pages) are cut apart first. */
function cutShared(traced: TracedArticle): { pieces: Map<number, Text>; undo: Undo } {
  const keptTexts = new Set<Node>(traced.places.map(({ node }) => node));
  const shared = new Map<Text, number[]>();
  traced.removed.forEach((nodes, index) => {
    for (const node of nodes) {
      if (node instanceof Text && keptTexts.has(node)) shared.set(node, [...(shared.get(node) ?? []), index]);
    }
  });
  const pieces = new Map<number, Text>();
  const undo: Undo[] = [];
  for (const [node, indices] of shared) {
    const parts = cut(
      node,
      indices.map((index) => traced.article.removed[index]?.text ?? ''),
    );
    undo.push(parts.undo);
    parts.pieces.forEach((piece, at) => piece && pieces.set(indices[at] ?? -1, piece));
  }
  return { pieces, undo: () => undo.reverse().forEach((step) => step()) };
}

/** The nodes of each block inside the article, in document order. */
function asides(traced: TracedArticle, pieces: Map<number, Text>, kept: Set<Element>): Aside[] {
  const taken = new Set<Node>();
  const title = headline(traced);
  return traced.article.removed.flatMap((removal, index) => {
    const piece = pieces.get(index);
    const live = piece ? [piece] : (traced.removed[index] ?? []);
    // it stays, although its text is not part of the article
    if (title && live.length && live.every((node) => title.contains(node))) return [];
    const found = new Set<Element | Text>();
    for (const node of live) {
      const aside = asideNode(node, kept);
      if (aside && !taken.has(aside)) found.add(aside);
    }
    for (const node of found) taken.add(node);
    return [{ removal, nodes: [...found] }];
  });
}

/** Blocks set aside at the same place of the text share one line. */
function stretches(all: Aside[]): Aside[][] {
  const found: Aside[][] = [];
  for (const aside of all) {
    if (!aside.removal.inside) continue;
    const stretch = found.at(-1);
    if (stretch && stretch[0]?.removal.start === aside.removal.start) stretch.push(aside);
    else found.push([aside]);
  }
  return found.filter((stretch) => stretch.some(({ nodes }) => nodes.length));
}

/** Makes the calm page of a document. */
export function createCalm(document: Document, signal: AbortSignal, corrections?: Corrections): Calm {
  let undo: Undo[] = [];
  let last: TracedArticle | null = null;
  const restore = () => {
    for (const step of undo.reverse()) step();
    undo = [];
  };
  const addLine = (traced: TracedArticle, stretch: Aside[], hidden: Map<Node, Undo>) => {
    const first = stretch.find(({ nodes }) => nodes.length)?.nodes[0];
    const place = first instanceof Text ? first.parentElement : first; // a text node is in the element that hides it
    const line = createAsideLine(
      document,
      stretch.map(({ removal }) => removal),
      (index, shown) =>
        withScrollAnchored(traced, () => {
          for (const node of stretch[index]?.nodes ?? []) {
            hidden.get(node)?.();
            if (!shown) hidden.set(node, hide(node));
          }
        }),
      corrections,
    );
    place?.before(line);
    undo.push(() => line.remove());
  };
  /** Hides the parts of an element that are not kept; the whole element if none is. */
  const hideBut = (element: Element, kept: Set<Element>) => {
    if (!kept.has(element)) undo.push(hide(element));
    else for (const child of element.children) hideBut(child, kept);
  };
  const hideAround = (root: Element, kept: Set<Element>) => {
    for (let at: Element | null = root; at && at !== document.body; at = at.parentElement) {
      for (const sibling of at.parentElement?.children ?? []) if (sibling !== at) hideBut(sibling, kept);
    }
  };
  signal.addEventListener('abort', restore);
  return {
    on: () => undo.length > 0,
    leave() {
      if (last && undo.length) withScrollAnchored(last, restore);
    },
    enter(traced) {
      withScrollAnchored(traced, () => {
        restore();
        last = traced;
        undo.push(adoptSheet(document, HIDDEN_CSS));
        const shared = cutShared(traced);
        undo.push(shared.undo);
        const kept = keptElements(traced);
        const all = asides(traced, shared.pieces, kept);
        const hidden = new Map<Node, Undo>();
        for (const { nodes } of all) for (const node of nodes) hidden.set(node, hide(node));
        undo.push(() => hidden.forEach((step) => step()));
        for (const stretch of stretches(all)) addLine(traced, stretch, hidden);
        hideAround(traced.root, kept);
        undo.push(followLate(traced.root, kept));
      });
      return traced.article.removed.filter(({ inside }) => inside).length;
    },
  };
}
