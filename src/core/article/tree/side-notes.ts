/** Recognises notes that a page sets inside the sentence and repeats in its list of notes. */
import type { Run } from '../page/model.ts';

/** Classes of notes that are shown next to the text or opened from their mark. */
const SIDE_NOTE = /(?:^|[\s_-])(?:side-?note|margin-?note|foot-?note-?(?:content|text|body))(?:$|[\s_-])/i;
/** Shorter ones are marks (letters and digits). */
const SHORTEST = 12;

const lettersOf = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{M}\p{N}]+/gu, '');

/** The element that the mark before a note in the sentence points at. */
function targetOf(note: Element): Element | null {
  const mark = note.previousElementSibling;
  const link = mark?.matches('a[href^="#"]') ? mark : mark?.querySelector('a[href^="#"]');
  const id = link?.getAttribute('href')?.slice(1);
  const target = id ? Document.prototype.getElementById.call(note.ownerDocument, id) : null;
  return target?.textContent && target.textContent.length > SHORTEST ? target : (target?.parentElement ?? null);
}

/**
 * Whether an inline element is a note whose words are kept elsewhere too: in what its mark points at.
 *
 * @param kept the runs that are kept; a note is left out here only where its copy is among them
 */
export function isCopyOfNote(element: Element, kept: readonly Run[]): boolean {
  if (!SIDE_NOTE.test(element.getAttribute('class') ?? '')) return false;
  const words = lettersOf(element.textContent ?? '').replace(/^\d+/, '');
  const target = words.length < SHORTEST || element.parentElement === null ? null : targetOf(element);
  if (!target || target.contains(element) || !lettersOf(target.textContent ?? '').includes(words)) return false;
  const said = kept.filter(({ pieces }) => pieces.some(({ node }) => target.contains(node)));
  return lettersOf(said.map(({ text }) => text).join('')).includes(words);
}
