/** Renders only the rows in sight (TanStack Virtual); rows measure themselves. */
import { useEffect, useReducer, useRef } from 'preact/hooks';
import {
  type VirtualItem,
  Virtualizer,
  elementScroll,
  observeElementOffset,
  observeElementRect,
} from '@tanstack/virtual-core';

/** Rows kept ready above and below what is seen. */
const OVERSCAN = 5;

/** What the list renders: the whole height, the rows, how one is measured, and how one is brought into sight. */
export interface Virtual {
  heightPx: number;
  rows: VirtualItem[];
  measure: (element: Element | null) => void;
  scrollTo: (index: number) => void;
}

/** `scroller` scrolls; `keyOf` names rows so that measures outlive a new order. */
export function useVirtual(
  count: number,
  keyOf: (index: number) => string,
  estimate: (index: number) => number,
  scroller: HTMLElement | null,
): Virtual {
  const [, redraw] = useReducer((n: number) => n + 1, 0);
  const virtual = useRef<Virtualizer<HTMLElement, Element> | null>(null);
  // One function for good: a new one would have every row measured, and the page laid out, at every drawing.
  const measure = useRef((element: Element | null) => virtual.current?.measureElement(element));
  const options = {
    count,
    getItemKey: keyOf,
    estimateSize: estimate,
    getScrollElement: () => scroller,
    observeElementRect,
    observeElementOffset,
    scrollToFn: elementScroll,
    overscan: OVERSCAN,
    initialRect: { width: innerWidth, height: innerHeight }, // rows are there in the first frame, before the list is measured
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
