/**
 * How fast popup, calm page and reader open on an article of 5,000 words with 1,000 highlights, in a real Chromium,
 * compared with a page of one line (the browser's own cost) and Firefox's Reader View.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from '../dev/browsers.mjs';
import { createCalm } from './parts/calm.mjs';
import { BENCH_EXTENSION_ARGS } from './parts/chromium-args.mjs';
import { readerViewTimes } from './parts/reader-view.mjs';
import { longArticle } from './parts/reading-article.mjs';

process.env.PW_CHROMIUM_ATTACH_TO_OTHER = '1';
const root = join(import.meta.dirname, '..');
const WORDS = 5_000;
const HIGHLIGHTS = 1_000;
/** Openings timed of each kind. */
const TIMES = Number(process.env.LEDE_BENCH_TIMES ?? 9);

const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
const ms = (value) => `${value.toFixed(0)} ms`;

/**
 * Milliseconds from the document's start to its first and its largest paint, to each mark of ours, and its longest
 * task.
 */
const PAINT = () =>
  new Promise((done) => {
    const seen = { first: 0, paint: 0, task: 0 };
    const watch = (type, heard) =>
      new PerformanceObserver((list) => list.getEntries().forEach(heard)).observe({ type, buffered: true });
    watch('paint', ({ name, startTime }) => name === 'first-contentful-paint' && (seen.first = startTime));
    watch('largest-contentful-paint', ({ startTime }) => (seen.paint = Math.max(seen.paint, startTime)));
    watch('longtask', ({ duration }) => (seen.task = Math.max(seen.task, duration)));
    setTimeout(() => {
      const marks = performance.getEntriesByType('mark').map(({ name, startTime }) => [name, startTime]);
      done({ ...seen, ...Object.fromEntries(marks.reverse()) }); // of marks of one name the first counts
    }, 900);
  });

/** Scrolls through the whole page from its top, wherever the reader was left, and tells how long frames took. */
const SCROLL = () =>
  new Promise((done) => {
    scrollTo(0, 0);
    const gaps = [];
    let before = performance.now();
    const step = (now) => {
      gaps.push(now - before);
      before = now;
      scrollBy(0, 60);
      if (gaps.length < 300 && scrollY + innerHeight < document.documentElement.scrollHeight - 2)
        requestAnimationFrame(step);
      else
        done({ frames: gaps.length, late: gaps.filter((gap) => gap > 25).length, worst: Math.max(...gaps.slice(2)) });
    };
    requestAnimationFrame(step);
  });

/** An extension whose popup is one line, to measure the browser's own cost of opening one. */
function bareExtension() {
  const folder = mkdtempSync(join(tmpdir(), 'lede-bench-bare-'));
  const manifest = { manifest_version: 3, name: 'Bare', version: '1', action: { default_popup: 'popup.html' } };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  writeFileSync(
    join(folder, 'popup.html'),
    '<!doctype html><meta charset="utf-8"><title>Bare</title><body style="inline-size: 380px; block-size: ' +
      '500px"><p>One line.</p>',
  );
  return folder;
}

/** Keeps the article with highlights spread over it; returns how many there are and the entry's id. */
const KEEP = async ({ article, most }) => {
  const ask = (kind, body) => chrome.runtime.sendMessage({ lede: 'ask', kind, body });
  const stub = { ...article, tree: { tag: 'div', children: [] }, text: '', blocks: [], removed: [] }; // kept already
  const step = Math.floor(article.text.length / most);
  let added = 0;
  let entryId = '';
  for (let n = 0; n < most; n++) {
    const start = n * step;
    const cut = (from, to) => article.text.slice(Math.max(0, from), to);
    const quote = {
      exact: cut(start, start + 18),
      prefix: cut(start - 64, start),
      suffix: cut(start + 18, start + 82),
      start,
    };
    const answer = await ask('note.add', { article: n ? stub : article, quote, colour: 'yellow', text: '' });
    if (!answer.ok) continue;
    added++;
    entryId = answer.value.entryId;
  }
  return { added, entryId };
};

export async function run() {
  const { chromium } = await import('@playwright/test');
  const build = ['vite', 'build', '--mode', 'chrome', '--logLevel', 'warn'];
  const built = spawnSync('npx', build, { cwd: root, stdio: 'inherit' });
  if (built.status !== 0) return built.status ?? 1;
  const html = longArticle(WORDS);
  const server = createServer((_, answer) => answer.setHeader('content-type', 'text/html; charset=utf-8').end(html));
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  const url = `http://127.0.0.1:${server.address().port}/keepers`;
  const profile = mkdtempSync(join(tmpdir(), 'lede-bench-'));
  const bare = bareExtension();
  const calm = createCalm();
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: findBrowser('chromium'),
    viewport: null,
    ignoreDefaultArgs: ['--disable-extensions'],
    args: BENCH_EXTENSION_ARGS,
  });
  try {
    const cdp = await context.browser().newBrowserCDPSession();
    const { id } = await cdp.send('Extensions.loadUnpacked', { path: join(root, 'dist/chrome') });
    const { id: bareId } = await cdp.send('Extensions.loadUnpacked', { path: bare });
    const page = await context.newPage();
    await page.goto(url);
    await page.waitForTimeout(1000);
    const timePopup = async (extension) => {
      await page.bringToFront();
      await calm.wait();
      const { targetInfos } = await cdp.send('Target.getTargets', { filter: [{ type: 'tab' }] });
      const tab = targetInfos.find((target) => target.url === page.url());
      const opened = context.waitForEvent('page', (one) => one.url().includes(extension));
      await cdp.send('Extensions.triggerAction', { id: extension, targetId: tab.targetId });
      const popup = await opened;
      const seen = await popup.evaluate(PAINT);
      await popup.close();
      return seen;
    };
    const floors = [];
    const popups = [];
    const fresh = [];
    for (let n = 0; n < TIMES; n++) {
      floors.push(await timePopup(bareId));
      popups.push(await timePopup(id));
    }
    for (let n = 0; n < TIMES; n++) {
      await page.goto(`${url}?page=${n}`); // a page that Lede has not read
      fresh.push(await timePopup(id));
    }
    report('popup of one line', floors);
    report('popup, first of the browser', popups.slice(0, 1));
    report('popup, page not read before', fresh);
    report('popup, again', popups.slice(1));

    const [worker] = context.serviceWorkers();
    const calmed = await worker.evaluate(async () => {
      const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
      const times = [];
      for (let n = 0; n < 14; n++) {
        const start = performance.now();
        await chrome.tabs.sendMessage(tab.id, { lede: 'ask', kind: 'calm.set', body: { on: n % 2 === 0 } });
        times.push(performance.now() - start);
      }
      return { tabId: tab.id, on: times.filter((_, n) => n % 2 === 0), off: times.filter((_, n) => n % 2 === 1) };
    });
    for (const way of ['on', 'off'])
      console.log(`calm page, ${way}\tmedian ${ms(median(calmed[way]))}, worst ${ms(Math.max(...calmed[way]))}`);

    const reader = await context.newPage();
    const timeReader = async (address) => {
      await reader.goto('about:blank');
      await calm.wait();
      await reader.goto(address);
      return reader.evaluate(PAINT);
    };
    const ours = `chrome-extension://${id}/reader/index.html`;
    const [tabs, readers, unread] = [[], [], []];
    for (let n = 0; n < TIMES; n++) {
      tabs.push(await timeReader(`chrome-extension://${bareId}/popup.html`));
      readers.push(await timeReader(`${ours}?tab=${calmed.tabId}`));
    }
    await worker.evaluate(() => chrome.storage.session.remove('last-read')); // as when no popup was open before
    for (let n = 0; n < TIMES; n++) unread.push(await timeReader(`${ours}?tab=${calmed.tabId}`));
    report('tab of one line', tabs);
    report('reader, from the popup', readers);
    report('reader, by shortcut', unread);
    await reader.bringToFront(); // a tab behind another draws no frames
    const plain = await reader.evaluate(SCROLL);
    const hand = await context.newPage();
    await hand.goto(`chrome-extension://${id}/options/index.html`);
    const article = await hand.evaluate(async (tabId) => {
      const read = await chrome.tabs.sendMessage(tabId, { lede: 'ask', kind: 'article.read', body: { fresh: false } });
      return read.value.article;
    }, calmed.tabId);
    await page.close(); // or every highlight would be told to the page, and the bench would time that
    const { added, entryId } = await hand.evaluate(KEEP, { article, most: HIGHLIGHTS });
    await hand.close();
    const saved = [];
    for (let n = 0; n < TIMES; n++) saved.push(await timeReader(`${ours}?entry=${entryId}`));
    report(`reader, saved, ${added} highlights`, saved);
    await reader.bringToFront();
    await calm.wait();
    scrolled('scrolling, no highlights', plain);
    scrolled(`scrolling, ${added} highlights`, await reader.evaluate(SCROLL));
    console.log(calm.tell());
  } finally {
    await context.close();
    for (const folder of [profile, bare]) rmSync(folder, { recursive: true, force: true });
  }
  try {
    const rows = await readerViewTimes(url, TIMES, calm.wait);
    if (!rows) return 0;
    const of = (key) => ms(median(rows.map((row) => row[key] ?? row.ready)));
    console.log(
      `Firefox's Reader View\tfirst content ${of('first')}, article ${of('ready')} (from the click ${of('clicked')})`,
    );
    return 0;
  } finally {
    server.close();
  }
}

function report(name, all) {
  const of = (key) => all.map((one) => one[key]).filter((value) => value !== undefined);
  const told = [
    `first content ${ms(median(of('first')))}`,
    `all content ${ms(median(of('paint')))} (worst ${ms(Math.max(...of('paint')))})`,
    ...['facts', 'outline', 'points']
      .filter((step) => of(`lede-${step}`).length)
      .map((step) => `${step} ${ms(median(of(`lede-${step}`)))}`),
    `longest task ${ms(Math.max(...of('task')))}`,
  ];
  console.log(`${name}\t${told.join(', ')}`);
}

function scrolled(name, { frames, late, worst }) {
  console.log(`${name}\t${late} of ${frames} frames over 25 ms, worst ${ms(worst)}`);
}
