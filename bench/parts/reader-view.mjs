/**
 * Times Firefox's own Reader View from inside the browser: a privileged script listens for the event that the document
 * is shown and reads that document's clock.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runnerImport } from 'vite';
import { findBrowser } from '../../dev/browsers.mjs';

const QUIET = {
  'app.normandy.enabled': false,
  'browser.safebrowsing.downloads.remote.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.homepage_override.mstone': 'ignore',
  'datareporting.policy.dataSubmissionEnabled': false,
  'remote.active-protocols': 1,
  'services.settings.server': 'data:,#remote-settings-dummy/v1',
  'toolkit.telemetry.enabled': false,
  'privacy.reduceTimerPrecision': false,
};

/** Runs in the document's process: reports the time when the article is shown, and its first contentful paint. */
const LISTEN = `addEventListener('AboutReaderContentReady', () => {
  const clock = content.performance;
  const ready = clock.now();
  const tell = (paints) => {
    const paint = clock.getEntriesByName('first-contentful-paint')[0];
    if (!paint && paints < 40) return content.setTimeout(tell, 25, paints + 1);
    sendAsyncMessage('bench:ready', { ready, first: paint?.startTime ?? null, origin: clock.timeOrigin });
  };
  tell(0);
}, true, true);`;

/**
 * Milliseconds from the document's start to the first paint and to the article, and from the click on the browser's
 * button to the article. One row for each opening; null if there is no Firefox.
 */
export async function readerViewTimes(url, times, calm) {
  const executable = findBrowser('firefox');
  if (!executable) return null;
  const { module } = await runnerImport(join(import.meta.dirname, '../../tests/e2e/harness/bidi.ts'));
  const profile = mkdtempSync(join(tmpdir(), 'lede-bench-firefox-'));
  const bidi = await module.Bidi.start(executable, profile, QUIET, [
    '--headless',
    '--width',
    '1280',
    '--height',
    '900',
  ]);
  try {
    const chrome = await bidi.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
    const window = { context: chrome.contexts[0].context };
    const tree = await bidi.send('browsingContext.getTree', {});
    const { context } = tree.contexts[0];
    await bidi.evaluate(
      window,
      `(() => {
        window.messageManager.loadFrameScript(${JSON.stringify(`data:,${encodeURIComponent(LISTEN)}`)}, true);
        window.messageManager.addMessageListener('bench:ready', ({ data }) => { window.benchReady?.(data); });
        return null;
      })()`,
    );
    const rows = [];
    for (let n = 0; n < times; n++) {
      await bidi.send('browsingContext.navigate', { context, url, wait: 'complete' });
      await calm();
      const row = await bidi.evaluate(
        window,
        `(async () => {
          const button = document.getElementById('reader-mode-button');
          for (let n = 0; n < 100 && button.hidden; n++) await new Promise((over) => setTimeout(over, 50));
          if (button.hidden) return null;
          const told = new Promise((over, late) => { window.benchReady = over; setTimeout(late, 15000); });
          const clicked = performance.timeOrigin + performance.now();
          button.click();
          const { ready, first, origin } = await told;
          return JSON.stringify({ first, ready, clicked: origin + ready - clicked });
        })()`,
      );
      if (row) rows.push(JSON.parse(row));
    }
    return rows;
  } finally {
    await bidi.close?.();
    rmSync(profile, { recursive: true, force: true });
  }
}
