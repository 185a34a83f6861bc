/**
 * Measures what Lede costs on a page of a permitted site where it has nothing to do: main-thread time for each load
 * with the loader alone, with all scripts at once, and with none, in the same Chromium. Also prints the script sizes.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { findBrowser } from '../dev/browsers.mjs';
import { createCalm } from './parts/calm.mjs';
import { BENCH_EXTENSION_ARGS } from './parts/chromium-args.mjs';
import { longArticle } from './parts/reading-article.mjs';

process.env.PW_CHROMIUM_ATTACH_TO_OTHER = '1';
const root = join(import.meta.dirname, '..');
const WORDS = 2_000;
/** Number of timed loads of each kind. */
const TIMES = Number(process.env.LEDE_BENCH_TIMES ?? 15);
/** Time from the end of a load to the end of its measurement, in ms. */
const SETTLE_MS = 700;

const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

/** Total thread time in ms of the events that name one of our scripts. */
function oursIn(events, id) {
  const named = (event) => JSON.stringify(event.args ?? {}).includes(id);
  const whole = events.filter((event) => event.ph === 'X' && event.dur > 0 && named(event));
  // Thread time excludes other load on the machine.
  const spans = whole.map(({ ts, dur, tdur = dur, pid, tid }) => ({
    ...{ start: ts, end: ts + dur, took: tdur, thread: `${pid} ${tid}` },
  }));
  // Where events are nested, only the outer one counts.
  const outer = spans.filter(
    (one) =>
      !spans.some(
        (other) =>
          other !== one &&
          other.thread === one.thread &&
          other.start <= one.start &&
          other.end >= one.end &&
          other.end - other.start > one.end - one.start,
      ),
  );
  return outer.reduce((sum, { took }) => sum + took / 1000, 0);
}

/** Loads the page once and returns the main-thread time of our scripts in it, in ms. */
async function timeLoad(page, browser, url, id) {
  await page.goto('about:blank');
  const cdp = await browser.newBrowserCDPSession();
  const events = [];
  cdp.on('Tracing.dataCollected', ({ value }) => events.push(...value));
  const categories = ['devtools.timeline', 'v8', 'disabled-by-default-v8.compile'];
  await cdp.send('Tracing.start', { traceConfig: { includedCategories: categories }, transferMode: 'ReportEvents' });
  await page.goto(url);
  await page.waitForTimeout(SETTLE_MS);
  const complete = new Promise((done) => cdp.once('Tracing.tracingComplete', done));
  await cdp.send('Tracing.end');
  await complete;
  await cdp.detach();
  const renderer = new Set(
    events
      .filter(({ name, args: { name: thread } = {} }) => name === 'thread_name' && thread === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid} ${tid}`),
  );
  const onMain = events.filter(({ pid, tid }) => renderer.size === 0 || renderer.has(`${pid} ${tid}`));
  const worker = new Set(
    onMain.filter(({ args: seen }) => JSON.stringify(seen ?? {}).includes('background.js')).map(({ pid }) => pid),
  );
  return oursIn(
    onMain.filter(({ pid }) => !worker.has(pid)),
    id,
  );
}

/** Replaces the registered content scripts with these files. */
const REGISTER = async (files) => {
  const { scripting } = chrome;
  await scripting.unregisterContentScripts();
  if (!files.length) return;
  const matches = ['http://127.0.0.1/*'];
  await scripting.registerContentScripts([{ id: 'bench', js: files, matches, runAt: 'document_idle' }]);
};

export async function run() {
  const { chromium } = await import('@playwright/test');
  const built = spawnSync('npx', ['vite', 'build', '--mode', 'chrome', '--logLevel', 'warn'], {
    cwd: root,
    stdio: 'inherit',
  });
  if (built.status !== 0) return built.status ?? 1;
  for (const name of ['loader', 'page', 'reading', 'background']) {
    const bytes = readFileSync(join(root, `dist/chrome/${name}.js`));
    console.log(
      `${name}.js\t${(bytes.length / 1000).toFixed(1)} kB, ${(gzipSync(bytes).length / 1000).toFixed(1)} kB gzip`,
    );
  }
  const html = longArticle(WORDS);
  const server = createServer((_, answer) => answer.setHeader('content-type', 'text/html; charset=utf-8').end(html));
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  const url = `http://127.0.0.1:${server.address().port}/keepers`;
  const profile = mkdtempSync(join(tmpdir(), 'lede-bench-'));
  const calm = createCalm();
  const copy = join(profile, 'extension');
  spawnSync('cp', ['-r', join(root, 'dist/chrome'), copy]);
  await letIn(copy);
  const context = await chromium.launchPersistentContext(join(profile, 'profile'), {
    executablePath: findBrowser('chromium'),
    ignoreDefaultArgs: ['--disable-extensions'],
    args: BENCH_EXTENSION_ARGS,
  });
  try {
    const browser = context.browser();
    const cdp = await browser.newBrowserCDPSession();
    const waiting = context.waitForEvent('serviceworker');
    const { id } = await cdp.send('Extensions.loadUnpacked', { path: copy });
    const worker = context.serviceWorkers()[0] ?? (await waiting);
    const page = await context.newPage();
    const kinds = { 'nothing registered': [], loader: ['loader.js'], 'everything at once': ['reading.js', 'page.js'] };
    const times = Object.fromEntries(Object.keys(kinds).map((kind) => [kind, []]));
    await page.waitForTimeout(1500); // by then the extension has made its own registrations
    for (let n = 0; n < TIMES; n++) {
      for (const [kind, files] of Object.entries(kinds)) {
        await worker.evaluate(REGISTER, files);
        await calm.wait();
        times[kind].push(await timeLoad(page, browser, `${url}?${kind.length}-${n}`, id));
      }
    }
    for (const [kind, all] of Object.entries(times)) {
      console.log(
        `${kind}\tmedian ${median(all).toFixed(2)} ms of the main thread a load, ` +
          `worst ${Math.max(...all).toFixed(2)} ms`,
      );
    }
    console.log(calm.tell());
    return 0;
  } finally {
    await context.close();
    server.close();
    rmSync(profile, { recursive: true, force: true });
  }
}

/** Grants a copy of the extension access to every site from the start, as if the person had allowed it. */
async function letIn(folder) {
  const { writeFile } = await import('node:fs/promises');
  const path = join(folder, 'manifest.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8'));
  await writeFile(path, JSON.stringify({ ...manifest, host_permissions: ['*://*/*'] }));
}
