/** Fits the popup into the height the browser gives it, which may be less than it asks for (small screens, zoom). */

/** The browsers size a popup in several steps as it fills; after this pause it stays. */
const SETTLED_MS = 120;

/** Watches the popup's own window from now on. */
export function fitPopup(): void {
  let timer = 0;
  const fit = () => {
    const { style } = document.documentElement;
    const main = document.querySelector('main');
    if (!main) return;
    if (innerHeight < main.offsetHeight) style.setProperty('--popup-height', `${innerHeight}px`);
  };
  const soon = () => {
    clearTimeout(timer);
    timer = window.setTimeout(fit, SETTLED_MS);
  };
  window.addEventListener('resize', soon);
  soon();
}
