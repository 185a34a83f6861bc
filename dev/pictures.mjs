/** `npm run pictures`: takes the README's pictures into docs/, from a real Chromium with Lede in it; with names behind it, those alone. */
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

const { frontTab } = await hands('front-tab.ts');
const { fixture, partsOf } = await hands('../../fixtures/aggregator.ts');

const WANTED = new Set(process.argv.slice(2));
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

const NEWS = '/articles/river.en';
const still = () => new Promise((resolve) => setTimeout(resolve, 700)); // what moves has come to rest

/** The same page as it came and made calm, at the place where a teaser stands in the article. */
async function calm(before, after) {
  const browser = await startChromium(join(TOP, 'dist/chrome'), site.origin);
  try {
    const opened = await browser.open(site.url(NEWS, 'news.test'));
    await opened.page.evaluate(
      (words) => {
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        while (walker.nextNode() && !walker.currentNode.data.includes(words));
        scrollBy(0, walker.currentNode.parentElement.getBoundingClientRect().top - innerHeight * 0.45);
      },
      partsOf(fixture('river.en')).teasers[0].title,
    );
    await still();
    await opened.screenshot(join(DOCS, `${before}.png`));
    const shown = await new Glance(await browser.popup()).settled();
    await shown.surface.click({ role: 'button', name: say('glance_calm') });
    await still();
    await shown.surface.close();
    await still();
    await opened.screenshot(join(DOCS, `${after}.png`));
  } finally {
    await browser.close();
  }
}

/** The panel as it stays beside the page, notes among the outline in one tree. */
async function panel(name) {
  const browser = await startChromium(join(TOP, 'dist/chrome'), site.origin);
  try {
    const opened = await browser.open(site.url(NEWS, 'news.test'));
    await (await new Glance(await browser.popup()).settled()).surface.close();
    await opened.select('The engineers of that time straightened the beds');
    await opened.clickGuest(say('colour_green'));
    await painted(opened, 1);
    const shown = await new Glance(await browser.popup()).settled();
    const side = await browser.panel(shown.surface, async () => {
      await shown.surface.click({ role: 'button', name: say('glance_more') });
      await shown.surface.click({ role: 'menuitem', name: say('glance_open_panel') }).catch(() => undefined);
    });
    const glance = await new Glance(side).settled();
    await still();
    await glance.surface.click({ role: 'button', name: say('glance_more') });
    await glance.surface.click({ role: 'menuitemcheckbox', name: say('glance_one_tree') });
    await still();
    await side.screenshot(join(DOCS, `${name}.png`));
  } finally {
    await browser.close();
  }
}

/** The reader in a theme, wide enough for outline and margin, with a note beside its passage. */
async function reader(name, theme) {
  const browser = await startChromium(join(TOP, 'dist/chrome'), site.origin);
  try {
    await browser.open(site.url(NEWS, 'news.test'));
    await (await new Glance(await browser.popup()).settled()).surface.close();
    const tab = await frontTab(browser);
    const view = await browser.page(`reader/index.html?tab=${tab}&theme=${theme}`);
    await view.page.setViewportSize({ width: 1440, height: 900 });
    await view.page.locator('.reader-body p').first().waitFor();
    await view.select('how cool the water stays in August');
    await view.press('h');
    await still();
    await view.page.evaluate(async () => {
      const ask = (kind, body) => chrome.runtime.sendMessage({ lede: 'ask', kind, body });
      const open = indexedDB.open('lede');
      const db = await new Promise((done) => (open.onsuccess = () => done(open.result)));
      const all = db.transaction('notes').objectStore('notes').getAll();
      const [note] = await new Promise((done) => (all.onsuccess = () => done(all.result)));
      if (note)
        await ask('note.change', {
          id: note.id,
          change: { text: 'Compare with the plan of last autumn.', tags: ['rivers'] },
        });
    });
    await still();
    await view.page.evaluate(() => {
      getSelection()?.removeAllRanges();
      scrollTo(0, 420);
    });
    await view.page.mouse.move(1, 1);
    await still();
    await view.screenshot(join(DOCS, `${name}.png`));
  } finally {
    await browser.close();
  }
}

const PICTURES = {
  popup: (name) => popup(name),
  'popup-points-dark': (name) => popup(name, { scheme: 'dark', before: (opened) => opened.show('glance_points') }),
  'popup-aside': (name) => popup(name, { before: (opened) => opened.setAside() }),
  'popup-chinese': (name) => popup(name, { article: 'library.zh', language: 'zh_CN' }),
  'popup-rtl': (name) => popup(name, { article: 'schools.ar' }),
  page,
  'page-calm': (name) => calm('page-before', name),
  panel,
  'reader-light': (name) => reader(name, 'light'),
  'reader-dark': (name) => reader(name, 'dark'),
};
for (const [name, take] of Object.entries(PICTURES)) if (!WANTED.size || WANTED.has(name)) await take(name);
await site.close();
