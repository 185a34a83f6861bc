/** Without an article, the popup says so in one sentence with one action, and is never blank. */
import { expect, test } from './harness/fixtures.ts';
import { Glance, say } from './harness/glance.ts';

/** The part of the browser's extension API that this test uses. */
interface WebExtension {
  tabs: { query(what: object): Promise<{ url?: string }[]> };
}

const PAGES = [
  { name: 'a page without an article', path: '/no-article', sentence: 'glance_nothing_no_article' },
  { name: 'a front page', path: '/front', sentence: 'glance_nothing_listing' },
  { name: 'an empty page', path: '/empty', sentence: 'glance_nothing_no_article' },
  { name: 'a PDF', path: '/document.pdf', sentence: 'glance_nothing_pdf' },
  { name: "a page of the browser's", path: 'browser', sentence: 'glance_nothing_closed' },
];

for (const { name, path, sentence } of PAGES) {
  test(`${name}: one sentence and one action`, async ({ lede, site }) => {
    const closed = lede.kind === 'firefox' ? 'about:support' : 'chrome://version';
    const page = await lede.open(path === 'browser' ? closed : site.url(path, 'empty.test'));
    const popup = await new Glance(await lede.popup()).settled();
    // Some browsers tell an extension that a page is their own (Firefox, Chromium 150), some keep its address to
    // themselves (Chromium 156).
    const told = await popup.surface.evaluate(async () => {
      const { browser, chrome } = globalThis as unknown as Record<'browser' | 'chrome', WebExtension | undefined>;
      const [tab] = (await (browser ?? chrome)?.tabs.query({ active: true, currentWindow: true })) ?? [];
      return tab?.url !== undefined;
    });
    const refused = path === 'browser' && !told;
    expect(await popup.surface.texts('main p')).toContain(say(refused ? 'glance_nothing_refused' : sentence));
    expect(await popup.surface.count({ css: '.empty button' })).toBeGreaterThanOrEqual(1);
    await popup.surface.close();
    await page.close();
  });
}

test('the popup has text at once and is never blank while it reads', async ({ lede, site }) => {
  const page = await lede.open(site.url('/articles/river.en', 'quick.test'));
  const popup = new Glance(await lede.popup());
  // The document is there before its script has run, as a person on a busy machine would see it.
  await expect.poll(() => popup.title(), { timeout: 1_500, intervals: [20] }).not.toBe('');
  await popup.surface.close();
  await page.close();
});
