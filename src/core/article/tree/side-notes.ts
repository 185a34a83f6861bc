/** Recognises notes that a page sets inside the sentence and repeats in its list of notes. */
import { walk } from '../metadata/dom.ts';
import type { Run } from '../page/model.ts';

/** Classes of notes that are shown next to the text or opened from their mark. */
const SIDE_NOTE = /(?:^|[\s_-])(?:side-?note|margin-?note|foot-?note-?(?:content|text|body))(?:$|[\s_-])/i;
/** Shorter ones are marks (letters and digits); longer ones are no notes (code units). */
const SHORTEST = 12;
const LONGEST = 5000;
/** Text nodes read of what a mark points at: a list of some hundred notes. */
const MOST_NODES = 2000;
const MARK = 'a[href^="#"]';
/** `NodeFilter.SHOW_TEXT`. */
const TEXT = 4;

const lettersOf = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{M}\p{N}]+/gu, '');

/** The text of an element; also of a form whose controls shadow its members. */
const textOf = (element: Element): string =>
  String(Object.getOwnPropertyDescriptor(Node.prototype, 'textContent')?.get?.call(element) ?? '');

/** The element that the mark before a note in the sentence points at. */
function targetOf(note: Element): Element | null {
  const mark = note.previousElementSibling;
  if (!mark) return null;
  const link = Element.prototype.matches.call(mark, MARK) ? mark : Element.prototype.querySelector.call(mark, MARK);
  const id = link?.getAttribute('href')?.slice(1);
  const target = id ? Document.prototype.getElementById.call(note.ownerDocument, id) : null;
  return target && textOf(target).length <= SHORTEST ? target.parentElement : target;
}

/**
 * Returns whether an inline element is a note whose words are kept elsewhere too: in what its mark points at. Reads
 * each target once.
 *
 * @param kept the runs that are kept; a note is left out here only where its copy is among them
 */
export function copiesOfNotes(kept: readonly Run[]): (element: Element) => boolean {
  let runOf: Map<Node, Run> | undefined;
  const said = new Map<Element, string>();
  const saidIn = (document: Document, target: Element): string => {
    let words = said.get(target);
    if (words === undefined) {
      runOf ??= new Map(kept.flatMap((run) => run.pieces.map(({ node }) => [node, run])));
      const runs = new Set<Run>();
      const walker = walk(document, target, TEXT);
      for (let at = walker.nextNode(), nodes = 0; at && nodes < MOST_NODES; at = walker.nextNode(), nodes++) {
        const run = runOf.get(at);
        if (run) runs.add(run);
      }
      words = lettersOf([...runs].map(({ text }) => text).join(''));
      said.set(target, words);
    }
    return words;
  };
  return (element) => {
    if (!SIDE_NOTE.test(element.getAttribute('class') ?? '')) return false;
    const text = textOf(element);
    const words = text.length > LONGEST ? '' : lettersOf(text).replace(/^\d+/, '');
    const target = words.length < SHORTEST ? null : targetOf(element);
    if (!target || Node.prototype.contains.call(target, element)) return false;
    return saidIn(element.ownerDocument, target).includes(words);
  };
}
