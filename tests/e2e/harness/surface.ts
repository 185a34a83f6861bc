/** What a test can do with a document and with a browser that runs Lede, the same in Chromium and Firefox. */

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
  /** Runs a function in the document with a JSON argument and returns its JSON result. */
  evaluate<T>(act: () => T | Promise<T>): Promise<T>;
  evaluate<T, A>(act: (given: A) => T | Promise<T>, given: A): Promise<T>;
  /** The visible text of every element that matches, in document order; empty if none does. */
  texts(css: string): Promise<string[]>;
  count(target: Target): Promise<number>;
  /** Waits up to ten seconds for the element, scrolls it into view and clicks its middle. */
  click(target: Target, button?: 'left' | 'right'): Promise<void>;
  /** Clicks the middle of the element with this name, in a closed shadow root too. Waits up to ten seconds. */
  clickGuest(name: string | RegExp): Promise<void>;
  /** Everything that a screen reader finds in this tab, in order, including closed shadow roots. */
  accessible(): Promise<Accessible[]>;
  /** Presses a key or a chord, in Playwright's notation: `Enter`, `Shift+Tab`, `a`. */
  press(key: string): Promise<void>;
  type(text: string): Promise<void>;
  /**
   * Drags the pointer over the first occurrence of these words (within one text node), or from there to the end of
   * `upTo`. Open shadow roots count.
   */
  select(words: string, upTo?: string): Promise<void>;
  /** Clicks the middle of the first occurrence of these words. */
  clickWords(words: string): Promise<void>;
  /** Runs a script's source in the document, regardless of its content security policy. */
  run(source: string): Promise<void>;
  /** Shows the document as printed on paper, or on the screen again. */
  medium(medium: 'print' | 'screen'): Promise<void>;
  /** Loads the document again and waits until it is complete. */
  reload(): Promise<void>;
  goto(url: string): Promise<void>;
  /** The frame whose address contains `part`. Waits up to ten seconds. */
  frame(part: string): Promise<Surface>;
  /** Brings the tab to the front. */
  show(): Promise<void>;
  screenshot(file: string): Promise<void>;
  close(): Promise<void>;
}

/** A browser with Lede loaded from dist/, with a profile that survives a restart. */
export interface Browser {
  readonly kind: 'chromium' | 'firefox';
  /** How many times a welcome page has opened at a start since the installation; each was closed. */
  readonly greetings: number;
  /** Opens an active tab and waits until it is loaded. */
  open(url: string): Promise<Surface>;
  /** Clicks Lede's toolbar button on the active tab and returns the popup. This grants activeTab. */
  popup(): Promise<Surface>;
  /**
   * Opens the side panel or the sidebar. In Chromium `opener` must contain a button that opens it, and `open` must
   * click it.
   */
  panel(opener: Surface, open: () => Promise<void>): Promise<Surface>;
  /** Opens one of Lede's pages in a tab, such as `library/index.html`. */
  page(path: string): Promise<Surface>;
  /** Fires a command of the manifest as its shortcut does. */
  command(name: string): Promise<void>;
  /**
   * Chooses Lede's entry in the context menu of the element. In Chromium by the menu id, without the menu's own pixels.
   */
  contextMenu(surface: Surface, target: Target, entry: { id: string; title: string }): Promise<void>;
  /** Grants Lede's next request for this origin pattern, as a person would. */
  allow(origin: string): Promise<void>;
  /** Runs a function in the background. */
  background<T, A>(act: (given: A) => T | Promise<T>, given: A): Promise<T>;
  /** Stops the background as the browser does to save memory. It wakes at the next message. */
  stopBackground(): Promise<void>;
  /** Ends every context of the extension and starts it again under open pages, as an update does. */
  update(): Promise<void>;
  /** Closes the browser and starts it again with the same profile. Earlier surfaces are invalid. */
  restart(): Promise<void>;
  /** Kills the browser's process and starts it again with the same profile. */
  crash(): Promise<void>;
  close(): Promise<void>;
}

/**
 * A highlight's toolbar ignores presses within half a second of its appearance; a person takes longer to aim. In ms.
 */
export const MEANT_MS = 550;

/** How long a surface waits for an element or a frame. */
export const PATIENCE_MS = 10_000;
/**
 * Timeout for the welcome page after an installation, and how long to wait after a restart, when it should not open.
 */
export const GREETING_MS = { first: 8_000, again: 1_000 };
const PAUSE_MS = 50;

/** Repeats a request until it has a result. Throws with `missing` after ten seconds. */
export async function patiently<T>(ask: () => Promise<T | null | undefined>, missing: () => string): Promise<T> {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    const answer = await ask();
    if (answer !== null && answer !== undefined) return answer;
    if (Date.now() > end) throw new Error(missing());
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
}

/** Whether an accessible name matches, with collapsed whitespace. */
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

/** Words of the page, and the end of a stretch that begins with them. */
export interface Stretch {
  words: string;
  upTo?: string;
}

/** A point in the viewport, in CSS pixels. */
export interface Point {
  x: number;
  y: number;
}
