/** Marks the searched words in the visible rows, without rendering them again. */
import { find, searchable } from '../../../core/article/find.ts';
import { parseQuery } from '../../../core/library/search/query.ts';

/** The name under which found words are painted; `library.css` says how. */
const NAME = 'lede-found';
/** Maximum marks in one line. */
const MOST = 20;

/**
 * Paints the marks again; an empty query removes them. The cost depends on the visible rows, not on the number of
 * results.
 */
export function markFound(rows: HTMLElement | null, query: string): void {
  if (!('highlights' in CSS)) return;
  CSS.highlights.delete(NAME);
  const { words, phrases } = parseQuery(query);
  const wanted = [...words, ...phrases];
  if (!rows || !wanted.length) return;
  const found = new Highlight();
  for (const line of rows.querySelectorAll('.entry-open, .note-words, .note-text, .note-tag')) {
    const text = line.firstChild;
    for (const node of line.childNodes.length === 1 && text instanceof Text ? [text] : textsOf(line)) {
      const ready = searchable(node.data);
      for (const word of wanted) {
        for (const { start, end } of find(ready, word, MOST)) {
          const range = new Range();
          range.setStart(node, start);
          range.setEnd(node, end);
          found.add(range);
        }
      }
    }
  }
  if (found.size) CSS.highlights.set(NAME, found);
}

function textsOf(line: Element): Text[] {
  const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) if (node instanceof Text) texts.push(node);
  return texts;
}
