/** The reader on paper, which shows the article alone, and the message if the machine has no voice. */
import { fixture, partsOf } from '../fixtures/aggregator.ts';
import { expect, test } from './harness/fixtures.ts';
import { frontTab } from './harness/front-tab.ts';
import { Glance, say } from './harness/glance.ts';
import type { Browser, Surface } from './harness/surface.ts';

/** Elements that are only useful on a screen. */
const CHROME = ['.progress', '.reader-bar', '.reader-outline', '.reader-notes', '.reader-points', '.toast-region'];

async function openReader(lede: Browser): Promise<Surface> {
  const popup = await new Glance(await lede.popup()).settled();
  await popup.surface.close();
  const reader = await lede.page(`reader/index.html?tab=${await frontTab(lede)}`);
  await expect.poll(() => reader.count({ css: '.reader-body p' })).toBeGreaterThan(3);
  return reader;
}

/** Which of these are visible. */
function visible(surface: Surface, css: string[]): Promise<string[]> {
  return surface.evaluate(
    (all: string[]) =>
      all.filter((one) => [...document.querySelectorAll(one)].some((element) => element.checkVisibility())),
    css,
  );
}

test('a printed page has the article and nothing around it', async ({ lede, site }) => {
  const page = await lede.open(site.url('/articles/tides.en', 'paper.test'));
  const reader = await openReader(lede);
  await reader.press('n');
  await expect.poll(() => visible(reader, CHROME)).toContain('.reader-notes');
  expect(await visible(reader, CHROME)).toContain('.reader-bar');
  await reader.medium('print');
  await expect.poll(() => visible(reader, CHROME)).toEqual([]);
  const { title, body } = partsOf(fixture('tides.en'));
  const words = (await reader.texts('body')).join().replace(/\s+/gu, ' ');
  for (const line of [title, ...body]) expect(words).toContain(line.replace(/\s+/gu, ' ').trim());
  await reader.medium('screen');
  await expect.poll(() => visible(reader, CHROME)).toContain('.reader-bar');
  await reader.close();
  await page.close();
});

test('one sentence says so if the machine has no voice for the language', async ({ lede, site }) => {
  const page = await lede.open(site.url('/articles/river.en', 'voice.test'));
  const reader = await openReader(lede);
  await reader.press('l');
  await expect.poll(() => reader.count({ role: 'region', name: say('reader_listen') })).toBe(1);
  const voices = await reader.evaluate(
    () => speechSynthesis.getVoices().filter(({ localService, lang }) => localService && lang.startsWith('en')).length,
  );
  test.skip(voices > 0, 'This machine has a voice for English.');
  await expect.poll(() => reader.texts('.listening p')).toEqual([say('reader_no_voice')]);
  await reader.click({ role: 'button', name: say('parts_dismiss') });
  await expect.poll(() => reader.count({ css: '.listening' })).toBe(0);
  await reader.close();
  await page.close();
});
