/** Fits the popup into the height the browser gives it, which may be less than it asks for (small screens, zoom). */

/** The browsers may size a popup in several steps as it fills; after this pause it stays. */
const SETTLED_MS = 120;
/** A window this high is no step on the way and is fitted at once, before its first frame; less is waited for. */
const WHOLE_PX = 300;

/** Watches the popup's own window from now on. */
export function fitPopup(): void {
  let timer = 0;
  const fit = () => {
    const view = document.getElementById('view');
    if (view && innerHeight < view.offsetHeight)
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
