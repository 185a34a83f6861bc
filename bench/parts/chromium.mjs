/** The Chromium that benches measure in: headless, without a sandbox or traffic of its own. */
import { chromium } from 'playwright';
import { findBrowser } from '../../dev/browsers.mjs';
import { CHROMIUM_ARGS } from './chromium-args.mjs';

/** Opens it, with further arguments after the usual ones. The caller closes it. */
export function openChromium(...more) {
  const executablePath = findBrowser('chromium');
  return chromium.launch({ ...(executablePath ? { executablePath } : {}), args: [...CHROMIUM_ARGS, ...more] });
}
