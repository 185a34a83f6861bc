/**
 * A highlight whose words were rewritten is lost, and can be placed again from the library: the open page suggests the
 * passage, and the move can be undone.
 */
import { expect, test } from './harness/fixtures.ts';
import { Glance, say } from './harness/glance.ts';
import { emptyLibrary } from './harness/library.ts';
import { wordsOn } from './harness/marks.ts';
import type { Browser } from './harness/surface.ts';

const THEN =
  'Cold more than halves how far they come, and all through January crossings were cut to one an hour at most.';
const NOW = 'Cold halves the range, so in January the boats leave every hour rather than every half hour.';
const pageOf = (sentence: string) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Two quiet boats</title></head><body><article>
<h1>Two quiet boats</h1><p>The island has had a ferry for two hundred years, and for most of that time ` +
  `nobody asked when it would leave.</p>
<p>The crew of three became a crew of two, and the third sailor now looks after the batteries on the pier.` +
  `</p><p>${sentence} Nobody was left behind on either shore.</p>
<p>Forty families have moved here since the boats came, more than in the twenty years before, and the shop ` +
  'opens on Sundays again.</p></article></body></html>';

test.beforeEach(({ lede }) => emptyLibrary(lede));

async function click(lede: Browser): Promise<void> {
  const popup = await new Glance(await lede.popup()).settled();
  await popup.surface.close();
}

test('a lost highlight can be put where its page suggests, from the library', async ({ lede, site }) => {
  let sentence = THEN;
  site.serve('/boats', () => ({ body: pageOf(sentence) }));
  const page = await lede.open(site.url('/boats', 'lost.test'));
  await click(lede);
  await page.select(THEN);
  await page.clickGuest(say('colour_green'));
  await expect.poll(async () => (await wordsOn(page)).join(' ')).toBe(THEN);

  sentence = NOW;
  await page.reload();
  await click(lede);
  const library = await lede.page(`library/index.html?q=${encodeURIComponent('is:lost')}`);
  await expect.poll(() => library.texts('.note-words')).toEqual([THEN]);
  await expect.poll(() => library.count({ css: '.note-passage-words' })).toBeGreaterThan(0);
  const [proposed = ''] = await library.texts('.note-passage-words');
  expect(NOW).toContain(proposed.trim().slice(0, 40));
  await library.click({ css: '.note-passage-words' });
  await library.click({ role: 'button', name: say('parts_note_put_here') });
  await expect.poll(() => library.texts('.note-words')).toEqual([]);
  await page.show();
  await expect.poll(async () => NOW.includes((await wordsOn(page)).join(' ').slice(0, 40))).toBe(true);
  expect(await wordsOn(page)).not.toEqual([]);

  await library.show();
  await library.click({ role: 'button', name: say('parts_undo') });
  await page.show();
  await expect.poll(() => wordsOn(page)).toEqual([]);
  await library.close();
  await page.close();
});
