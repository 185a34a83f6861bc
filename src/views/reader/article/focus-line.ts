/** Dims everything except some lines around the middle of the window, for people who lose their place. */
import { useEffect } from 'preact/hooks';

/** On while `on`; two veils of the surface's colour, which nobody hits and no screen reader meets. */
export function useFocusLine(on: boolean): void {
  useEffect(() => {
    if (!on) return undefined;
    document.documentElement.classList.add('focuses-lines');
    return () => document.documentElement.classList.remove('focuses-lines');
  }, [on]);
}
