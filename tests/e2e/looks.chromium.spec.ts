/** How Lede looks: every view in light and dark, narrow and wide, Chinese and from right to left, compared with the pictures kept beside this file. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from './harness/fixtures.ts';
import type { Browser, Surface } from './harness/surface.ts';
import { frontTab } from './harness/front-tab.ts';

/** Letters are drawn a little differently on every machine: a picture may differ in this share of its pixels, each by this much colour. */
const TOLERANCE = { maxDiffPixelRatio: 0.08, threshold: 0.35 };

const folder = mkdtempSync(join(tmpdir(), 'lede-looks-'));
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function looksLike(surface: Surface, name: string): Promise<void> {
  await surface.evaluate(async () => {
    await document.fonts.ready;
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    await new Promise((resolve) => setTimeout(resolve, 300)); // the 120 ms of motion are over
  });
  const file = join(folder, `${name}.png`);
  await surface.screenshot(file);
  expect(readFileSync(file)).toMatchSnapshot(`${name}.png`, TOLERANCE);
}

/** Sets what a person would set in options. */
async function set(lede: Browser, settings: { theme?: string; language?: string }): Promise<void> {
  await lede.background(async (change) => {
    interface Api {
      storage: { local: { set(items: object): Promise<void> } };
    }
    const { chrome } = globalThis as unknown as { chrome: Api };
    await chrome.storage.local.set({ settings: change });
  }, settings);
}

const DRESSES = [
  { name: 'light', settings: { theme: 'light' }, article: 'river.en' },
  { name: 'dark', settings: { theme: 'dark' }, article: 'river.en' },
  { name: 'chinese', settings: { theme: 'light', language: 'zh-CN' }, article: 'library.zh' },
  { name: 'right-to-left', settings: { theme: 'sepia', language: 'ar' }, article: 'schools.ar' },
] as const;

for (const { name, settings, article } of DRESSES) {
  test(`popup and reader, ${name}`, async ({ lede, site }) => {
    await set(lede, settings);
    const page = await lede.open(site.url(`/articles/${article}`, 'looks.test'));
    const popup = await lede.popup();
    await expect.poll(() => popup.count({ css: 'main[data-settled]' })).toBe(1);
    await looksLike(popup, `popup-${name}`);
    await popup.close();
    const reader = await lede.page(`reader/index.html?tab=${await frontTab(lede)}`);
    await expect.poll(() => reader.count({ css: '.reader-body p' })).toBeGreaterThan(3);
    await looksLike(reader, `reader-${name}`);
    await reader.close();
    await page.close();
  });
}

for (const path of ['library', 'options', 'welcome']) {
  test(`${path}, light and dark`, async ({ lede }) => {
    await set(lede, {});
    for (const theme of ['light', 'dark']) {
      const view = await lede.page(`${path}/index.html?theme=${theme}`);
      await expect.poll(() => view.count({ css: '#view > *' })).toBeGreaterThan(0);
      await looksLike(view, `${path}-${theme}`);
      await view.close();
    }
  });
}
