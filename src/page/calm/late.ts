/**
 * Keeps a calm page calm while it still loads: what arrives later around and inside the article is hidden as it
 * comes.
 */
import { type Undo, WRAPPER, hide } from './aside-nodes.ts';

/** Time of one frame that the observer may use, ms; the rest waits for the next frame. */
const FRAME_BUDGET_MS = 4;
/** A late block whose words are links to this share is a teaser. */
const TEASER_LINKS_01 = 0.5;
/** A late block with fewer characters than this, and no link, may be a part of the article (a caption, a footnote). */
const SHORT_CHARACTERS = 40;

/** Share of an element's words that are links, 0–1. */
function linkShare01(element: Element): number {
  const all = element.textContent?.trim().length ?? 0;
  if (!all) return 0;
  let linked = 0;
  for (const link of element.querySelectorAll('a[href]')) linked += link.textContent?.trim().length ?? 0;
  return element.matches('a[href]') ? 1 : linked / all;
}

/** Whether similar neighbours were set aside: then it is one more of them. */
function likeHidden(element: Element): boolean {
  const before = element.previousElementSibling;
  return before !== null && before.matches('[data-lede-aside]') && before.tagName === element.tagName;
}

/** Whether a late element inside the article's container does not belong to the article. */
function isTeaser(element: Element): boolean {
  if (likeHidden(element)) return true;
  const characters = element.textContent?.trim().length ?? 0;
  if (characters < SHORT_CHARACTERS) return element.matches('iframe, ins, aside') || linkShare01(element) === 1;
  return linkShare01(element) >= TEASER_LINKS_01;
}

/** Watches what is added until undone. `kept` are the elements that hold the article, and all their ancestors. */
export function followLate(root: Element, kept: Set<Element>): Undo {
  const hidden: Undo[] = [];
  let waiting: Element[] = [];
  let frame = 0;
  const work = () => {
    frame = 0;
    const end = performance.now() + FRAME_BUDGET_MS;
    let done = 0;
    for (const element of waiting) {
      if (performance.now() > end) break;
      done++;
      const parent = element.parentElement;
      if (!parent || !kept.has(parent) || element.closest(`[data-lede], ${WRAPPER}`)) continue;
      if (!root.contains(element) || isTeaser(element)) hidden.push(hide(element));
    }
    waiting = waiting.slice(done);
    if (waiting.length) frame = requestAnimationFrame(work);
  };
  const observer = new MutationObserver((changes) => {
    for (const { addedNodes } of changes) {
      for (const node of addedNodes) if (node instanceof Element) waiting.push(node);
    }
    if (waiting.length && !frame) frame = requestAnimationFrame(work);
  });
  observer.observe(root.ownerDocument.body, { childList: true, subtree: true });
  return () => {
    observer.disconnect();
    cancelAnimationFrame(frame);
    for (const step of hidden.reverse()) step();
  };
}
