/** Gives every end-to-end test a browser with Lede (by the project's name) and a small web to read. */
import { test as base } from '@playwright/test';
import { startChromium } from './chromium.ts';
import { startFirefox } from './firefox.ts';
import { Site } from './site.ts';
import type { Browser } from './surface.ts';

/** Fixtures that last for a worker. */
interface Lasting {
  /** The browser's interface language, `en_US` by default. */
  language: string;
  site: Site;
  browser_: Browser;
}

/** `test` with `lede` (the browser, shared by the tests of a file) and `site`. */
export const test = base.extend<{ lede: Browser }, Lasting>({
  language: ['en_US', { option: true, scope: 'worker' }],
  site: [
    async ({}, use) => {
      const site = await Site.start();
      await use(site);
      await site.close();
    },
    { scope: 'worker' },
  ],
  browser_: [
    async ({ site, language }, use, worker) => {
      const firefox = worker.project.name.startsWith('firefox');
      const start = firefox ? startFirefox : startChromium;
      const browser = await start(
        process.env.LEDE_DIST ?? `dist/${firefox ? 'firefox' : 'chrome'}`,
        site.origin,
        language,
      );
      await use(browser);
      await browser.close();
    },
    { scope: 'worker', timeout: 90_000 },
  ],
  lede: async ({ browser_ }, use) => {
    await use(browser_);
  },
});

export { expect } from '@playwright/test';
