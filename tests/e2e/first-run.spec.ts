/** The first run and the options, by keyboard alone: welcomed once, tried at once, with options found while typing. */
import { expect, test } from './harness/fixtures.ts';
import { say } from './harness/glance.ts';
import type { Surface } from './harness/surface.ts';

/** More presses of Tab than any of Lede's pages needs. */
const STOPS_MOST = 60;

/** Presses Tab, or Shift+Tab, until the focus is on an element that matches `css` and has the text `words`. */
async function tabTo(page: Surface, css: string, words = '', key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  const there = ({ css: selector, words: wanted }: { css: string; words: string }) => {
    const focused = document.activeElement;
    const said = focused?.getAttribute('aria-label') ?? focused?.textContent ?? '';
    return focused?.matches(selector) === true && said.includes(wanted);
  };
  for (let stop = 0; stop < STOPS_MOST; stop++) {
    if (await page.evaluate(there, { css, words })) return;
    await page.press(key);
  }
  throw new Error(`Tab does not come to ${css} ${words}.`);
}

test('greets once, when it is installed, and not when the background wakes again', async ({ lede }) => {
  expect(lede.greetings).toBe(1);
  await lede.stopBackground();
  const greetings = await lede.background(async () => {
    interface Api {
      tabs: { query(which: object): Promise<{ url?: string }[]> };
    }
    const { chrome } = globalThis as unknown as { chrome: Api };
    return (await chrome.tabs.query({})).filter(({ url }) => url?.includes('/welcome/')).length;
  }, null);
  expect(greetings).toBe(0);
});

test('the welcome has three sentences, and can be tried by keyboard alone', async ({ lede }) => {
  const page = await lede.page('welcome/index.html');
  const three = ['welcome_one', 'welcome_two', 'welcome_three'].map((key) => say(key));
  await expect.poll(() => page.texts('.welcome-three li')).toEqual(three);
  const teaser = say('welcome_sample_teaser_1');
  expect(await page.texts('.welcome-page')).toEqual([expect.stringContaining(teaser)]);

  await tabTo(page, 'button', say('welcome_try_here'));
  await page.press('Enter');
  await expect.poll(() => page.texts('.welcome-page')).toEqual([expect.not.stringContaining(teaser)]);
  await expect.poll(() => page.texts('.tree-label')).toContain(say('welcome_sample_heading_2'));
  // Two teasers were inserted into it.
  expect(await page.texts('.welcome-line')).toEqual([expect.stringMatching(/^2 /u)]);
  await page.select('Other birds that stay aloft');
  await page.press('Tab');
  await page.press('Enter');
  await expect.poll(() => page.texts('.welcome-task')).toEqual([say('welcome_marked')]);
  expect((await page.texts('.welcome-point')).length).toBeGreaterThan(0);

  await tabTo(page, '[role=treeitem]');
  await page.press('End');
  await page.press('Enter');
  await expect.poll(() => page.count({ css: '.welcome-flash' })).toBe(1);
  await tabTo(page, '.welcome-point');
  await tabTo(page, 'button', say('welcome_show'), 'Shift+Tab');
  await page.press('Enter');
  await expect.poll(() => page.texts('.welcome-page')).toEqual([expect.stringContaining(teaser)]);
  await page.close();
});

test('options can be found by typing', async ({ lede }) => {
  const page = await lede.page('options/index.html');
  await expect.poll(() => page.texts('.option-name')).toContain(say('options_theme'));
  const all = (await page.texts('.option-name')).length;
  await tabTo(page, '[type=search]');
  await page.type('theme');
  await expect.poll(() => page.texts('.option-name')).toEqual([say('options_theme')]);
  await page.press('Control+A');
  await page.type('qqqq');
  await expect.poll(() => page.texts('main')).toEqual([expect.stringContaining('No options found for “qqqq”.')]);
  await page.press('Control+A');
  await page.press('Delete');
  await expect.poll(() => page.texts('.option-name')).toHaveLength(all);
  await page.close();
});

test('a theme can be chosen by keyboard and applies at once on every open page', async ({ lede }) => {
  const worn = (surface: Surface) => surface.evaluate(() => document.documentElement.dataset.theme);
  const library = await lede.page('library/index.html');
  await expect.poll(() => library.count({ css: 'h1' })).toBe(1);
  const before = await worn(library);
  const page = await lede.page('options/index.html');
  await expect.poll(() => page.count({ css: 'select' })).toBeGreaterThan(0);
  await tabTo(page, 'select', say('options_theme'));
  await page.type(say('theme_sepia').slice(0, 2));
  await expect.poll(() => worn(page)).toBe('sepia');
  await expect.poll(() => worn(library)).toBe('sepia');
  await page.reload();
  await expect.poll(() => worn(page)).toBe('sepia');
  await tabTo(page, 'select', say('options_theme'));
  await page.press('Home');
  await expect.poll(() => worn(page)).toBe(before);
  await page.close();
  await library.close();
});

/**
 * The access keys of Firefox's own menus. With Alt they open a menu, with or without Shift, before any extension gets
 * the key.
 */
const MENU_LETTERS = 'FEVSBTH';

test('the browser gives every shortcut that Lede asks for', async ({ lede }) => {
  test.skip(process.platform === 'darwin', 'macOS writes its keys with other signs.');
  const asked = await lede.background(() => {
    interface Api {
      runtime: { getManifest(): { commands: Record<string, { suggested_key?: { default: string } }> } };
      commands: { getAll(): Promise<{ name: string; shortcut: string }[]> };
    }
    const { chrome } = globalThis as unknown as { chrome: Api };
    const wanted = Object.entries(chrome.runtime.getManifest().commands);
    return chrome.commands
      .getAll()
      .then((all) =>
        wanted.flatMap(([name, { suggested_key: key }]) =>
          key ? [{ name, wanted: key.default, given: all.find((one) => one.name === name)?.shortcut }] : [],
        ),
      );
  }, null);
  expect(asked.length).toBeGreaterThan(0);
  for (const { name, wanted, given } of asked) {
    expect(given, name).toBe(wanted);
    expect(MENU_LETTERS, name).not.toContain(wanted.at(-1));
  }
});
