/**
 * `npm run pictures`: takes the stores' screenshots (1280 × 800) and the small tile (440 × 280) into store/pictures/,
 * from a real Chromium with Lede in it.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright';
import { runnerImport } from 'vite';
import { findBrowser } from './browsers.mjs';
import { TOP, run } from './ensure.mjs';

process.env.PW_CHROMIUM_ATTACH_TO_OTHER = '1'; // before the browser starts: the popup is a page for Playwright
if (run('npx', ['vite', 'build', '--mode', 'chrome', '--logLevel', 'warn']) !== 0) process.exit(1);
const harness = async (path) => {
  const { href } = pathToFileURL(join(TOP, 'tests/e2e/harness', path));
  return (await runnerImport(href, { configFile: false, logLevel: 'silent' })).module;
};
const { Site } = await harness('site.ts');
const { startChromium } = await harness('chromium.ts');
const { Glance, say } = await harness('glance.ts');
const { frontTab } = await harness('front-tab.ts');

const OUT = join(TOP, 'store/pictures');
const SIZE = { width: 1280, height: 800 };
/** Viewport of a page that fills half of a screenshot, at two thirds of its size. */
const HALF = { width: 948, height: 1200 };
/** Long enough for animations to end. */
const REST_MS = 900;
const rest = () => new Promise((resolve) => setTimeout(resolve, REST_MS));
mkdirSync(OUT, { recursive: true });
const site = await Site.start();
site.serveFolder(join(TOP, 'store'));

/** Runs a scene in its own browser, in a given language and colour scheme. */
async function scene({ path, host = 'courier.test', language = 'en_US', scheme = 'light', size = SIZE }, act) {
  const browser = await startChromium(join(TOP, 'dist/chrome'), site.origin, language);
  try {
    const tab = await browser.open(site.url(path, host));
    const dress = (page) => page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    await tab.page.setViewportSize(size);
    await dress(tab.page);
    return await act({ browser, tab, dress });
  } finally {
    await browser.close();
  }
}

async function openPopup({ browser, dress }) {
  const popup = new Glance(await browser.popup());
  await dress(popup.surface.page);
  return popup.settled();
}

/** Takes a screenshot of some HTML at a size. */
async function compose(name, size, html) {
  const browser = await chromium.launch({ executablePath: findBrowser('chromium'), args: ['--no-sandbox'] });
  const page = await browser.newPage({ viewport: size });
  await page.setContent(`<style>*{box-sizing:border-box}body{margin:0;height:100vh;overflow:hidden}</style>${html}`);
  await page.screenshot({ path: join(OUT, `${name}.png`) });
  await browser.close();
}

const image = (bytes) => `data:image/png;base64,${bytes.toString('base64')}`;

/** Takes a picture of the popup over the page it was opened on. */
async function popupOver(name, options, before = async () => {}) {
  const [page, popup] = await scene(options, async (stage) => {
    const shown = await openPopup(stage);
    await before(shown);
    await rest();
    const popupBytes = await shown.surface.page.screenshot();
    await shown.surface.close();
    return [await stage.tab.page.screenshot(), popupBytes];
  });
  const shadow = 'box-shadow:0 8px 32px #0006;border-radius:10px';
  await compose(
    name,
    SIZE,
    `<img src="${image(page)}" style="position:absolute;inset:0"><img src="${image(popup)}" ` +
      `style="position:absolute;top:16px;right:24px;${shadow}">`,
  );
}

/** Takes a picture of a page before and after it is made calm, side by side. */
async function beforeAfter(name) {
  const [before, after] = await scene({ path: '/sample.html', size: HALF }, async (stage) => {
    const first = await stage.tab.page.screenshot();
    const popup = await openPopup(stage);
    await popup.surface.click({ role: 'button', name: say('glance_calm') });
    await rest();
    await popup.surface.close();
    await rest();
    return [first, await stage.tab.page.screenshot()];
  });
  const half = (bytes) =>
    `<div style="width:632px;height:800px;overflow:hidden"><img src="${image(bytes)}" style="width:632px"></div>`;
  await compose(
    name,
    SIZE,
    `<div style="display:flex;gap:16px;background:#28558f">${half(before)}${half(after)}</div>`,
  );
}

/** Takes a picture of the reader at full size, with two highlights. */
async function reader(name, { theme, words = [], ...options }) {
  await scene(options, async ({ browser, tab, dress }) => {
    await (await openPopup({ browser, dress })).surface.close();
    const view = await browser.page(`reader/index.html?tab=${await frontTab(browser)}&theme=${theme}`);
    await view.page.setViewportSize(SIZE);
    await dress(view.page);
    await view.page.locator('.reader-body p').first().waitFor();
    for (const one of words) {
      await view.select(one);
      await view.press('h');
      await rest();
    }
    await view.page.evaluate(() => getSelection()?.removeAllRanges());
    await view.page.mouse.move(1, 1);
    await view.page.evaluate(() => scrollTo(0, 0));
    await rest();
    await view.page.screenshot({ path: join(OUT, `${name}.png`) });
    await tab.close();
  });
}

async function tile() {
  const mark = readFileSync(join(TOP, 'dev/mark.svg'), 'utf8');
  await compose(
    'tile',
    { width: 440, height: 280 },
    '<div style="height:280px;display:grid;place-content:center;justify-items:center;gap:10px;' +
      `background:#f7f5ef;color:#22304a;font:600 44px 'Noto Serif',Georgia,serif">
      <div style="width:88px;height:88px">${mark.replace('<svg', '<svg width="88" height="88"')}</div>Lede
      <div style="font:400 18px 'Noto Sans',Arial,sans-serif;color:#4b5566">Read the article. Keep what ` +
      'matters.</div></div>',
  );
}

const wanted = new Set(process.argv.slice(2));
const pictures = {
  '1-before-after': beforeAfter,
  '2-popup': (name) => popupOver(name, { path: '/sample.html' }),
  '3-reader-dark': (name) =>
    reader(name, {
      path: '/sample.html',
      theme: 'dark',
      scheme: 'dark',
      words: ['a third of what a new wall would have cost'],
    }),
  '4-chinese': (name) =>
    popupOver(name, { path: '/articles/library.zh', language: 'zh_CN' }, (popup) =>
      popup.surface.click({ css: '[role=tab]', at: 1 }),
    ),
  '5-right-to-left': (name) => reader(name, { path: '/articles/schools.ar', language: 'ar', theme: 'sepia' }),
  tile,
};
for (const [name, take] of Object.entries(pictures)) if (wanted.size === 0 || wanted.has(name)) await take(name);
await site.close();
