/** Gives the focus back when a drawer closes. */
import { useLayoutEffect } from 'preact/hooks';
import type { Drawer } from '../ReaderBar.tsx';

/**
 * When the drawer closes, focuses what had the focus when it opened, so that Tab goes on from there. A focus that is
 * still visible elsewhere stays.
 */
export function useReturnedFocus(drawer: Drawer): void {
  useLayoutEffect(() => {
    if (drawer === null) return undefined;
    const opener = document.activeElement;
    return () => {
      const now = document.activeElement;
      const isLost = !now || now === document.body || !now.checkVisibility({ visibilityProperty: true });
      if (isLost && opener instanceof HTMLElement) opener.focus({ preventScroll: true });
    };
  }, [drawer]);
}
