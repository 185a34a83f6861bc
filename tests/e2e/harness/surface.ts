/**
 * What a test may do with a document it sees, and with a browser that has Lede in it: the same in Chromium and in
 * Firefox.
 */

/**
 * Which element: by role and accessible name as a screen reader gives them, or by a CSS selector. `at` counts from 0,
 * the first where left out.
 */
export type Target = { role: string; name: string | RegExp; at?: number } | { css: string; at?: number };

/** One node of the accessibility tree. Roles are ARIA's. */
export interface Accessible {
  role: string;
  name: string;
}

/**
 * A document: a tab, the popup, the panel, or a frame in one of them. Every click and key is real input of the browser.
 */
export interface Surface {
  address(): Promise<string>;
  /** Runs a function in the document with a JSON argument and gives its JSON answer. */
  evaluate<T>(act: () => T | Promise<T>): Promise<T>;
  evaluate<T, A>(act: (given: A) => T | Promise<T>, given: A): Promise<T>;
  /** The visible text of every element that matches, in document order; empty if none does. */
  texts(css: string): Promise<string[]>;
  count(target: Target): Promise<number>;
  /** Waits up to ten seconds for the element, scrolls it into view and clicks its middle. */
  click(target: Target, button?: 'left' | 'right'): Promise<void>;
  /**
   * Clicks the middle of the element with this name wherever it lies, in a closed shadow root too. Waits up to ten
   * seconds.
   */
  clickGuest(name: string | RegExp): Promise<void>;
  /** All a screen reader meets in this tab, in order, closed shadow roots included. */
  accessible(): Promise<Accessible[]>;
  /** Presses a key or a chord, in Playwright's words: `Enter`, `Shift+Tab`, `a`. */
  press(key: string): Promise<void>;
  type(text: string): Promise<void>;
  /**
   * Drags the pointer over the first occurrence of these words (within one text node), or from there to the end of
   * `upTo`. Open shadow roots count.
   */
  select(words: string, upTo?: string): Promise<void>;
  /** Clicks the middle of the first occurrence of these words. */
  clickWords(words: string): Promise<void>;
  /** Runs a script's source in the document, whatever its content security policy says. */
  run(source: string): Promise<void>;
  /** Shows the document as printed on paper, or on the screen again. */
  medium(medium: 'print' | 'screen'): Promise<void>;
  /** Loads the document again and waits until it is complete. */
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
  /**
   * Clicks Lede's button in the toolbar, with the tab in front, and gives the popup that opens. activeTab is granted.
   */
  popup(): Promise<Surface>;
  /**
   * Opens the side panel or the sidebar. In Chromium `opener` must hold a button that opens it, and `open` click it.
   */
  panel(opener: Surface, open: () => Promise<void>): Promise<Surface>;
  /** One of our own pages in a tab, such as `library/index.html`. */
  page(path: string): Promise<Surface>;
  /** Fires a command of the manifest as its shortcut does. */
  command(name: string): Promise<void>;
  /**
   * Chooses Lede's entry in the context menu of the element. In Chromium by the menu id, without the menu's own pixels.
   */
  contextMenu(surface: Surface, target: Target, entry: { id: string; title: string }): Promise<void>;
  /** Lets the browser say yes, as the person would, when Lede next asks for this origin pattern. */
  allow(origin: string): Promise<void>;
  /** Runs a function in the background. */
  background<T, A>(act: (given: A) => T | Promise<T>, given: A): Promise<T>;
  /** Ends the background as the browser does to save memory. It wakes at the next message. */
  stopBackground(): Promise<void>;
  /** Ends every context of the extension and starts it again under open pages, as an update does. */
  update(): Promise<void>;
  /** Closes the browser and starts it again on the same profile. Surfaces from before are gone. */
  restart(): Promise<void>;
  /** Kills the browser's process and starts it again on the same profile. */
  crash(): Promise<void>;
  close(): Promise<void>;
}

/** The bar of a highlight takes no press within half a second of its coming up; a person takes longer to aim, ms. */
export const MEANT_MS = 550;

/** How long a surface waits for an element or a frame. */
export const PATIENCE_MS = 10_000;
/**
 * How long the page that greets after an installation may take to open, and how long to look for it after a restart,
 * when it should not.
 */
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

/**
 * Runs in a page: the viewport boxes of the first character of `words`, scrolled into view, and of the last one of
 * `upTo` (or `words`); open shadow roots too.
 */
export function boxesOf({ words, upTo = words }: Stretch): { from: Point; to: Point; middle: Point } | null {
  const find = (root: Node, wanted: string): [Text, number] | null => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const inside = node instanceof Element && node.shadowRoot ? find(node.shadowRoot, wanted) : null;
      if (inside) return inside;
      const at = node instanceof Text ? node.data.indexOf(wanted) : -1;
      if (node instanceof Text && at >= 0 && node.parentElement?.checkVisibility() !== false) return [node, at];
    }
    return null;
  };
  const [begin, finish] = [find(document.body, words), find(document.body, upTo)];
  if (!begin || !finish) return null;
  const range = document.createRange();
  const box = ([node]: [Text, number], start: number): DOMRect => {
    range.setStart(node, start);
    range.setEnd(node, start + 1);
    return range.getBoundingClientRect();
  };
  const isRtl = ([node]: [Text, number]) => getComputedStyle(node.parentElement ?? document.body).direction === 'rtl';
  begin[0].parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
  // A long paragraph's middle is not the words' middle.
  window.scrollBy({ top: box(begin, begin[1]).top - window.innerHeight / 2, behavior: 'instant' });
  const [first, last] = [box(begin, begin[1]), box(finish, finish[1] + upTo.length - 1)];
  const middle = box(begin, begin[1] + Math.floor(words.length / 2));
  const y = (rect: DOMRect): number => rect.top + rect.height / 2;
  return {
    from: { x: isRtl(begin) ? first.right - 1 : first.left + 1, y: y(first) },
    to: { x: isRtl(finish) ? last.left + 1 : last.right - 1, y: y(last) },
    middle: { x: middle.left + middle.width / 2, y: y(middle) },
  };
}

/** Words of the page, and where a stretch that begins with them ends. */
export interface Stretch {
  words: string;
  upTo?: string;
}

/** A place in the viewport, CSS pixels. */
export interface Point {
  x: number;
  y: number;
}
