/**
 * Highlights on the page: a selection becomes a highlight that survives a reload and a restart, and can be recoloured,
 * deleted and restored.
 */
import { fixture, partsOf } from '../fixtures/aggregator.ts';
import type { Site } from './harness/site.ts';
import type { Browser, Surface } from './harness/surface.ts';
import { expect, test } from './harness/fixtures.ts';
import { Glance, say } from './harness/glance.ts';
import { emptyLibrary } from './harness/library.ts';
import { marksOn, wordsOn } from './harness/marks.ts';

const WORDS = 'The engineers of that time straightened the beds';
const titleOf = (name: string) => partsOf(fixture(name)).title;

test.beforeEach(({ lede }) => emptyLibrary(lede));

/** The content of the clipboard, read by pasting it. */
async function pasted(lede: Browser, site: Site): Promise<string> {
  site.serve('/paste', { body: '<!doctype html><html lang="en"><title>Paste</title><textarea></textarea>' });
  const paste = await lede.open(site.url('/paste', 'paste.test'));
  await paste.click({ css: 'textarea' });
  await paste.press('Control+V');
  const text = await paste.evaluate(() => document.querySelector('textarea')?.value ?? '');
  await paste.close();
  return text;
}

/** Opens Lede on the page, which gives it access, and closes the popup again. */
async function click(lede: Browser): Promise<void> {
  const popup = await new Glance(await lede.popup()).settled();
  await popup.surface.close();
}

test('a highlight is painted, listed, and there after a reload and a restart', async ({ lede, site }) => {
  const url = site.url('/articles/river.en', 'keep.test');
  const page = await lede.open(url);
  await click(lede);
  await page.select(WORDS);
  await page.clickGuest(say('colour_green'));
  await expect.poll(() => wordsOn(page)).toEqual([WORDS]);

  const popup = await new Glance(await lede.popup()).settled();
  await expect.poll(async () => (await popup.notes()).join()).toContain(WORDS);
  await popup.surface.close();

  await page.reload();
  await click(lede);
  await expect.poll(() => wordsOn(page)).toEqual([WORDS]);

  await lede.restart();
  const again = await lede.open(url);
  await click(lede);
  await expect.poll(() => marksOn(again)).toEqual([{ words: WORDS, paint: expect.stringContaining('green') }]);
  await again.close();
});

test('a highlight can be recoloured, deleted and restored on the page', async ({ lede, site }) => {
  const page = await lede.open(site.url('/articles/river.en', 'change.test'));
  await click(lede);
  await page.select(WORDS);
  await page.clickGuest(say('colour_yellow'));
  await expect.poll(() => marksOn(page)).toEqual([{ words: WORDS, paint: expect.stringContaining('yellow') }]);

  await page.clickWords(WORDS);
  await page.clickGuest(say('colour_violet'));
  await expect.poll(() => marksOn(page)).toEqual([{ words: WORDS, paint: expect.stringContaining('violet') }]);

  const address = site.url('/articles/river.en', 'change.test');
  const link = `${address}#:~:text=The%20engineers`;
  await page.clickWords(WORDS);
  await page.clickGuest(say('parts_note_copy_link'));
  await expect.poll(() => pasted(lede, site)).toContain(link);
  await page.show();
  await page.clickWords(WORDS);
  await page.clickGuest(say('parts_note_copy_quote'));
  await expect.poll(() => pasted(lede, site)).toMatch(`“${WORDS}” — `);
  await page.show();

  await page.clickWords(WORDS);
  await page.clickGuest(say('toolbar_delete'));
  await expect.poll(() => wordsOn(page)).toEqual([]);
  await page.clickGuest(say('toolbar_undo'));
  await expect.poll(() => marksOn(page)).toEqual([{ words: WORDS, paint: expect.stringContaining('violet') }]);
  await page.close();
});

test('highlights can be walked, announced and opened by keyboard, overlapping ones too', async ({ lede, site }) => {
  const page = await lede.open(site.url('/articles/river.en', 'walk.test'));
  await click(lede);
  const inner = 'straightened';
  for (const words of [WORDS, inner]) {
    await page.select(words);
    await lede.command('highlight');
    await expect.poll(() => wordsOn(page)).toContain(words);
  }
  const told = async () => (await page.accessible()).map(({ name }) => name).join('\n');
  await page.press('Alt+Shift+ArrowDown');
  await expect.poll(told).toContain(`Highlight 1 of 2: ${WORDS}`);
  await page.press('Alt+Shift+ArrowDown');
  await expect.poll(told).toContain(`Highlight 2 of 2: ${inner}`);
  await page.press('Alt+Shift+Enter');
  await page.press('ArrowRight');
  await page.press('Enter'); // the second colour
  await expect.poll(() => marksOn(page)).toContainEqual({ words: inner, paint: expect.stringContaining('green') });

  await page.clickWords(inner);
  await page.clickGuest('1 of 2 · next');
  await page.clickGuest(say('toolbar_delete'));
  await expect.poll(() => wordsOn(page)).toEqual([inner]);
  await page.close();
});

test('the shortcut and the context menu highlight what is selected', async ({ lede, site }) => {
  const page = await lede.open(site.url('/articles/river.en', 'keys.test'));
  await click(lede);
  await page.select(WORDS);
  await lede.command('highlight');
  await expect.poll(() => wordsOn(page)).toEqual([WORDS]);

  const more = 'People defend what they know';
  await page.select(more);
  await lede.contextMenu(page, { css: 'p:nth-of-type(9)' }, { id: 'highlight', title: say('menu_highlight') });
  await expect.poll(() => wordsOn(page)).toEqual([WORDS, more]);
  await page.close();
});

test('an article can be saved for later by shortcut, context menu and button, without a highlight', async ({
  lede,
  site,
}) => {
  const library = async () => {
    const view = await lede.page('library/index.html');
    await expect.poll(() => view.count({ css: '.entry-open, .empty' })).toBeGreaterThan(0);
    const titles = await view.texts('.entry-open');
    await view.close();
    return titles.map((title) => title.trim()).toSorted();
  };
  const saves: (readonly [text: string, save: (page: Surface) => Promise<unknown>])[] = [
    // Browsers give an extension four suggested keys; a person chooses this one, and in Firefox the suggested one is
    // pressed.
    ...(lede.kind === 'chromium' ? [['river.en', () => lede.command('save')] as const] : []),
    ['tides.en', (page) => lede.contextMenu(page, { css: 'p' }, { id: 'save', title: say('command_save') })],
  ];
  for (const [text, save] of saves) {
    const page = await lede.open(site.url(`/articles/${text}`, 'later.test'));
    await click(lede);
    await page.show();
    await save(page);
    await expect.poll(library).toContain(titleOf(text));
    await page.close();
  }
  const page = await lede.open(site.url('/articles/schools.ar', 'later.test'));
  const popup = await new Glance(await lede.popup()).settled();
  await popup.surface.click({ role: 'button', name: say('command_save') });
  await expect.poll(() => popup.surface.count({ role: 'button', name: say('glance_saved') })).toBe(1);
  await popup.surface.close();
  expect(await library()).toHaveLength(saves.length + 1);
  await page.close();
});

test('a highlight outlives the background being stopped and the browser being killed', async ({ lede, site }) => {
  const url = site.url('/articles/river.en', 'crash.test');
  const page = await lede.open(url);
  await click(lede);
  await lede.stopBackground();
  await page.show();
  await page.select(WORDS);
  await page.clickGuest(say('colour_blue'));
  await expect.poll(() => wordsOn(page)).toEqual([WORDS]);

  await lede.crash();
  const again = await lede.open(url);
  await click(lede);
  await expect.poll(() => wordsOn(again)).toEqual([WORDS]);
  await again.close();
});

test('when Lede is updated under an open page, the note is kept, and the page says so and goes on', async ({
  lede,
  site,
}) => {
  const [page, more] = [await lede.open(site.url('/articles/river.en', 'update.test')), 'People defend what they know'];
  await click(lede);
  await page.select(WORDS);
  await page.clickGuest(say('toolbar_note'));
  const editor = await page.frame('/editor/');
  await editor.click({ css: 'textarea' });
  await editor.type('Ask the wardens');
  await expect.poll(() => editor.texts('.note-editor-status')).toEqual([say('parts_saved')]);
  await lede.update();
  await page.show();
  await page.select(more);
  if (lede.kind === 'chromium') {
    // The old copy of Lede is still there, but cannot save anything.
    const told = async () => (await page.accessible()).map(({ name }) => name).join('\n');
    await expect.poll(told).toContain(say('failure_restarted'));
  }
  const popup = await new Glance(await lede.popup()).settled();
  await expect.poll(async () => (await popup.notes()).join()).toContain('Ask the wardens');
  await popup.surface.close();
  await expect.poll(() => page.count({ css: '[data-lede=editor]' })).toBe(0);
  await page.select(more);
  await page.clickGuest(say('colour_green'));
  await expect.poll(() => wordsOn(page)).toEqual([WORDS, more]);
  await page.close();
});

test('the page gets no keys typed into a note, and no access to the editor', async ({ lede, site }) => {
  const page = await lede.open(site.url('/articles/river.en', 'spy.test'));
  await click(lede);
  await page.evaluate(() => {
    const heard: string[] = [];
    const sources: unknown[] = [];
    Object.assign(window, { heard, sources });
    window.addEventListener('message', ({ source }) => sources.push(source), true);
    for (const kind of ['keydown', 'keypress', 'keyup', 'input', 'beforeinput'])
      window.addEventListener(kind, (event) => heard.push(`${kind} ${'key' in event ? String(event.key) : ''}`), true);
  });
  await page.select(WORDS);
  await page.clickGuest(say('toolbar_note'));
  const editor = await page.frame('/editor/');
  const belowWords = await page.evaluate((words) => {
    const text = document.evaluate(`//text()[contains(., '${words}')]`, document).iterateNext();
    if (!(text instanceof Text)) return null;
    const range = document.createRange();
    range.setStart(text, text.data.indexOf(words));
    range.setEnd(text, text.data.indexOf(words) + words.length);
    const { left, bottom } = range.getBoundingClientRect();
    return document.elementFromPoint(left + 40, bottom + 40)?.getAttribute('data-lede');
  }, WORDS);
  expect(belowWords).toBe('editor');
  await editor.click({ css: 'textarea' });
  await editor.type('Ask the wardens');
  await expect.poll(() => editor.evaluate(() => document.querySelector('textarea')?.value)).toBe('Ask the wardens');
  const seen = await page.evaluate(() => {
    const { heard, sources } = window as unknown as { heard: string[]; sources: unknown[] };
    return { heard, sources: sources.length, frames: window.length };
  });
  // Neither the keys nor the editor's window, into which the page could load its own document.
  expect(seen).toEqual({ heard: [], sources: 0, frames: 0 });
  await editor.press('Escape');
  await expect.poll(() => page.count({ css: '[data-lede=editor]:popover-open' })).toBe(0);

  const popup = await new Glance(await lede.popup()).settled();
  await expect.poll(async () => (await popup.notes()).join()).toContain('Ask the wardens');
  await popup.surface.close();
  await page.close();
});
