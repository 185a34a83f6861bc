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
const OVERSCAN = 8;

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
  const options = {
    count,
    getItemKey: keyOf,
    estimateSize: estimate,
    getScrollElement: () => scroller,
    observeElementRect,
    observeElementOffset,
    scrollToFn: elementScroll,
    overscan: OVERSCAN,
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
    measure: (element) => virtual.current?.measureElement(element),
    scrollTo: (index) => virtual.current?.scrollToIndex(index, { align: 'auto' }),
  };
}
