/**
 * `npm run bench -- library-page [--corpus DIR]`: how soon the library of the built extension is visible and answers
 * typing, with 2,000 articles and 10,000 notes.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from '../dev/browsers.mjs';
import { BENCH_EXTENSION_ARGS } from './parts/chromium-args.mjs';
import { ARTICLES, NOTES, libraryOf, queriesOf } from './parts/library-sources.mjs';
import { random as randomFrom } from '../train/random.mjs';

const TOP = join(import.meta.dirname, '..');
/** How many openings are timed; the first of a fresh browser is reported separately. */
const TIMES = 9;
/** Queries typed with the real keyboard. */
const TYPED = 40;

/** Runs in one of Lede's pages: writes the library straight into the database, as ten years of reading would have. */
async function fill({ articles, notes }) {
  const at = Date.UTC(2026, 0, 1);
  const clock = (ms) => `${ms.toString(36).padStart(9, '0')}.0000.bench`;
  const put = (database, table, rows) =>
    new Promise((done, refuse) => {
      const writing = database.transaction(table, 'readwrite');
      for (const row of rows) writing.objectStore(table).put(row);
      writing.oncomplete = done;
      writing.onerror = () => refuse(writing.error);
    });
  const database = await new Promise((done, refuse) => {
    const opening = indexedDB.open('lede');
    opening.onsuccess = () => done(opening.result);
    opening.onerror = () => refuse(opening.error);
  });
  const clocksOf = (fields, ms) => Object.fromEntries(fields.map((field) => [field, clock(ms)]));
  const entries = articles.map(({ id, url, title }, index) => ({
    ...{ id, version: 2, urlKey: `${url}#${index}`, aliases: [], parted: [], url, title, lang: 'en' },
    ...{ tags: index % 7 ? [] : ['later'], addedAt: at + index * 6e5, changedAt: at + index * 6e5, openedAt: at },
    broughtBack: [],
    fingerprint: index.toString(16).padStart(16, '0'),
    clocks: clocksOf(['url', 'urlKey', 'title', 'lang', 'fingerprint', 'broughtBack'], at + index),
  }));
  const marks = notes.map(({ id, article, exact, text }, index) => ({
    id,
    version: 2,
    entryId: article,
    url: 'https://a.example/',
    quote: {
      exact,
      prefix: exact.slice(0, 64),
      suffix: exact.slice(-64),
      start: index,
      heading: 'A heading',
      landmarks: Array.from({ length: 32 }, (_unused, n) => n * 7919 + index),
    },
    ...{ colour: ['yellow', 'green', 'blue'][index % 3], text, alts: {}, textSeen: { bench: clock(at + index) } },
    ...{ tags: index % 9 ? [] : ['idea'], createdAt: at + index * 6e4, changedAt: at + index * 6e4 },
    place: { state: index % 50 ? 'in-place' : 'lost', score01: 1, seenAt: at },
    clocks: clocksOf(['entryId', 'url', 'quote', 'colour', 'text'], at + index),
  }));
  await put(database, 'entries', entries);
  await put(database, 'notes', marks);
  const kept = articles.map(({ id, url, title, text }) => ({
    entryId: id,
    version: 2,
    keptAt: at,
    article: {
      ...{ url, title, text, removed: [], tree: { tag: 'div', children: [{ tag: 'p', block: 0, children: [text] }] } },
      blocks: [{ kind: 'paragraph', start: 0, end: text.length }],
    },
  }));
  for (let n = 0; n < kept.length; n += 200) await put(database, 'articles', kept.slice(n, n + 200));
  database.close();
}

/**
 * Runs before the library's own script: notes when the first rows are on the screen and how long the page was ever
 * busy.
 */
function watch() {
  const seen = { rowsMs: 0, rows: 0, longestMs: 0, busyMs: 0 };
  Object.assign(window, { seen });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) {
      seen.longestMs = Math.max(seen.longestMs, duration);
      seen.busyMs += duration;
    }
  }).observe({ type: 'longtask', buffered: true });
  const look = () => {
    const rows = document.querySelectorAll('.library-row .entry-open, .library-row .note-quote').length;
    if (rows === 0) return requestAnimationFrame(look);
    const channel = new MessageChannel(); // runs once the frame has been given away
    channel.port1.onmessage = () => Object.assign(seen, { rowsMs: performance.now(), rows });
    channel.port2.postMessage(null);
    return undefined;
  };
  requestAnimationFrame(look);
}

/** Runs in the library: from each key stroke, as the browser stamps it, to the frame that shows its results. */
function watchKeys() {
  const strokes = [];
  Object.assign(window, { strokes });
  const status = document.querySelector('.library-main');
  let asked = 0;
  const stroke = ({ timeStamp }) => {
    asked = timeStamp;
  };
  // Before the page handles it, because that may render at once.
  window.addEventListener('input', stroke, { capture: true });
  new MutationObserver(() => {
    if (!asked) return;
    const from = asked;
    asked = 0;
    requestAnimationFrame(() => setTimeout(() => strokes.push(performance.now() - from)));
  }).observe(status, { subtree: true, childList: true, characterData: true, attributes: true });
}

const quantile = (values, share) =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0;
const spread = (name, values) =>
  `${name} best ${ms(Math.min(...values))}, median ${ms(quantile(values, 0.5))}, worst ${ms(Math.max(...values))}`;
const ms = (value) => `${value.toFixed(0)} ms`;

export async function run({ corpus = process.env.LEDE_CORPUS ?? join(TOP, '..', 'shared', 'corpus') }) {
  const random = randomFrom(20261123);
  const { articles, notes, sentences } = libraryOf(corpus, random);
  if (!sentences.length) {
    console.log(`No unpacked corpora in ${corpus}: nothing measured. Give the folder with --corpus.`);
    return 2;
  }
  const built = spawnSync('npx', ['vite', 'build', '--mode', 'chrome', '--logLevel', 'warn'], {
    cwd: TOP,
    stdio: 'inherit',
  });
  if (built.status !== 0) return built.status ?? 1;
  const { chromium } = await import('@playwright/test');
  const profile = mkdtempSync(join(tmpdir(), 'lede-bench-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: findBrowser('chromium'),
    viewport: null,
    ignoreDefaultArgs: ['--disable-extensions'],
    args: BENCH_EXTENSION_ARGS,
  });
  try {
    const cdp = await context.browser().newBrowserCDPSession();
    const { id } = await cdp.send('Extensions.loadUnpacked', { path: join(TOP, 'dist/chrome') });
    const page = await context.newPage();
    await page.goto(`chrome-extension://${id}/options/index.html`);
    await page.waitForTimeout(1500);
    const slim = notes.map(({ article, ...note }) => ({ ...note, article: article.id }));
    await page.evaluate(fill, { articles, notes: slim });
    await page.addInitScript(watch);
    const address = `chrome-extension://${id}/library/index.html`;
    const openings = [];
    for (let n = 0; n < TIMES; n++) {
      await page.goto(address);
      await page.waitForFunction(() => window.seen?.rowsMs > 0);
      openings.push(
        await page.evaluate(() => ({
          first: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
          ...window.seen,
        })),
      );
      await page.goto('about:blank');
    }
    const load = loadavg()[0].toFixed(1);
    console.log(
      `${ARTICLES} articles, ${NOTES} notes; ` +
        `Chromium ${context.browser().version()}, ${cpus().length} cores, load ${load}`,
    );
    const [cold, ...warm] = openings;
    for (const [name, all] of Object.entries({ 'opened first': [cold], 'opened again': warm })) {
      // The browser may not have reported its first paint yet.
      const of = (key) => all.map((one) => one[key]).filter((value) => value > 0);
      console.log(
        `${name}   ${spread('first paint', of('first'))}; ${spread('first rows', of('rowsMs'))}; longest ` +
          `task ${ms(Math.max(...of('longestMs')))}`,
      );
    }
    await page.goto(address);
    await page.waitForFunction(() => window.seen?.rowsMs > 0);
    const search = page.locator('.library-search');
    await search.click();
    await page.evaluate(watchKeys);
    const queries = queriesOf(sentences, random).slice(0, TYPED);
    const type = async (some) => {
      for (const query of some) {
        for (const letter of query) {
          await page.keyboard.insertText(letter);
          await page.waitForTimeout(130);
        }
        await search.fill('');
        await page.waitForTimeout(130);
      }
      return page.evaluate(() => window.strokes.splice(0));
    };
    const early = await type(queries.slice(0, 5));
    console.log(
      `key stroke to results while still indexing (${early.length})   p50 ${ms(quantile(early, 0.5))}, ` +
        `p95 ${ms(quantile(early, 0.95))}`,
    );
    await page.waitForFunction(
      () => !/…|·/.test(document.querySelector('.library-line [role=status]')?.textContent ?? ''),
      null,
      {
        timeout: 400_000,
      },
    );
    await page.evaluate(() => Object.assign(window.seen, { longestMs: 0 }));
    const late = await type(queries.slice(5));
    const longest = await page.evaluate(() => window.seen.longestMs);
    console.log(
      `key stroke to results (${late.length})   p50 ${ms(quantile(late, 0.5))}, ` +
        `p95 ${ms(quantile(late, 0.95))}, worst ${ms(Math.max(...late))}; longest task ${ms(longest)}`,
    );
    return 0;
  } finally {
    await context.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}
