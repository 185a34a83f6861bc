/** What a test may do with a document it sees, and with a browser that has Lede in it: the same in Chromium and in Firefox. */

/** Which element: by role and accessible name as a screen reader gives them, or by a CSS selector. `at` counts from 0, the first where left out. */
export type Target = { role: string; name: string | RegExp; at?: number } | { css: string; at?: number };

/** One node of the accessibility tree. Roles are ARIA's. */
export interface Accessible {
  role: string;
  name: string;
}

/** A document: a tab, the popup, the panel, or a frame in one of them. Every click and key is real input of the browser. */
export interface Surface {
  address(): Promise<string>;
  /** Runs a function in the document with a JSON argument and gives its JSON answer. */
  evaluate<T>(act: () => T | Promise<T>): Promise<T>;
  evaluate<T, A>(act: (given: A) => T | Promise<T>, given: A): Promise<T>;
  /** The visible text of every element that matches, in document order; empty where none does. */
  texts(css: string): Promise<string[]>;
  count(target: Target): Promise<number>;
  /** Waits up to ten seconds for the element, scrolls it into view and clicks its middle. */
  click(target: Target, button?: 'left' | 'right'): Promise<void>;
  /** Clicks the middle of the element with this name wherever it lies, in a closed shadow root too. Waits up to ten seconds. */
  clickGuest(name: string | RegExp): Promise<void>;
  /** All a screen reader meets in this tab, in order, closed shadow roots included. */
  accessible(): Promise<Accessible[]>;
  /** Presses a key or a chord, in Playwright's words: `Enter`, `Shift+Tab`, `a`. */
  press(key: string): Promise<void>;
  type(text: string): Promise<void>;
  /** Drags the pointer over the first occurrence of these words (within one text node). */
  select(words: string): Promise<void>;
  /** Clicks the middle of the first occurrence of these words. */
  clickWords(words: string): Promise<void>;
  /** Runs a script's source in the document, whatever its content security policy says. */
  run(source: string): Promise<void>;
  /** Shows the document as printed on paper, or on the screen again. */
  medium(medium: 'print' | 'screen'): Promise<void>;
  /** Loads the document anew and waits until it is complete. */
  reload(): Promise<void>;
  goto(url: string): Promise<void>;
  /** The frame inside whose address holds `part`; waits up to ten seconds. */
  frame(part: string): Promise<Surface>;
  /** Brings the tab to the front. */
  show(): Promise<void>;
  screenshot(file: string): Promise<void>;
  close(): Promise<void>;
}

/** A browser with Lede loaded from dist/, on a profile that outlives a restart. */
export interface Browser {
  readonly kind: 'chromium' | 'firefox';
  /** How many times since the installation a page that greets has opened at a start; each was closed. */
  readonly greetings: number;
  /** Opens a tab in front and waits until it is loaded. */
  open(url: string): Promise<Surface>;
  /** Clicks Lede's button in the toolbar, with the tab in front, and gives the popup that opens. activeTab is granted. */
  popup(): Promise<Surface>;
  /** Opens the side panel or the sidebar. In Chromium `opener` must hold a button that opens it, and `open` click it. */
  panel(opener: Surface, open: () => Promise<void>): Promise<Surface>;
  /** One of our own pages in a tab, such as `library/index.html`. */
  page(path: string): Promise<Surface>;
  /** Fires a command of the manifest as its shortcut does. */
  command(name: string): Promise<void>;
  /** Chooses Lede's entry in the context menu of the element. In Chromium by the menu id, without the menu's own pixels. */
  contextMenu(surface: Surface, target: Target, entry: { id: string; title: string }): Promise<void>;
  /** Lets the browser say yes, as the person would, when Lede next asks for this origin pattern. */
  allow(origin: string): Promise<void>;
  /** Runs a function in the background. */
  background<T, A>(act: (given: A) => T | Promise<T>, given: A): Promise<T>;
  /** Ends the background as the browser does to save memory. It wakes at the next message. */
  stopBackground(): Promise<void>;
  /** Closes the browser and starts it again on the same profile. Surfaces from before are gone. */
  restart(): Promise<void>;
  /** Kills the browser's process and starts it again on the same profile. */
  crash(): Promise<void>;
  close(): Promise<void>;
}

/** How long a surface waits for an element or a frame. */
export const PATIENCE_MS = 10_000;
/** How long the page that greets after an installation may take to open, and how long to look for it after a restart, when it should not. */
export const GREETING_MS = { first: 8_000, again: 1_000 };
const PAUSE_MS = 50;

/** Asks again until the answer is something. Throws with `missing` after ten seconds. */
export async function patiently<T>(ask: () => Promise<T | null | undefined>, missing: () => string): Promise<T> {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    const answer = await ask();
    if (answer !== null && answer !== undefined) return answer;
    if (Date.now() > end) throw new Error(missing());
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
}

/** Whether an accessible name is the one meant; white space is folded. */
export function named(name: string, wanted: string | RegExp): boolean {
  const folded = name.replace(/\s+/gu, ' ').trim();
  return typeof wanted === 'string' ? folded === wanted : wanted.test(folded);
}

/** Runs in a page: the viewport boxes of the first and last character of `words`, scrolled into view. */
export function boxesOf(words: string): { from: Point; to: Point; middle: Point } | null {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const at = (node.nodeValue ?? '').indexOf(words);
    if (at < 0) continue;
    const range = document.createRange();
    const box = (start: number): DOMRect => {
      range.setStart(node, start);
      range.setEnd(node, start + 1);
      return range.getBoundingClientRect();
    };
    node.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
    // A long paragraph's middle is not the words' middle.
    window.scrollBy({ top: box(at).top - window.innerHeight / 2, behavior: 'instant' });
    const [first, last] = [box(at), box(at + words.length - 1)];
    const middle = box(at + Math.floor(words.length / 2));
    const rtl = getComputedStyle(node.parentElement ?? document.body).direction === 'rtl';
    const y = (rect: DOMRect): number => rect.top + rect.height / 2;
    return {
      from: { x: rtl ? first.right - 1 : first.left + 1, y: y(first) },
      to: { x: rtl ? last.left + 1 : last.right - 1, y: y(last) },
      middle: { x: middle.left + middle.width / 2, y: y(middle) },
    };
  }
  return null;
}

/** A place in the viewport, CSS pixels. */
export interface Point {
  x: number;
  y: number;
}
