/**
 * An article on three pages becomes one at a click, requests are sent only then, and a note in a later part is on that
 * part's page.
 */
import { addressOf, partPage } from '../fixtures/parted.ts';
import { expect, test } from './harness/fixtures.ts';
import { frontTab } from './harness/front-tab.ts';
import { say } from './harness/glance.ts';
import { emptyLibrary } from './harness/library.ts';
import { wordsOn } from './harness/marks.ts';

const base = '/parted/cliff';
const host = 'parted.test';
/** Beginnings of sentences on the second page. */
const LATER = [
  'By spring the distance from',
  'Visitors began to come on Sundays',
  'They stood on the line for the month',
];

test('three pages are read as one, and notes find their own page', async ({ lede, site }) => {
  await emptyLibrary(lede);
  for (const at of [1, 2, 3]) site.serve(addressOf(base, at), { body: partPage(base, at) });
  const page = await lede.open(site.url(base, host));
  const popup = await lede.popup();
  await expect.poll(() => popup.count({ role: 'button', name: say('glance_parts') })).toBe(1);
  const tab = await frontTab(lede);
  await popup.close();
  const asked = () =>
    site.asked.filter((one) => one.host === host && one.path.startsWith(base)).map(({ path }) => path);

  const reader = await lede.page(`reader/index.html?tab=${tab}`);
  await expect.poll(() => reader.count({ role: 'button', name: say('reader_parts_read') })).toBe(1);
  expect(asked()).toEqual([base]);
  await reader.click({ role: 'button', name: say('reader_parts_read') });
  const text = () => reader.evaluate(() => document.querySelector('.reader-body')?.textContent ?? '');
  await expect.poll(text).toContain(LATER[1]);
  expect(await text()).toContain('never been out at all');
  expect(asked()).toEqual([base, `${base}/2`, `${base}/3`]);
  expect(await reader.count({ role: 'button', name: say('reader_parts_read') })).toBe(0);

  const points = (await reader.texts('.reader-points li')).join(' ');
  const words = LATER.find((one) => !points.includes(one)) ?? '';
  await reader.select(words);
  await reader.press('h');
  await expect.poll(() => wordsOn(reader)).toEqual([words]);
  await reader.close();

  // Its own page shows it; the first page neither shows it nor calls it lost.
  await page.show();
  await page.reload();
  const again = await lede.popup();
  await expect.poll(() => again.texts('h1, h2')).not.toEqual([]);
  await again.close();
  expect(await wordsOn(page)).toEqual([]);
  await page.close();
  const second = await lede.open(site.url(`${base}/2`, host));
  const there = await lede.popup();
  await expect.poll(() => there.texts('h1, h2')).not.toEqual([]);
  await there.close();
  await expect.poll(() => wordsOn(second)).toEqual([words]);
  await second.close();

  // A joined article is there again without a request to the site.
  const before = asked().length;
  const third = await lede.open(site.url(base, host));
  const last = await lede.popup();
  await expect.poll(() => last.texts('h1, h2')).not.toEqual([]);
  const now = await frontTab(lede);
  await last.close();
  const kept = await lede.page(`reader/index.html?tab=${now}`);
  await expect
    .poll(() => kept.evaluate(() => document.querySelector('.reader-body')?.textContent ?? ''))
    .toContain(words);
  expect(asked().slice(before)).toEqual([base]);
  await kept.close();
  await third.close();
});
