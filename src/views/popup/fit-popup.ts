/** Fits the popup into the room the browser gives it, which may be less than it asks for (small screens, zoom) or a little more. */

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
    if (innerWidth > main.offsetWidth) {
      // Never less than it asked for: a width that follows the window, which follows the width, would shrink step by step.
      style.setProperty('--popup-least', `${main.offsetWidth}px`);
      style.setProperty('--popup-width', '100%');
    }
  };
  const soon = () => {
    clearTimeout(timer);
    timer = window.setTimeout(fit, SETTLED_MS);
  };
  window.addEventListener('resize', soon);
  soon();
}
