/** Keeps the notes and references that kept lines link to, so every footnote mark has a target. */
import type { Verdict } from '../verdict.ts';
import { DEEPEST, ruleOf, setKeep } from './rule.ts';
import type { Box, Page } from '../../page/model.ts';

/** A note at the foot is no longer than this (characters but white space). */
const LONGEST_NOTE = 1500;
/** The words of a mark are no longer than this (characters): "[12]", "[Smith 2004]". */
const LONGEST_MARK = 24;
/** A list or part of the page is one of notes if at least this share of its items is a link target (0–1). */
const POINTED01 = 0.5;
/** For an element without a box, the box is searched at most this many levels up. */
const LEVELS = 8;
const NUMBERED = /^[\s[(（【]*(?:note |fn\.? ?|n )?(?:\d{1,3}|[a-z]|[ivxlc]{1,5}|[*†‡§¶#]{1,3})[\s\])）】.:]*$/iu;
const NAMED = /foot-?note|note-?ref|fnref|cite_ref|citation|bibr|xref|endnote|_ftn|\bref\b/i;

/** The id that a link within the page points at; undefined for links that lead away. */
export function fragmentOf(link: Element, url: string): string | undefined {
  const href = link.getAttribute('href') ?? '';
  const at = href.indexOf('#');
  if (at < 0 || at === href.length - 1) return undefined;
  const page = url.replace(/#.*$/, '');
  if (at > 0 && href.slice(0, at) !== page) return undefined;
  try {
    return decodeURIComponent(href.slice(at + 1));
  } catch {
    return href.slice(at + 1);
  }
}

/** Whether a link within the page is the mark of a note or reference, not an entry of a table of contents. */
function isMark(link: Element): boolean {
  const says = (link.textContent ?? '').trim();
  if (says.length > LONGEST_MARK) return false;
  if (NUMBERED.test(says) || link.closest('sup') !== null) return true;
  const names = ['class', 'id', 'rel', 'role', 'epub:type', 'href'].map((name) => link.getAttribute(name) ?? '');
  return NAMED.test(names.join(' '));
}

/** A footnote mark, and whether its line is kept although the page hides it. */
interface Mark {
  link: Element;
  isHidden: boolean;
}

/** The ids that marks in kept lines point at, each with its mark. */
function marksOf(page: Page, verdicts: readonly Verdict[], url: string): Map<string, Mark> {
  const marks = new Map<string, Mark>();
  for (const run of page.runs) {
    if (run.links === 0 || run.box.depth > DEEPEST || !verdicts[run.index]?.keep) continue;
    for (const { node } of run.pieces) {
      const link = node.parentElement?.closest('a[href*="#"]');
      const id = link && fragmentOf(link, url);
      if (link && id && !marks.has(id)) marks.set(id, { link, isHidden: run.hidden });
    }
  }
  return marks;
}

/** Whether a note links back to the mark, or to an element right around it. */
function pointsBack(note: Element, mark: Element, url: string): boolean {
  const places = [mark, mark.parentElement, mark.firstElementChild];
  const ids = places.flatMap((place) => (place?.id ? [place.id] : []));
  return [...note.querySelectorAll('a[href*="#"]')].some((link) => ids.includes(fragmentOf(link, url) ?? ''));
}

/** The box of each element that a mark points at, by `id` or `name`. */
function targetsOf(page: Page, marks: ReadonlyMap<string, unknown>): Map<string, Box> {
  const boxes = new Map(page.boxes.map((box) => [box.element, box]));
  const targets = new Map<string, Box>();
  const named: NodeListOf<Element> = Document.prototype.querySelectorAll.call(page.document, '[id],a[name]');
  for (const element of named) {
    const id = [element.id, element.getAttribute('name')].find((one) => typeof one === 'string' && marks.has(one));
    if (!id || targets.has(id)) continue;
    let at: Element | null = element;
    for (let up = 0; up < LEVELS && at && !boxes.has(at); up++) at = at.parentElement;
    const box = at && boxes.get(at);
    if (box && box.depth <= DEEPEST) targets.set(id, box);
  }
  return targets;
}

/**
 * Keeps what marks in kept lines link to, and the rest of the list if most of it is linked to; changes `verdicts`.
 *
 * @param url of the page: links that spell it out before the `#` lead into it too
 */
function keepNotes(page: Page, verdicts: Verdict[], url: string): void {
  const marks = marksOf(page, verdicts, url);
  if (marks.size === 0) return;
  const lists = new Map<Box, number>();
  for (const [id, found] of targetsOf(page, marks)) {
    const mark = marks.get(id);
    const box = found.firstRun === found.endRun ? belowOf(page, found) : found;
    if (!mark || !box || box.chars > LONGEST_NOTE || box.chars === 0) continue;
    if (box.unseen || (box.hidden && !mark.isHidden)) continue; // hidden more than the text that it belongs to
    if (!isMark(mark.link) && !pointsBack(box.element, mark.link, url)) continue;
    if (box.element.contains(mark.link)) continue;
    setKeep(verdicts, box);
    const item = itemOf(box);
    if (item?.parent) lists.set(item.parent, (lists.get(item.parent) ?? 0) + 1);
  }
  for (const [list, pointed] of lists) if (pointed >= list.boxes * POINTED01) setKeep(verdicts, list);
}

/** The list item that a box is, or that it is in. */
function itemOf(box: Box): Box | undefined {
  let at: Box | undefined = box;
  for (let up = 0; up < 3 && at; up++, at = at.parent) if (at.tag === 'li' || at.tag === 'dd') return at;
  return undefined;
}

/** The box right below an anchor without text. */
function belowOf(page: Page, box: Box): Box | undefined {
  return page.runs[box.firstRun]?.box;
}

export const notes = ruleOf(
  'notes',
  "A note that a mark in the text points at is the author's, wherever the page sets it.",
  ({ page, url }, verdicts) => keepNotes(page, verdicts, url),
);
