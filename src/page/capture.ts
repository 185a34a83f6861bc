/** Reads the live page into an article, once until it changes, with what the person brought back kept in. */
import type { TracedArticle } from '../core/article/article.ts';
import { trace } from '../core/article/read.ts';
import type { Result } from '../core/result.ts';

/** Reads a live document. */
export interface Capture {
  /** The article as last read; reads where there is none, where the page has replaced it, or `fresh` is asked. */
  read(fresh: boolean): Result<TracedArticle>;
  /** What was read last, or null. */
  last(): TracedArticle | null;
  /** Forgets what was read, as when the page's address changes. */
  forget(): void;
  broughtBack: Set<string>;
  /** Shapes of blocks that the person brought back on the whole site. */
  shapes: Set<string>;
}

/** Whether the page's own style keeps an element from being seen. Content behind a closed `<details>` is the author's. */
function isHidden(element: Element): boolean {
  if (element.closest('[data-lede-aside]')) return false; // hidden by us, not by the page
  return !element.checkVisibility({ visibilityProperty: true, opacityProperty: false });
}

/** Whether the page still holds what was read: what was cut out or replaced since is looked at by its ends, so that it costs nothing. */
function stands({ places, root }: TracedArticle): boolean {
  return root.isConnected && [places[0], places.at(-1)].every((place) => place === undefined || place.node.isConnected);
}

/** Makes the one reader of a document. */
export function createCapture(document: Document): Capture {
  let last: Result<TracedArticle> | null = null;
  const broughtBack = new Set<string>();
  const shapes = new Set<string>();
  return {
    broughtBack,
    shapes,
    read(fresh) {
      // A page that had no article may have one now: its text came late.
      if (last?.ok && !fresh && stands(last.value)) return last;
      const url = document.location.href;
      const { contentType } = document;
      last = trace(document, { url, contentType, isHidden, keep: [...broughtBack], keepShapes: [...shapes] });
      return last;
    },
    last: () => (last?.ok ? last.value : null),
    forget() {
      last = null;
    },
  };
}
