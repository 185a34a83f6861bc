/** Reading: the calm page, which can be undone exactly, the reader, and highlights that are the same in both. */
import { fixture, partsOf } from '../fixtures/aggregator.ts';
import { expect, test } from './harness/fixtures.ts';
import { frontTab } from './harness/front-tab.ts';
import type { Surface } from './harness/surface.ts';

const folded = (text: string) => text.replace(/\s+/gu, ' ').trim();
const parts = () => partsOf(fixture('river.en'));
const seen = (surface: Surface) => surface.evaluate(() => document.body.innerText).then(folded);

/** The words painted yellow in a document. */
const painted = () =>
  [...CSS.highlights]
    .filter(([name]) => name.startsWith('lede-yellow'))
    .flatMap(([, marks]) =>
      [...marks].map(({ startContainer, startOffset, endContainer, endOffset }) => {
        const range = document.createRange();
        range.setStart(startContainer, startOffset);
        range.setEnd(endContainer, endOffset);
        return range.toString();
      }),
    )
    .join(' ')
    .replace(/\s+/g, ' ');

test('one click calms the page in place, and another restores it exactly', async ({ lede, site }) => {
  const page = await lede.open(site.url('/articles/river.en', 'news.test'));
  const before = await page.evaluate(() => document.body.outerHTML);
  const popup = await lede.popup();
  await popup.click({ role: 'button', name: 'Calm page' });
  await expect.poll(() => seen(page)).not.toContain(folded(parts().teasers[0]?.excerpt ?? ''));
  await popup.close();
  const calm = await seen(page);
  expect(calm).toContain(folded(parts().title));
  for (const line of parts().body) expect(calm).toContain(folded(line));
  for (const { title, excerpt } of parts().teasers) {
    expect(calm).not.toContain(folded(title));
    expect(calm).not.toContain(folded(excerpt));
  }
  await expect.poll(() => page.count({ css: '[data-lede=line]' })).toBeGreaterThan(0);
  const again = await lede.popup();
  await again.click({ role: 'button', name: /Calm page/u });
  await expect.poll(() => page.count({ css: '[data-lede-aside], lede-aside-line, lede-aside' })).toBe(0);
  expect(await page.evaluate(() => document.body.outerHTML)).toBe(before);
  await again.close();
  await page.close();
});

test('the reader shows the article alone, and its highlights are on the page too', async ({ lede, site }) => {
  const page = await lede.open(site.url('/articles/tides.en', 'news.test'));
  const popup = await lede.popup();
  await expect.poll(() => popup.texts('h1, h2')).not.toEqual([]);
  const tab = await frontTab(lede);
  await popup.close();
  const reader = await lede.page(`reader/index.html?tab=${tab}`);
  const { title, body, teasers } = partsOf(fixture('tides.en'));
  await expect.poll(() => reader.texts('h1')).toEqual([title]);
  await expect.poll(() => seen(reader)).toContain(folded(body.at(-1) ?? '')); // the words come after the head
  const text = await seen(reader);
  for (const line of body) expect(text).toContain(folded(line));
  for (const { title: name } of teasers) expect(text).not.toContain(folded(name));

  const points = (await reader.texts('.reader-points li')).join(' ');
  const phrases = body.filter((line) => line.length > 200).map((line) => line.split(' ').slice(2, 9).join(' '));
  const words = phrases.find((phrase) => !points.includes(phrase)) ?? '';
  await reader.select(words);
  await reader.press('h');
  await expect.poll(() => reader.evaluate(painted)).toBe(words);
  await expect.poll(() => reader.address()).toContain('?entry='); // the saved article's own address
  await reader.close();
  await page.show();
  await page.reload();
  const after = await lede.popup();
  await expect.poll(() => page.evaluate(painted)).toBe(words);
  await after.close();
  await page.close();
});

/** The position that the reader keeps of this story's unsaved article. Readers of other stories keep their own. */
async function keptPlace(): Promise<number> {
  interface Api {
    storage: { session: { get(key: null): Promise<Record<string, unknown>> } };
  }
  const { chrome } = globalThis as unknown as { chrome: Api };
  const kept = Object.entries(await chrome.storage.session.get(null));
  return Number(kept.find(([key]) => /^session-place:.*keys\.test.*river/u.test(key))?.[1] ?? 0);
}

test('the reader works by keyboard, saves its article, and suggests what to read next', async ({ lede, site }) => {
  const other = await lede.open(site.url('/articles/tides.en', 'keys.test'));
  const saving = await lede.popup();
  await saving.click({ role: 'button', name: 'Save for later' });
  await expect.poll(() => saving.count({ role: 'button', name: 'In your library' })).toBe(1);
  await saving.close();
  await other.close();
  const page = await lede.open(site.url('/articles/river.en', 'keys.test'));
  const popup = await lede.popup();
  await expect.poll(() => popup.texts('h1, h2')).not.toEqual([]);
  const tab = await frontTab(lede);
  await popup.close();
  const reader = await lede.page(`reader/index.html?tab=${tab}`);
  await expect.poll(() => reader.count({ css: '.reader-body p' })).toBeGreaterThan(3);
  // The page is closed and the reader reloaded: the article is there, at the person's reading position.
  await expect.poll(() => reader.address()).toContain('?page=');
  await page.close();
  await reader.evaluate(() => scrollTo(0, 900));
  await expect.poll(() => reader.evaluate(keptPlace)).toBeGreaterThan(0);
  await reader.reload();
  await expect.poll(() => reader.count({ css: '.reader-body p' })).toBeGreaterThan(3);
  await expect.poll(() => reader.evaluate(() => scrollY)).toBeGreaterThan(500);
  await reader.press('?');
  await expect.poll(() => reader.count({ role: 'dialog', name: 'Keyboard shortcuts' })).toBe(1);
  await reader.press('Escape');
  await expect.poll(() => reader.count({ role: 'dialog', name: 'Keyboard shortcuts' })).toBe(0);
  await reader.press('a');
  await expect.poll(() => reader.count({ role: 'dialog', name: 'Text and theme' })).toBe(1);
  await reader.press('Escape');
  await reader.press('n');
  await expect.poll(() => reader.count({ role: 'complementary', name: 'Notes' })).toBe(1);
  await reader.press('Escape');
  await reader.press('/');
  await reader.type('river');
  await expect.poll(() => reader.texts('.find-count')).toEqual([expect.stringMatching(/^1 of \d\d$/u)]);
  expect(await reader.evaluate(() => CSS.highlights.get('lede-found')?.size ?? 0)).toBeGreaterThan(10);
  await reader.press('Escape');
  await reader.press('s');
  await expect.poll(() => reader.address()).toContain('?entry='); // the page is closed: saved from here
  await reader.click({ role: 'button', name: 'Mark as read' });
  await expect.poll(() => reader.count({ role: 'button', name: 'Mark as unread' })).toBe(1);
  expect(await reader.texts('.reader-end > .facts')).toEqual([expect.stringMatching(/^End · \d+ min$/u)]);
  await reader.click({ css: '.reader-end-next a' });
  await expect.poll(() => reader.texts('h1')).toEqual([partsOf(fixture('tides.en')).title]);
  await reader.close();
});
