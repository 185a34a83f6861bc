/** Renders only the rows in sight (TanStack Virtual); rows measure themselves. */
import { useCallback, useEffect, useReducer, useRef, useState } from 'preact/hooks';
import {
  type VirtualItem,
  Virtualizer,
  elementScroll,
  observeElementOffset,
  observeElementRect,
} from '@tanstack/virtual-core';

/** Rows kept ready above and below what is seen. */
const OVERSCAN = 5;
/** They wait until the rows have not changed for this long, in ms: during typing the visible rows come first. */
const REST_MS = 150;

/** What the list renders: the total height, the rows, how one is measured, and how one is scrolled into view. */
export interface Virtual {
  heightPx: number;
  rows: VirtualItem[];
  measure: (element: Element | null) => void;
  scrollTo: (index: number) => void;
}

/**
 * `scroller` scrolls; the keys of rows name them, so that measures outlive a new order. `estimate` is a row's height
 * before it is measured, CSS px.
 */
export function useVirtual<Row extends { key: string }>(
  list: readonly Row[],
  estimate: (row: Row) => number,
  scroller: HTMLElement | null,
): Virtual {
  const [, redraw] = useReducer((n: number) => n + 1, 0);
  const virtual = useRef<Virtualizer<HTMLElement, Element> | null>(null);
  // One function for good: a new one would have every row measured, and the page laid out, at every drawing.
  const measure = useRef((element: Element | null) => virtual.current?.measureElement(element));
  // The same function for the same rows: with a new one every row of thousands is laid out again at every drawing.
  const keyOf = useCallback((index: number) => list[index]?.key ?? index.toString(), [list]);
  const [rested, setRested] = useState(list);
  useEffect(() => {
    const timer = setTimeout(() => setRested(list), REST_MS);
    return () => clearTimeout(timer);
  }, [list]);
  const options = {
    count: list.length,
    getItemKey: keyOf,
    estimateSize: (index: number) => (list[index] ? estimate(list[index]) : 0),
    getScrollElement: () => scroller,
    observeElementRect,
    observeElementOffset,
    scrollToFn: elementScroll,
    overscan: rested === list ? OVERSCAN : 0,
    // rows are there in the first frame, before the list is measured
    initialRect: { width: innerWidth, height: innerHeight },
    onChange: () => redraw(0),
  };
  virtual.current ??= new Virtualizer<HTMLElement, Element>(options);
  virtual.current.setOptions(options);
  useEffect(() => virtual.current?._didMount(), []);
  useEffect(() => {
    virtual.current?._willUpdate();
  });
  return {
    heightPx: virtual.current.getTotalSize(),
    rows: virtual.current.getVirtualItems(),
    measure: measure.current,
    scrollTo: (index) => virtual.current?.scrollToIndex(index, { align: 'auto' }),
  };
}
