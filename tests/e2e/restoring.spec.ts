/** Highlights that appear automatically: Lede asks once at the first highlight, for one site, and accepts "not now". */
import { fixture, partsOf } from '../fixtures/aggregator.ts';
import { expect, test } from './harness/fixtures.ts';
import { Glance, say } from './harness/glance.ts';
import { emptyLibrary } from './harness/library.ts';
import { wordsOn } from './harness/marks.ts';
import type { Browser, Surface } from './harness/surface.ts';

const WORDS = 'The engineers of that time straightened the beds';
const ASK = { role: 'region', name: say('restore_title') };

test.beforeEach(({ lede }) => emptyLibrary(lede));

/**
 * Makes the first note of a page with Lede opened there, and gives what asks: the editor, or the popup in Firefox,
 * which lets no frame in a page ask.
 */
async function firstNote(lede: Browser, page: Surface): Promise<Surface> {
  const popup = await new Glance(await lede.popup()).settled();
  await popup.surface.close();
  await page.select(WORDS);
  const chromium = lede.kind === 'chromium';
  await page.clickGuest(say(chromium ? 'toolbar_note' : 'colour_green'));
  await expect.poll(() => wordsOn(page)).toEqual([WORDS]);
  if (chromium) return page.frame('/editor/');
  const glance = await new Glance(await lede.popup()).settled();
  await glance.show('glance_notes');
  return glance.surface;
}

/** Answers the question, and checks that it disappears. */
async function answer(asking: Surface, key: string): Promise<void> {
  await asking.click({ role: 'button', name: say(key) });
  await expect.poll(() => asking.count(ASK)).toBe(0);
}

/**
 * How often the popup asks, once it has looked up what decides that: grants and settings, the same two in the same
 * order.
 */
async function asksIn(popup: Glance): Promise<number> {
  await popup.surface.evaluate(async () => {
    interface Api {
      permissions: { getAll(): Promise<object> };
      storage: { local: { get(keys: null): Promise<object> } };
    }
    const { chrome } = globalThis as unknown as { chrome: Api };
    await chrome.permissions.getAll();
    await chrome.storage.local.get(null);
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  });
  return popup.surface.count(ASK);
}

/** Has hidden blocks counted on the button. */
async function setCounting(lede: Browser): Promise<void> {
  const options = await lede.page('options/index.html');
  await options.click({ role: 'switch', name: say('options_badge') });
  await options.close();
}

/** The text on Lede's button for the active tab. */
function badges(lede: Browser): Promise<string> {
  return lede.background(async () => {
    interface Api {
      tabs: { query(which: object): Promise<{ id: number }[]> };
      action: { getBadgeText(of: { tabId: number }): Promise<string> };
    }
    const { chrome } = globalThis as unknown as { chrome: Api };
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    return tab ? chrome.action.getBadgeText({ tabId: tab.id }) : '';
  }, null);
}

test('on a site with permission, highlights and the count appear without a click', async ({ lede, site }) => {
  const url = site.url('/articles/river.en', 'let-in.test');
  const page = await lede.open(url);
  const asking = await firstNote(lede, page);
  await expect.poll(() => asking.count(ASK)).toBe(1);
  await lede.allow('http://let-in.test/*');
  if (lede.kind === 'chromium') await page.show();
  await answer(asking, 'restore_site');
  if (lede.kind === 'firefox') await asking.close();

  await page.reload();
  await expect.poll(() => wordsOn(page)).toEqual([WORDS]);

  // A page of the same site with nothing to do has only the loader, until text is selected.
  const idle = await lede.open(site.url('/articles/tides.en', 'let-in.test'));
  await idle.select('the moon');
  await idle.clickGuest(say('colour_green'));
  await expect.poll(() => wordsOn(idle)).toEqual(['the moon']);
  await idle.close();

  await setCounting(lede);
  await page.show();
  await page.reload();
  await expect.poll(() => badges(lede)).toMatch(/^[1-9]$/u);
  await page.close();

  const again = await lede.open(url);
  await expect.poll(() => wordsOn(again)).toEqual([WORDS]);
  const popup = await new Glance(await lede.popup()).settled();
  await popup.show('glance_notes');
  await expect.poll(() => popup.surface.texts('.notes li')).toHaveLength(1);
  expect(await asksIn(popup)).toBe(0);
  await popup.surface.close();
  await again.close();

  // Another site has no permission.
  const elsewhere = await lede.open(site.url('/articles/river.en', 'elsewhere.test'));
  expect(await wordsOn(elsewhere)).toEqual([]);
  expect(await badges(lede)).toBe('');
  await elsewhere.close();
});

test('“not now” is remembered for that site, in the editor and in the popup', async ({ lede, site }) => {
  const page = await lede.open(site.url('/articles/river.en', 'not-now.test'));
  const asking = await firstNote(lede, page);
  await expect.poll(() => asking.count(ASK)).toBe(1);
  await answer(asking, 'restore_not_now');
  if (lede.kind === 'firefox') await asking.close();

  const popup = await new Glance(await lede.popup()).settled();
  await popup.show('glance_notes');
  await expect.poll(() => popup.surface.texts('.notes li')).toHaveLength(1);
  expect(await asksIn(popup)).toBe(0);
  await popup.surface.close();

  await page.reload();
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(done)));
  expect(await wordsOn(page)).toEqual([]);
  const after = await new Glance(await lede.popup()).settled();
  await expect.poll(() => wordsOn(page)).toEqual([WORDS]);
  await after.surface.close();
  await page.close();
});

test('the popup asks if the editor did not', async ({ lede, site }) => {
  const page = await lede.open(site.url('/articles/river.en', 'popup-asks.test'));
  const first = await new Glance(await lede.popup()).settled();
  await first.surface.close();
  await page.select(WORDS);
  await page.clickGuest(say('colour_green'));
  await expect.poll(() => wordsOn(page)).toEqual([WORDS]);
  const popup = await new Glance(await lede.popup()).settled();
  await popup.show('glance_notes');
  await expect.poll(() => popup.surface.count(ASK)).toBe(1);
  await answer(popup.surface, 'restore_not_now');
  await popup.surface.close();
  await page.close();
});

test('on a site with automatic calm, each article is calmed in its turn, and never as the one before', async ({
  lede,
  site,
}) => {
  const page = await lede.open(site.url('/spa', 'calm-spa.test'));
  await expect.poll(() => page.count({ css: '.page' })).toBe(1);
  const asking = await firstNote(lede, page);
  await lede.allow('http://calm-spa.test/*');
  if (lede.kind === 'chromium') await page.show();
  await answer(asking, 'restore_site');
  if (lede.kind === 'firefox') await asking.close();
  const options = await lede.page('options/index.html');
  await options.click({ role: 'textbox', name: say('options_calm_add_site') });
  await options.type('calm-spa.test');
  await options.press('Enter');
  await expect.poll(() => options.texts('.site bdi')).toContain('calm-spa.test');
  await options.close();

  const folded = (text: string) => text.replace(/\s+/gu, ' ').trim();
  /** How many lines of an article are seen, how many titles of its teasers, and whether the button beside it is. */
  const seen = async (name: 'river.en' | 'tides.en') => {
    const text = folded(await page.evaluate(() => document.body.innerText));
    const { body, teasers } = partsOf(fixture(name));
    return {
      lines: body.filter((line) => text.includes(folded(line))).length,
      teasers: teasers.filter(({ title }) => text.includes(folded(title))).length,
      button: text.includes('Next article'),
    };
  };
  const calm = (name: 'river.en' | 'tides.en') => ({
    lines: partsOf(fixture(name)).body.length,
    teasers: 0,
    button: false,
  });
  await page.reload();
  await expect.poll(() => seen('river.en')).toEqual(calm('river.en'));

  await page.evaluate(() => {
    const held = new Promise((resolve) => Object.assign(window, { release: resolve }));
    Object.assign(window, { held });
    document.getElementById('next')?.click();
  });
  await expect.poll(() => page.address()).toContain('/spa/1');
  await expect.poll(() => wordsOn(page)).toEqual([]); // Lede has noticed
  expect(await seen('river.en')).toEqual(calm('river.en'));
  await page.evaluate(() => (window as unknown as { release: () => void }).release());
  await expect.poll(() => seen('tides.en')).toEqual(calm('tides.en'));

  await page.evaluate(() => history.back());
  await expect.poll(() => seen('river.en')).toEqual(calm('river.en'));
  await expect.poll(() => wordsOn(page)).toEqual([WORDS]);
  await page.close();
});
