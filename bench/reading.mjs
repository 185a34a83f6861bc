/** How quickly what a person sees all day is there: popup, calm page and reader on an article of 5,000 words, with 1,000 highlights, in a real Chromium. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from '../tools/browsers.mjs';

process.env.PW_CHROMIUM_ATTACH_TO_OTHER = '1';
const root = join(import.meta.dirname, '..');
const WORDS = 5_000;
const HIGHLIGHTS = 1_000;
/** Openings timed of each kind; the first ones of a fresh browser are told apart as "cold". */
const TIMES = 7;
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
];

/** An article of sentences that differ, with headings every ten paragraphs and a card of another article at the end. */
export function longArticle(words) {
  const nouns = [
    'harbour',
    'orchard',
    'bridge',
    'archive',
    'ferry',
    'bakery',
    'observatory',
    'canal',
    'library',
    'mill',
  ];
  const verbs = [
    'kept',
    'mended',
    'measured',
    'opened',
    'counted',
    'painted',
    'moved',
    'recorded',
    'shared',
    'rebuilt',
  ];
  const paragraphs = [];
  let count = 0;
  for (let n = 0; count < words; n++) {
    const sentences = Array.from({ length: 5 }, (_, k) => {
      const [a, b, c] = [n + k, n * 3 + k, n * 7 + 2 * k].map((i) => nouns[i % nouns.length]);
      return `In year ${1800 + n + k} the ${a} beside the ${b} was ${verbs[(n + k) % verbs.length]} by people who had never seen the ${c}, and they wrote down why.`;
    });
    if (n % 10 === 0) paragraphs.push(`<h2>Part ${n / 10 + 1}: the ${nouns[n % nouns.length]} and its keepers</h2>`);
    paragraphs.push(`<p>${sentences.join(' ')}</p>`);
    count += sentences.join(' ').split(' ').length;
  }
  const teaser =
    '<div class="x1"><a href="/other"><b>Ten bridges that no map has ever shown</b></a><p>Some bridges are crossed every day and yet</p></div>';
  return `<!doctype html><html lang="en"><head><title>Keepers of small places</title></head><body><nav><a href="/">Home</a></nav><article><h1>Keepers of small places</h1>${paragraphs.join('')}${teaser.repeat(4)}</article><aside>Subscribe</aside></body></html>`;
}

const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];
const ms = (value) => `${value.toFixed(0)} ms`;

/** Milliseconds from the document's start to its first and to its largest paint, and its longest task. */
const PAINT = () =>
  new Promise((done) => {
    let first = 0;
    new PerformanceObserver((list) => {
      for (const { name, startTime } of list.getEntries()) if (name === 'first-contentful-paint') first = startTime;
    }).observe({ type: 'paint', buffered: true });
    let paint = 0;
    let task = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) paint = Math.max(paint, entry.startTime);
    }).observe({ type: 'largest-contentful-paint', buffered: true });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) task = Math.max(task, entry.duration);
    }).observe({ type: 'longtask', buffered: true });
    setTimeout(() => done({ first, paint, task }), 700);
  });

/** Scrolls through the whole page and tells how long frames took. */
const SCROLL = () =>
  new Promise((done) => {
    const gaps = [];
    let before = performance.now();
    const step = (now) => {
      gaps.push(now - before);
      before = now;
      scrollBy(0, 60);
      if (gaps.length < 300 && scrollY + innerHeight < document.documentElement.scrollHeight - 2)
        requestAnimationFrame(step);
      else
        done({
          frames: gaps.length,
          dropped: gaps.filter((gap) => gap > 25).length,
          worst: Math.max(...gaps.slice(2)),
        });
    };
    requestAnimationFrame(step);
  });

export async function run() {
  const { chromium } = await import('@playwright/test');
  const built = spawnSync('npx', ['vite', 'build', '--mode', 'chrome', '--logLevel', 'warn'], {
    cwd: root,
    stdio: 'inherit',
  });
  if (built.status !== 0) return built.status ?? 1;
  const html = longArticle(WORDS);
  const server = createServer((_, answer) => answer.setHeader('content-type', 'text/html; charset=utf-8').end(html));
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  const url = `http://127.0.0.1:${server.address().port}/keepers`;
  const profile = mkdtempSync(join(tmpdir(), 'lede-bench-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: findBrowser('chromium'),
    viewport: null,
    ignoreDefaultArgs: ['--disable-extensions'],
    args: [...args, '--enable-unsafe-extension-debugging', '--window-size=1280,900'],
  });
  try {
    const cdp = await context.browser().newBrowserCDPSession();
    const { id } = await cdp.send('Extensions.loadUnpacked', { path: join(root, 'dist/chrome') });
    const page = await context.newPage();
    await page.goto(url);
    await page.waitForTimeout(1000);
    const openPopup = async () => {
      await page.bringToFront();
      const { targetInfos } = await cdp.send('Target.getTargets', { filter: [{ type: 'tab' }] });
      const tab = targetInfos.find((target) => target.url === page.url());
      const opened = context.waitForEvent('page', (one) => one.url().includes('/popup/'));
      await cdp.send('Extensions.triggerAction', { id, targetId: tab.targetId });
      return opened;
    };
    const popups = [];
    for (let n = 0; n < TIMES; n++) {
      const popup = await openPopup();
      popups.push(await popup.evaluate(PAINT));
      await popup.close();
    }
    report('popup, first', [popups[0]]);
    report('popup, again', popups.slice(1));

    const [worker] = context.serviceWorkers();
    const calm = await worker.evaluate(async () => {
      const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
      const times = [];
      for (let n = 0; n < 14; n++) {
        const start = performance.now();
        await chrome.tabs.sendMessage(tab.id, { lede: 'ask', kind: 'calm.set', body: { on: n % 2 === 0 } });
        times.push(performance.now() - start);
      }
      return { tabId: tab.id, on: times.filter((_, n) => n % 2 === 0), off: times.filter((_, n) => n % 2 === 1) };
    });
    console.log(`calm page, on\tmedian ${ms(median(calm.on))}, worst ${ms(Math.max(...calm.on))}`);
    console.log(`calm page, off\tmedian ${ms(median(calm.off))}, worst ${ms(Math.max(...calm.off))}`);

    const readers = [];
    const reader = await context.newPage();
    for (let n = 0; n < TIMES; n++) {
      await reader.goto(`chrome-extension://${id}/reader/index.html?tab=${calm.tabId}`);
      await reader.locator('.reader-body').waitFor();
      readers.push(await reader.evaluate(PAINT));
    }
    report('reader', readers);
    await reader.goto('about:blank');
    const hand = await context.newPage();
    await hand.goto(`chrome-extension://${id}/options/index.html`);
    const article = await hand.evaluate(async (tabId) => {
      const read = await chrome.tabs.sendMessage(tabId, { lede: 'ask', kind: 'article.read', body: { fresh: false } });
      return read.value.article;
    }, calm.tabId);
    await page.close(); // or every highlight would be told to the page, and the bench would time that
    const { added, entryId } = await hand.evaluate(
      async ({ article, most }) => {
        const ask = (kind, body) => chrome.runtime.sendMessage({ lede: 'ask', kind, body });
        const stub = { ...article, tree: { tag: 'div', children: [] }, text: '', blocks: [], removed: [] }; // kept already
        const step = Math.floor(article.text.length / most);
        let added = 0;
        let entryId = '';
        for (let n = 0; n < most; n++) {
          const start = n * step;
          const [exact, prefix, suffix] = [
            [start, start + 18],
            [Math.max(0, start - 64), start],
            [start + 18, start + 82],
          ].map(([a, b]) => article.text.slice(a, b));
          const answer = await ask('note.add', {
            article: n ? stub : article,
            quote: { exact, prefix, suffix, start },
            colour: 'yellow',
            text: '',
          });
          if (!answer.ok) continue;
          added++;
          entryId = answer.value.entryId;
        }
        return { added, entryId };
      },
      { article, most: HIGHLIGHTS },
    );
    await hand.close();
    await reader.goto(`chrome-extension://${id}/reader/index.html?entry=${entryId}`);
    await reader.locator('.reader-body').waitFor();
    report(`reader, ${added} highlights`, [await reader.evaluate(PAINT)]);
    const scroll = await reader.evaluate(SCROLL);
    console.log(
      `scrolling with ${added} highlights\t${scroll.frames} frames, ${scroll.dropped} over 25 ms, worst ${ms(scroll.worst)}`,
    );
    return 0;
  } finally {
    await context.close();
    server.close();
    rmSync(profile, { recursive: true, force: true });
  }
}

function report(name, all) {
  const of = (key) => all.map((one) => one[key]);
  console.log(
    `${name}\tfirst content ${ms(median(of('first')))}, all content ${ms(median(of('paint')))} (worst ${ms(Math.max(...of('paint')))}), longest task ${ms(Math.max(...of('task')))}`,
  );
}
