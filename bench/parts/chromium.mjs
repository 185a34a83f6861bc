/** The Chromium that benches measure in: headless, without a sandbox or traffic of its own. */
import { chromium } from 'playwright';
import { findBrowser } from '../../dev/browsers.mjs';

const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
];

/** Opens it, with further arguments after the usual ones. The caller closes it. */
export function openChromium(...more) {
  const executablePath = findBrowser('chromium');
  return chromium.launch({ ...(executablePath ? { executablePath } : {}), args: [...ARGS, ...more] });
}
