/** Distinguishes content that a page never shows from content that it shows after a click or a script. */

import type { Box, Run } from './model.ts';

/** What the page hides from the eye. `later` stays in reach of the judge: a click or a script of the page shows it. */
export type Hiding = 'shown' | 'later' | 'never';

const NEVER_STYLE = /(?<![\w-])display\s*:\s*none|visibility\s*:\s*hidden/i;
/** Class words of parts that unfold. Frameworks name them in English the world over. */
const UNFOLDS = new RegExp(
  String.raw`(?:^|[\s_-])(?:accordions?|collaps\w*|expand\w*|tab-?(?:pane|panel|content)s?|tabs?` +
    String.raw`|toggle\w*|spoilers?|faqs?|answers?|transcripts?|read-?more|show-?more|more-?text` +
    String.raw`|disclosure)(?:$|[\s_-])`,
  'i',
);
/** Class words of parts that are for paper alone. */
const PRINTED = /(?:^|\s)(?:print-?only|only-?print|visible-print(?:-\w+)?|d-none\s+d-print-\w+)(?:$|\s)/i;
/** React sends parts of a page hidden, under such ids, and a script puts each in its place. */
const STREAMED = /^[SP]:[\da-z]+$/;
const MATHML = 'http://www.w3.org/1998/Math/MathML';
const OPENERS = 'summary,button,[role="button"],[aria-expanded],label[for]';
/** A hidden part is the page itself if it has this many times as much prose as is shown. */
const OUTWEIGHS = 4;

/** Formulas for screen readers, next to a drawn one, are read whatever their style. */
export function isMaths(element: Element): boolean {
  if (element.namespaceURI === MATHML) return true;
  return /math/i.test(element.getAttribute('class') ?? '') || element.querySelector('math') !== null;
}

/** Whether a clickable element is right above, or names the element as what it opens. */
function isOpened(element: Element, controlled: ReadonlySet<string>): boolean {
  if (element.id !== '' && controlled.has(element.id)) return true;
  const role = element.getAttribute('role');
  if (role === 'tabpanel' || element.closest('details')) return true;
  if (role === 'region' && element.hasAttribute('aria-labelledby')) return true; // the panel of an accordion
  if (UNFOLDS.test(element.getAttribute('class') ?? '')) return true;
  const above = element.previousElementSibling;
  return above !== null && (above.matches(OPENERS) || above.querySelector(OPENERS) !== null);
}

/** The ids that buttons and tabs of the page say they open. */
export function controlledIds(document: Document): Set<string> {
  const ids = new Set<string>();
  const openers = Document.prototype.querySelectorAll.call(
    document,
    '[aria-controls],[data-target^="#"],[data-bs-target^="#"],[data-toggle][href^="#"]',
  );
  for (const opener of openers)
    for (const name of ['aria-controls', 'data-target', 'data-bs-target', 'href'])
      for (const id of (opener.getAttribute(name) ?? '').split(/\s+/)) if (id) ids.add(id.replace(/^#/, ''));
  return ids;
}

/**
 * Whether an element hides its content, by its attributes, its own style, or the page's style (`isHidden`, if known).
 * `aria-hidden` only hides from screen readers: pages set it on everything but the open dialog.
 */
export function hidingOf(element: Element, controlled: ReadonlySet<string>, isHidden: boolean): Hiding {
  if (element.nodeName === 'DIALOG') return 'never';
  if (!isHidden && !element.hasAttributes()) return 'shown';
  if (element.getAttribute('aria-modal') === 'true') return 'never'; // a dialog on top of the page
  const hidden = element.getAttribute('hidden');
  if (hidden === 'until-found') return 'later';
  const named = element.getAttribute('class') ?? '';
  const hides = isHidden || hidden !== null || NEVER_STYLE.test(element.getAttribute('style') ?? '');
  if (!hides) return PRINTED.test(named) ? 'never' : 'shown';
  if (isMaths(element)) return 'shown';
  if (!isHidden && STREAMED.test(element.id)) return 'later';
  return isOpened(element, controlled) ? 'later' : 'never';
}

/** Lines of more characters than this, less than half of them links, are prose (characters but white space). */
const PROSE_CHARS = 60;

/**
 * Whether a part that is hidden is the page itself, waiting for a script or a font: it holds the article’s own
 * landmarks and nearly all prose.
 */
function isWholePage(element: Element, hiddenChars: number, shownChars: number): boolean {
  if (hiddenChars < shownChars * OUTWEIGHS) return false;
  return element.matches('body,main,article') || element.querySelector('h1,main,article') !== null;
}

/**
 * Where nearly all prose of a page is hidden, a script will show it: the part that holds it counts as seen. Changes
 * boxes and runs.
 */
export function showWholePage(boxes: readonly Box[], runs: readonly Run[]): void {
  const isProse = (run: Run) => run.chars >= PROSE_CHARS && run.linkChars * 2 < run.chars;
  let shown = 0;
  const hidden = new Map<Box, number>();
  for (const run of runs) {
    if (!isProse(run)) continue;
    if (!run.unseen) shown += run.chars;
    else {
      let top = run.box;
      while (top.parent?.unseen) top = top.parent;
      hidden.set(top, (hidden.get(top) ?? 0) + run.chars);
    }
  }
  for (const [top, chars] of hidden) {
    if (!isWholePage(top.element, chars, shown)) continue;
    const last = boxes.findIndex(({ index, depth }) => index > top.index && depth <= top.depth);
    for (const box of boxes.slice(top.index, last < 0 ? undefined : last)) box.unseen = false;
    for (const run of runs.slice(top.firstRun, top.endRun)) run.unseen = false;
  }
}
