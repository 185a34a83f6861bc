/** What was set aside comes back with one click, and what the popup shows leads to its place on the page. */
import { fixture, partsOf } from '../fixtures/aggregator.ts';
import { expect, test } from './harness/fixtures.ts';
import { Glance } from './harness/glance.ts';
import { emptyLibrary } from './harness/library.ts';

test.beforeEach(({ lede }) => emptyLibrary(lede));

test('a block that was set aside is brought back into the article', async ({ lede, site }) => {
  const page = await lede.open(site.url('/articles/river.en', 'back.test'));
  const popup = await new Glance(await lede.popup()).settled();
  const excerpt = partsOf(fixture('river.en')).teasers[1]?.excerpt ?? '';
  expect(await popup.articleText()).not.toContain(excerpt);
  const lines = await popup.setAside();
  const at = lines.findIndex((one) => one.text.includes(excerpt));
  expect(at).toBeGreaterThanOrEqual(0);
  await popup.surface.click({ css: '#ledger > ul .ledger-act', at });
  await expect.poll(() => popup.articleText()).toContain(excerpt);
  await popup.surface.close();
  await page.close();
});

test('a section and a key point lead to their place on the page', async ({ lede, site }) => {
  const page = await lede.open(site.url('/articles/river.en', 'go.test'));
  const popup = await new Glance(await lede.popup()).settled();
  const top = () => page.evaluate(() => Math.round(scrollY));
  expect(await top()).toBe(0);
  await popup.show('glance_outline');
  await popup.surface.click({ css: '[role=treeitem]:last-of-type' });
  await expect.poll(top).toBeGreaterThan(500);
  await popup.show('glance_points');
  await popup.surface.click({ css: '.point-go' });
  await expect.poll(top).toBeLessThan(500);
  await popup.surface.close();
  await page.close();
});
