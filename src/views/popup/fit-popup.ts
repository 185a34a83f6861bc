/** Fits the popup into the height the browser gives it, which may be less than it asks for (small screens, zoom). */

/** The browsers may size a popup in several steps as it fills; after this pause it stays. */
const SETTLED_MS = 120;
/**
 * A window of at least this height is final and is fitted at once, before its first frame; for a lower one the popup
 * waits.
 */
const WHOLE_PX = 300;
/**
 * No browser shows a popup this low: Firefox loads it in a window of 0 × 0 or 10 × 10 px first. Fitted into that, the
 * view asks for no height, the window grows to none, and the popup stays blank.
 */
const LEAST_PX = 100;

/** Watches the popup's own window from now on. */
export function fitPopup(): void {
  let timer = 0;
  const fit = () => {
    const view = document.getElementById('view');
    if (view && innerHeight >= LEAST_PX && innerHeight < view.offsetHeight)
      document.documentElement.style.setProperty('--popup-height', `${innerHeight}px`);
  };
  const look = () => {
    clearTimeout(timer);
    if (innerHeight >= WHOLE_PX) fit();
    else timer = window.setTimeout(fit, SETTLED_MS);
  };
  window.addEventListener('resize', look);
  look();
}
