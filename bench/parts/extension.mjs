/** Runs the built extension in a real Chromium, for benches that measure all of it. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from '../../dev/browsers.mjs';
import { BENCH_EXTENSION_ARGS } from './chromium-args.mjs';

const TOP = join(import.meta.dirname, '..', '..');

/** Builds the extension for Chrome; ends the process if the build fails. */
export function buildExtension() {
  const built = spawnSync('npx', ['vite', 'build', '--mode', 'chrome', '--logLevel', 'warn'], {
    cwd: TOP,
    stdio: 'inherit',
  });
  if (built.status !== 0) process.exit(built.status ?? 1);
}

/** An English message of the interface by its key. */
export function say(key) {
  const all = JSON.parse(readFileSync(join(TOP, 'public/_locales/en/messages.json'), 'utf8'));
  return all[key].message;
}

/**
 * Starts Chromium with the extension. `profile` is a folder that is kept; without it, a temporary one is removed at
 * `close`.
 */
export async function startExtension({ profile } = {}) {
  const { chromium } = await import('@playwright/test');
  const folder = profile ?? mkdtempSync(join(tmpdir(), 'lede-bench-'));
  const context = await chromium.launchPersistentContext(folder, {
    executablePath: findBrowser('chromium'),
    viewport: null,
    ignoreDefaultArgs: ['--disable-extensions'],
    handleSIGINT: false,
    args: BENCH_EXTENSION_ARGS,
  });
  const cdp = await context.browser().newBrowserCDPSession();
  const { id } = await cdp.send('Extensions.loadUnpacked', { path: join(TOP, 'dist/chrome') });
  const { processInfo } = await cdp.send('SystemInfo.getProcessInfo');
  const pid = processInfo.find(({ type }) => type === 'browser').id;
  return {
    context,
    cdp,
    id,
    pid,
    folder,
    /** Opens one of the extension's pages. */
    open: async (path) => {
      const page = await context.newPage();
      await page.goto(`chrome-extension://${id}/${path}`, { timeout: 120_000 });
      return page;
    },
    /** Sends a request to the background from one of the extension's pages; null if there is no answer. */
    ask: (page, kind, body, mostMs = 10_000) =>
      Promise.race([
        page.evaluate((message) => chrome.runtime.sendMessage(message), { lede: 'ask', kind, body }).catch(() => null),
        new Promise((late) => setTimeout(() => late(null), mostMs)),
      ]),
    /** All rows of a table, or their number with `count`. */
    rows: (page, table, count = false) =>
      page.evaluate(
        ({ name, isCount }) =>
          new Promise((done, refuse) => {
            const opening = indexedDB.open('lede');
            opening.onerror = () => refuse(opening.error);
            opening.onsuccess = () => {
              const database = opening.result;
              const store = database.objectStoreNames.contains(name)
                ? database.transaction(name).objectStore(name)
                : null;
              const asked = isCount ? store?.count() : store?.getAll();
              const end = (value) => (database.close(), done(value));
              if (!asked) return end(isCount ? 0 : []);
              asked.onsuccess = () => end(asked.result);
              asked.onerror = () => refuse(asked.error);
              return undefined;
            };
          }),
        { name: table, isCount: count },
      ),
    kill: async () => {
      const gone = context.waitForEvent('close', { timeout: 15_000 }).catch(() => undefined);
      process.kill(pid, 'SIGKILL');
      await gone;
    },
    close: async () => {
      await context.close().catch(() => undefined);
      if (!profile) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
