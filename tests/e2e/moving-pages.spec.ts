/** Pages that move under the reader: an address that changes without loading, and text that arrives late. */
import { fixture, partsOf } from '../fixtures/aggregator.ts';
import { expect, test } from './harness/fixtures.ts';
import { Glance, say } from './harness/glance.ts';
import { emptyLibrary } from './harness/library.ts';
import { wordsOn } from './harness/marks.ts';
import type { Browser, Surface } from './harness/surface.ts';

const RIVER = 'The engineers of that time straightened the beds';
const TIDES =
  partsOf(fixture('tides.en'))
    .body.find((line) => line.length > 200)
    ?.split(' ')
    .slice(2, 9)
    .join(' ') ?? '';
/** Time within which late text is found, in ms: the page may be busy for two seconds, and a search takes time. */
const FOUND_MS = 3_000;

test.beforeEach(({ lede }) => emptyLibrary(lede));

async function click(lede: Browser): Promise<void> {
  const popup = await new Glance(await lede.popup()).settled();
  await popup.surface.close();
}
async function highlight(page: Surface, words: string): Promise<void> {
  await page.select(words);
  await page.clickGuest(say('colour_green'));
  await expect.poll(() => wordsOn(page)).toEqual([words]);
}

test('each address of a page that never reloads has its own highlights', async ({ lede, site }) => {
  const page = await lede.open(site.url('/spa', 'spa.test'));
  await expect.poll(() => page.count({ css: '.page' })).toBe(1);
  await click(lede);
  await highlight(page, RIVER);

  await page.click({ css: '#next' });
  await expect.poll(() => page.evaluate(() => document.body.innerText)).toContain(TIDES);
  await expect.poll(() => wordsOn(page)).toEqual([]);
  await highlight(page, TIDES);

  await page.evaluate(() => history.back());
  await expect.poll(() => wordsOn(page)).toEqual([RIVER]);
  await page.evaluate(() => history.forward());
  await expect.poll(() => wordsOn(page)).toEqual([TIDES]);

  const popup = await new Glance(await lede.popup()).settled();
  expect(await popup.title()).toBe(partsOf(fixture('tides.en')).title);
  await expect.poll(() => popup.notes()).toEqual([expect.stringContaining(TIDES)]);
  await popup.surface.close();
  await page.close();
});

test('a highlight is painted when its text arrives after Lede did', async ({ lede, site }) => {
  // The test adds the text, so Lede is certainly there before it.
  site.serve('/held', {
    body: `<!doctype html><html lang="en"><meta charset="utf-8"><title>Held</title><body><main id="place"></main>
<script>window.release = async () => {
  const page = new DOMParser().parseFromString(await (await fetch('/articles/river.en')).text(), 'text/html');
  document.getElementById('place').replaceWith(document.importNode(page.querySelector('.page'), true));
};</script></body></html>`,
  });
  const release = () => page.evaluate(() => (window as unknown as { release: () => Promise<void> }).release());
  const page = await lede.open(site.url('/held', 'held.test'));
  await release();
  await click(lede);
  await highlight(page, RIVER);

  await page.reload();
  await click(lede);
  expect(await wordsOn(page)).toEqual([]);
  await release();
  await expect.poll(() => wordsOn(page), { timeout: FOUND_MS, intervals: [50] }).toEqual([RIVER]);
  await page.close();
});

test('an article that appears a second after its page is read, and its highlight is found', async ({ lede, site }) => {
  const page = await lede.open(site.url('/late/river.en?delayMs=300', 'late.test'));
  await expect.poll(() => page.count({ css: '.page' })).toBe(1);
  await click(lede);
  await highlight(page, RIVER);
  await page.reload();
  await click(lede);
  await expect.poll(() => wordsOn(page), { timeout: FOUND_MS, intervals: [50] }).toEqual([RIVER]);
  const popup = await new Glance(await lede.popup()).settled();
  expect(await popup.title()).toBe(partsOf(fixture('river.en')).title);
  await popup.surface.close();
  await page.close();
});
