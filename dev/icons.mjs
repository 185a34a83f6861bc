/**
 * `node dev/icons.mjs`: draws public/icons/*.png from dev/mark.svg. The two small icons come from dev/mark-small.svg,
 * whose lines are aligned to whole pixels.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { findBrowser } from './browsers.mjs';
import { TOP } from './ensure.mjs';

/** Width and height in px, and the drawing that is most legible at that size. */
const SIZES = { 16: 'mark-small.svg', 32: 'mark-small.svg', 48: 'mark.svg', 128: 'mark.svg' };

const browser = await chromium.launch({ executablePath: findBrowser('chromium'), args: ['--no-sandbox'] });
const page = await browser.newPage();
for (const [size, file] of Object.entries(SIZES)) {
  const drawing = readFileSync(join(import.meta.dirname, file), 'utf8');
  await page.setViewportSize({ width: Number(size), height: Number(size) });
  await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${drawing}`);
  await page.screenshot({ path: join(TOP, `public/icons/${size}.png`), omitBackground: true });
}
await browser.close();
