/**
 * The panel next to the page: opened from the popup, it follows the active tab, can show everything in one tree, and
 * copies as Markdown.
 */
import { fixture, partsOf } from '../fixtures/aggregator.ts';
import { expect, test } from './harness/fixtures.ts';
import { Glance, say } from './harness/glance.ts';
import { emptyLibrary } from './harness/library.ts';
import { wordsOn } from './harness/marks.ts';
import type { Browser, Target } from './harness/surface.ts';

const WORDS = 'The engineers of that time straightened the beds';
const titleOf = (name: string) => partsOf(fixture(name)).title;

test.beforeEach(({ lede }) => emptyLibrary(lede));

/** Opens the panel as a person does: through the popup's menu, on the active tab. */
async function openPanel(lede: Browser): Promise<Glance> {
  const popup = await new Glance(await lede.popup()).settled();
  const open = async () => {
    await popup.surface.click({ role: 'button', name: say('glance_more') });
    // The popup closes during the click; only the panel matters.
    await popup.surface.click({ role: 'menuitem', name: say('glance_open_panel') }).catch(() => undefined);
  };
  const panel = await lede.panel(popup.surface, open);
  if (lede.kind === 'firefox') await popup.surface.close();
  return new Glance(panel).settled();
}

/** Chooses a line of the menu. The panel slides in for a moment, so that a first click may miss its button. */
async function choose({ surface }: Glance, line: Target): Promise<void> {
  await expect(async () => {
    if ((await surface.count(line)) === 0) await surface.click({ role: 'button', name: say('glance_more') });
    await expect.poll(() => surface.count(line), { timeout: 1_000 }).toBe(1);
  }).toPass();
  await surface.click(line);
}

test('follows the active tab', async ({ lede, site }) => {
  const river = await lede.open(site.url('/articles/river.en', 'panel.test'));
  const first = await new Glance(await lede.popup()).settled();
  await first.surface.close();
  const tides = await lede.open(site.url('/articles/tides.en', 'panel.test'));
  const panel = await openPanel(lede);
  await expect.poll(() => panel.title()).toBe(titleOf('tides.en'));
  await river.show();
  await expect.poll(() => panel.title()).toBe(titleOf('river.en'));
  await tides.show();
  await expect.poll(() => panel.title()).toBe(titleOf('tides.en'));

  // On a page without access, the panel says so and offers one action.
  const uncalled = await lede.open(site.url('/articles/river.en', 'uncalled.test'));
  await expect.poll(() => panel.surface.count({ css: '.empty button' })).toBe(1);
  await uncalled.close();
  await tides.show();
  await expect.poll(() => panel.title()).toBe(titleOf('tides.en'));
  await panel.surface.close();
  await tides.close();
  await river.close();
});

test('shows outline, key points and notes in one tree, and copies all of it as Markdown', async ({ lede, site }) => {
  const page = await lede.open(site.url('/articles/river.en', 'tree.test'));
  const first = await new Glance(await lede.popup()).settled();
  await first.surface.close();
  await page.select(WORDS);
  await page.clickGuest(say('colour_green'));
  await expect.poll(() => wordsOn(page)).toEqual([WORDS]);
  const panel = await openPanel(lede);
  const sections = await panel.outline();
  const points = await panel.keyPoints();
  await expect.poll(() => panel.notes()).toEqual([expect.stringContaining(WORDS)]);

  await choose(panel, { role: 'menuitemcheckbox', name: say('glance_one_tree') });
  const rows = () => panel.surface.texts('.tree-label');
  await expect.poll(async () => (await rows()).length).toBe(sections.length + points.length + 1);
  const all = (await rows()).join('\n');
  for (const words of [...points, WORDS]) expect(all).toContain(words);

  await choose(panel, { role: 'menuitem', name: say('glance_copy') });
  await expect
    .poll(() => panel.surface.texts('.toast-region'))
    .toEqual([expect.stringContaining(say('glance_copied'))]);
  await choose(panel, { role: 'menuitemcheckbox', name: say('glance_one_tree') });

  // The copied text is read by pasting it.
  site.serve('/paste', { body: '<!doctype html><html lang="en"><title>Paste</title><textarea></textarea>' });
  const paste = await lede.open(site.url('/paste', 'paste.test'));
  await paste.click({ css: 'textarea' });
  await paste.press('Control+V');
  const pasted = () => paste.evaluate(() => document.querySelector('textarea')?.value ?? '');
  await expect.poll(pasted).toContain(`# [${titleOf('river.en')}](${site.url('/articles/river.en', 'tree.test')})`);
  const markdown = await pasted();
  for (const name of ['glance_outline', 'glance_points', 'glance_notes']) expect(markdown).toContain(`## ${say(name)}`);
  for (const words of [...points, WORDS]) expect(markdown).toContain(words);
  await paste.close();
  await panel.surface.close();
  await page.close();
});
