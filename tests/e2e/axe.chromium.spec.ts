/** Checks the real popup with axe: on an article with each tab, with the ledger open, and without an article. */
import AxeBuilder from '@axe-core/playwright';
import { pageOf } from './harness/chromium.ts';
import { expect, test } from './harness/fixtures.ts';
import { Glance } from './harness/glance.ts';

/**
 * The violations that axe finds, one line each. In legacy mode, because another page would take the popup's focus and
 * close it.
 */
async function faults(popup: Glance): Promise<string[]> {
  const page = pageOf(popup.surface);
  // Elements that are still fading in do not have their final contrast.
  await page.evaluate(() => Promise.all(document.getAnimations().map((one) => one.finished.catch(() => null))));
  const found = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return found.violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`));
}

test('every part of the popup is accessible to a screen reader', async ({ lede, site }) => {
  for (const article of ['river.en', 'schools.ar']) {
    const page = await lede.open(site.url(`/articles/${article}`, 'axe.test'));
    const popup = await new Glance(await lede.popup()).settled();
    for (const tab of ['glance_outline', 'glance_points', 'glance_notes'] as const) {
      await popup.show(tab);
      expect(await faults(popup), `${article} ${tab}`).toEqual([]);
    }
    await popup.setAside();
    expect(await faults(popup), `${article} set aside`).toEqual([]);
    await popup.surface.close();
    await page.close();
  }
});

test('the popup without an article is accessible to a screen reader', async ({ lede, site }) => {
  const page = await lede.open(site.url('/no-article', 'axe.test'));
  const popup = await new Glance(await lede.popup()).settled();
  expect(await faults(popup)).toEqual([]);
  await popup.surface.close();
  await page.close();
});
