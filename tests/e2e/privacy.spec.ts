/**
 * Nothing leaves the machine: whatever a person does with Lede, no request goes to a host that the page itself did not
 * contact.
 */
import { expect, test } from './harness/fixtures.ts';
import { Glance, say } from './harness/glance.ts';
import { emptyLibrary } from './harness/library.ts';
import { wordsOn } from './harness/marks.ts';

test.beforeEach(({ lede }) => emptyLibrary(lede));

test('reading, highlighting and opening the library send no request', async ({ lede, site }) => {
  const host = 'privacy.test';
  const page = await lede.open(site.url('/articles/river.en', host));
  // The page's own requests (the document, its icon) end here; later ones would come from Lede.
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 1_000)));
  const before = site.asked.length;

  const popup = await new Glance(await lede.popup()).settled();
  await popup.outline();
  await popup.keyPoints();
  await popup.setAside();
  await popup.surface.close();
  await page.select('People defend what they know');
  await page.clickGuest(say('colour_yellow'));
  await expect.poll(() => wordsOn(page)).toHaveLength(1);
  const library = await lede.page('library/index.html');
  await library.evaluate(() => new Promise((resolve) => setTimeout(resolve, 1_000)));
  await library.close();

  expect(site.strayed()).toEqual([]);
  expect(site.asked.slice(before).filter((one) => !one.own && one.path !== '/favicon.ico')).toEqual([]);
  await page.close();
});

test('the record of requests shows a request when there is one', async ({ lede, site }) => {
  const page = await lede.open(site.url('/articles/tides.en', 'privacy.test'));
  await page.evaluate(() => fetch('http://far-away.example/ping', { mode: 'no-cors' }).catch(() => null));
  expect(site.strayed().map((one) => one.host)).toEqual(['far-away.example']);
  site.asked.length = 0;
  await page.close();
});
