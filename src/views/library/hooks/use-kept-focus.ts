/** Keeps the keyboard's place when the focused element goes away, for example with the row that was deleted. */
import { useLayoutEffect } from 'preact/hooks';

/**
 * Where the focus goes, first match wins. The bin's lines are tried before, by their position: they are no rows with
 * an active one.
 */
const NEXT = ['.library-active .library-check', '.library-scroll[tabindex]', '.empty button'];

/** Moves the focus to the active row, the list, or the button of an empty list. False if there is none of them. */
export function focusList(within: ParentNode): boolean {
  const next = NEXT.map((one) => within.querySelector<HTMLElement>(one)).find((one) => one !== null);
  next?.focus({ preventScroll: true });
  return Boolean(next);
}

/**
 * Watches `main`, the part of the page that lists things. A browser moves the focus of a removed element to the body,
 * from where the next Tab starts over at the top of the page.
 */
export function useKeptFocus(main: HTMLElement | null): void {
  useLayoutEffect(() => {
    if (!main) return;
    const life = new AbortController();
    let last: { element: Element; line: number } | null = null;
    const lines = () => [...main.querySelectorAll('.binned')];
    const onFocus = ({ target }: FocusEvent) => {
      if (!(target instanceof Element)) return;
      const line = target.closest('.binned');
      last = { element: target, line: line ? lines().indexOf(line) : 0 };
    };
    main.addEventListener('focusin', onFocus, { signal: life.signal });
    const observer = new MutationObserver(() => {
      if (!last || last.element.isConnected) return;
      const left = lines();
      const line = left[Math.min(last.line, left.length - 1)]?.querySelector('button');
      last = null;
      if (document.activeElement !== document.body) return;
      if (line) line.focus({ preventScroll: true });
      else if (!focusList(main)) document.querySelector<HTMLElement>('.library-search')?.focus({ preventScroll: true });
    });
    observer.observe(main, { childList: true, subtree: true });
    return () => {
      life.abort();
      observer.disconnect();
    };
  }, [main]);
}
