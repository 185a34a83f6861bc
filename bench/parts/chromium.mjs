/** Opens the Chromium that benches measure in: headless, without a sandbox or background traffic. */
import { chromium } from 'playwright';
import { CHROMIUM_ARGS, findBrowser } from '../../dev/browsers.mjs';

/** Opens Chromium with `more` arguments after the usual ones. The caller closes it. */
export function openChromium(...more) {
  const executablePath = findBrowser('chromium');
  return chromium.launch({ ...(executablePath ? { executablePath } : {}), args: [...CHROMIUM_ARGS, ...more] });
}
