/** Applies a person's theme to a page; `system` follows the system's colour scheme and contrast preference. */
import type { Settings } from '../../adapters/browser/settings.ts';

const DARK = '(prefers-color-scheme: dark)';
const CONTRAST = '(prefers-contrast: more)';

function looks(theme: Settings['theme']): string {
  const dark = matchMedia(DARK).matches;
  const contrast = dark ? 'contrast-dark' : 'contrast';
  if (theme === 'contrast') return contrast;
  if (theme !== 'system') return theme;
  return matchMedia(CONTRAST).matches ? contrast : dark ? 'dark' : 'light';
}

/** Sets `data-theme` now and whenever the system changes, until the signal. */
export function applyTheme(theme: Settings['theme'], signal: AbortSignal): void {
  const put = () => {
    document.documentElement.dataset.theme = looks(theme);
  };
  put();
  for (const query of [DARK, CONTRAST]) matchMedia(query).addEventListener('change', put, { signal });
}
