/** `npm run pictures`: takes the README's pictures of popup and page into docs/, from a real Chromium with Lede in it. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runnerImport } from 'vite';
import { TOP, run } from './ensure.mjs';

process.env.PW_CHROMIUM_ATTACH_TO_OTHER = '1'; // before Playwright loads: the popup is a page for it
if (run('npx', ['vite', 'build', '--mode', 'chrome', '--logLevel', 'warn']) !== 0) process.exit(1);
const hands = async (path) =>
  (
    await runnerImport(pathToFileURL(join(TOP, 'tests/e2e/harness', path)).href, {
      configFile: false,
      logLevel: 'silent',
    })
  ).module;
const { Site } = await hands('site.ts');
const { startChromium } = await hands('chromium.ts');
const { Glance, say } = await hands('glance.ts');
const { wordsOn } = await hands('marks.ts');

const DOCS = join(TOP, 'docs');
mkdirSync(DOCS, { recursive: true });
const site = await Site.start();

/** One popup: on an article, in a language, in a light. `before` does what a person would before the picture. */
async function popup(name, { article = 'river.en', language = 'en_US', scheme = 'light', before } = {}) {
  const browser = await startChromium(join(TOP, 'dist/chrome'), site.origin, language);
  try {
    await browser.open(site.url(`/articles/${article}`, 'news.test'));
    const opened = new Glance(await browser.popup());
    await opened.surface.page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    await opened.settled();
    await before?.(opened);
    await opened.surface.screenshot(join(DOCS, `${name}.png`));
  } finally {
    await browser.close();
  }
}

/** Waits until so many passages are painted. */
async function painted(opened, count) {
  while ((await wordsOn(opened)).length < count) await new Promise((resolve) => setTimeout(resolve, 50));
}

/** A page with two highlights and the bar on a third selection. */
async function page(name) {
  const browser = await startChromium(join(TOP, 'dist/chrome'), site.origin);
  try {
    const opened = await browser.open(site.url('/articles/river.en', 'news.test'));
    await (await new Glance(await browser.popup()).settled()).surface.close();
    await opened.select('The engineers of that time straightened the beds');
    await opened.clickGuest(say('colour_green'));
    await painted(opened, 1);
    await opened.select('how cool the water stays in August');
    await opened.clickGuest(say('colour_yellow'));
    await painted(opened, 2);
    await opened.select('The plan of last autumn measures something else');
    await new Promise((resolve) => setTimeout(resolve, 500)); // the bar has come up
    await opened.screenshot(join(DOCS, `${name}.png`));
  } finally {
    await browser.close();
  }
}

await popup('popup');
await popup('popup-points-dark', { scheme: 'dark', before: (opened) => opened.show('glance_points') });
await popup('popup-aside', { before: (opened) => opened.setAside() });
await popup('popup-chinese', { article: 'library.zh', language: 'zh_CN' });
await popup('popup-rtl', { article: 'schools.ar' });
await page('page');
await site.close();
