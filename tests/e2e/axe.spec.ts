/** Checks each of Lede's pages with axe in both browsers, with content in it. */
import { axeFaults } from './harness/axe.ts';
import { expect, test } from './harness/fixtures.ts';
import { frontTab } from './harness/front-tab.ts';
import { Glance, say } from './harness/glance.ts';
import { emptyLibrary } from './harness/library.ts';
import { wordsOn } from './harness/marks.ts';

const WORDS = 'The engineers of that time straightened the beds';

test('popup, reader and library, with a highlight in each', async ({ lede, site }) => {
  await emptyLibrary(lede);
  const page = await lede.open(site.url('/articles/river.en', 'axe-all.test'));
  const first = await new Glance(await lede.popup()).settled();
  await first.surface.close();
  await page.select(WORDS);
  await page.clickGuest(say('colour_green'));
  await expect.poll(() => wordsOn(page)).toEqual([WORDS]);
  const tab = await frontTab(lede);

  const popup = await new Glance(await lede.popup()).settled();
  for (const name of ['glance_outline', 'glance_points', 'glance_notes'] as const) {
    await popup.show(name);
    expect(await axeFaults(popup.surface), name).toEqual([]);
  }
  await popup.setAside();
  expect(await axeFaults(popup.surface), 'set aside').toEqual([]);
  await popup.surface.close();

  const reader = await lede.page(`reader/index.html?tab=${tab}`);
  await expect.poll(() => reader.count({ css: '.reader-body p' })).toBeGreaterThan(3);
  expect(await axeFaults(reader), 'reader').toEqual([]);
  await reader.press('n');
  await expect.poll(() => reader.count({ role: 'complementary', name: 'Notes' })).toBe(1);
  expect(await axeFaults(reader), 'reader with notes').toEqual([]);
  await reader.press('a');
  await expect.poll(() => reader.count({ role: 'dialog', name: 'Text and theme' })).toBe(1);
  expect(await axeFaults(reader), 'reader with its looks').toEqual([]);
  await reader.close();

  const library = await lede.page('library/index.html');
  await expect.poll(() => library.texts('.entry-open')).toHaveLength(1);
  expect(await axeFaults(library), 'library').toEqual([]);
  await library.close();
  await page.close();
});

for (const path of ['options', 'welcome'] as const) {
  test(`the ${path} page`, async ({ lede }) => {
    const page = await lede.page(`${path}/index.html`);
    await expect.poll(() => page.count({ css: 'h1' })).toBe(1);
    if (path === 'welcome') {
      expect(await axeFaults(page), 'before it is tried').toEqual([]);
      await page.click({ role: 'button', name: say('welcome_try_here') });
      await expect.poll(() => page.count({ css: '[role=treeitem]' })).toBeGreaterThan(1);
    }
    expect(await axeFaults(page)).toEqual([]);
    await page.close();
  });
}

test('an empty library', async ({ lede }) => {
  await emptyLibrary(lede);
  const library = await lede.page('library/index.html');
  await expect.poll(() => library.count({ css: 'h1' })).toBe(1);
  expect(await axeFaults(library)).toEqual([]);
  await library.close();
});
