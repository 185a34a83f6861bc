/** Reads the text of a page and keeps it until the page changes. */
import { type DomText, domText, domTextSteps } from '../../core/anchor/dom-text.ts';
import { prepare } from '../../core/anchor/grams.ts';
import { type Pace, drain } from '../pace.ts';

/** The text of a page. */
export interface PageText {
  /** The text as it is now, read in one go if the page changed. O(page). */
  current: () => DomText;
  /** The text, read and indexed in slices at the pace asked for each; undefined if `stop` aborts first. */
  inSlices: (pace: () => Pace, stop: AbortSignal) => Promise<DomText | undefined>;
  /** Reads the page again the next time, changed or not. */
  forget: () => void;
  /** Stops watching the page. */
  dispose: () => void;
}

/** Makes the text of the part of a document that `root` gives. */
export function createPageText(document: Document, root: () => Node): PageText {
  let read: DomText | null = null;
  let changes = 0;
  const observer = new MutationObserver(() => {
    read = null;
    changes++;
  });
  observer.observe(document, { subtree: true, childList: true, characterData: true });
  return {
    current: () => (read ??= domText(root(), { isHidden })),
    inSlices: async (pace, stop) => {
      if (read) return read;
      const before = changes;
      const dom = await drain(domTextSteps(root(), { isHidden }), pace(), stop);
      if (!dom) return undefined;
      await drain(prepare(dom.text), pace(), stop);
      if (before === changes) read = dom;
      return dom;
    },
    forget: () => {
      read = null;
    },
    dispose: () => observer.disconnect(),
  };
}

/** Hidden by the page itself: what a calm page sets aside is still its text. */
function isHidden(element: Element): boolean {
  return getComputedStyle(element).display === 'none' && !element.hasAttribute('data-lede-aside');
}
