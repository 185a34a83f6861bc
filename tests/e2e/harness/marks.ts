/** Finds the painted passages of a page in the browser's highlight registry. */
import type { Surface } from './surface.ts';

/** A painted passage: its text with collapsed whitespace, and the name of its highlight in the registry. */
export interface Mark {
  words: string;
  paint: string;
}

/** All painted passages, in document order. */
export function marksOn(page: Surface): Promise<Mark[]> {
  return page.evaluate(() => {
    const all: { words: string; paint: string; range: Range }[] = [];
    for (const [paint, highlight] of CSS.highlights) {
      for (const painted of highlight) {
        const range = document.createRange();
        try {
          range.setStart(painted.startContainer, painted.startOffset);
          range.setEnd(painted.endContainer, painted.endOffset);
        } catch {
          continue; // the page has removed that text
        }
        const words = range.toString().replace(/\s+/gu, ' ').trim();
        if (words !== '') all.push({ words, paint, range });
      }
    }
    /** The node of the document itself that contains a position in a shadow tree. */
    const holder = (node: Node): Node => {
      const root = node.getRootNode();
      return root instanceof ShadowRoot ? holder(root.host) : node;
    };
    all.sort((a, b) => {
      const [left, right] = [a.range.startContainer, b.range.startContainer];
      if (left.getRootNode() === right.getRootNode())
        return a.range.compareBoundaryPoints(Range.START_TO_START, b.range);
      const after = holder(left).compareDocumentPosition(holder(right)) & Node.DOCUMENT_POSITION_FOLLOWING;
      return after ? -1 : 1;
    });
    return all.map(({ words, paint }) => ({ words, paint }));
  });
}

/** Only the painted words. */
export async function wordsOn(page: Surface): Promise<string[]> {
  return (await marksOn(page)).map(({ words }) => words);
}
