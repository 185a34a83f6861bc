/** The library: search as you type, editing, deleting and restoring, all without a pointer. */
import { expect, test } from './harness/fixtures.ts';
import type { Browser, Surface } from './harness/surface.ts';

interface Api {
  runtime: { sendMessage(message: object): Promise<{ ok: boolean }> };
}

/** Saves three articles with a note each, as the reader does. */
async function keep(library: Surface): Promise<boolean[]> {
  return library.evaluate(async () => {
    const { chrome } = globalThis as unknown as { chrome: Api };
    const kept = [
      {
        lang: 'en',
        title: 'How the lighthouse keepers counted storms',
        words: 'painted on the inside of the lamp room',
      },
      { lang: 'zh', title: '小城的旧书店为什么一直开到深夜', words: '店主说夜里来的人才真正读书' },
      { lang: 'ar', title: 'كيف تعلّم البحّارة قراءة النجوم', words: 'كانوا يرسمون السماء على الرمل' },
    ];
    const answers: boolean[] = [];
    for (const { lang, title, words } of kept) {
      const text = `${title}\n${words} 1842.`;
      const start = text.indexOf(words);
      const article = {
        ...{ url: `https://${lang}.library.test/a`, title, lang, text, removed: [] },
        tree: { tag: 'div', children: [{ tag: 'p', block: 0, children: [text] }] },
        blocks: [{ kind: 'paragraph', start: 0, end: text.length }],
      };
      const quote = { exact: words, prefix: title.slice(-20), suffix: ' 1842.', start };
      const body = { article, quote, colour: 'green', text: lang === 'en' ? 'Ask the museum' : '' };
      answers.push((await chrome.runtime.sendMessage({ lede: 'ask', kind: 'note.add', body })).ok);
    }
    return answers;
  });
}
/** The records in the library that this file added; other tests in the same browser add records too. */
const OURS = 'site:library.test';
const open = (lede: Browser) => lede.page(`library/index.html?q=${encodeURIComponent(OURS)}`);
const titles = (library: Surface) => library.texts('.entry-open');

test('search works in any script, and by keyboard alone', async ({ lede }) => {
  const library = await open(lede);
  expect(await keep(library)).toEqual([true, true, true]);
  await expect.poll(() => titles(library)).toHaveLength(3);

  for (const [typed, found] of [
    ['museum', /lighthouse/u],
    ['读书', /旧书店/u],
    ['السماء', /البحّارة/u],
  ] as const) {
    await library.press('/');
    await library.press('Control+A');
    await library.type(`${typed} ${OURS}`);
    await expect.poll(() => titles(library)).toEqual([expect.stringMatching(found)]);
  }
  await library.press('Control+A');
  await library.type(OURS);
  await expect.poll(() => titles(library)).toHaveLength(3);
  await library.evaluate(() => (document.activeElement as HTMLElement).blur());

  const [first] = await titles(library);
  await library.press('Delete');
  await expect.poll(() => titles(library)).toHaveLength(2);
  await library.press('u');
  await expect.poll(() => titles(library)).toContain(first);
  await library.press('Shift+U');
  await expect.poll(() => titles(library)).toHaveLength(2);
  await library.press('u');
  await expect.poll(() => titles(library)).toContain(first);
  await library.press('?');
  await expect.poll(() => library.count({ role: 'dialog', name: 'Keyboard shortcuts' })).toBe(1);
  await library.press('Escape');
  await library.close();
});

test('deleted items are in the bin and can be restored', async ({ lede }) => {
  const library = await open(lede);
  await keep(library);
  await expect.poll(() => titles(library)).toHaveLength(3);
  const before = await titles(library);
  await library.click({ css: '.entry .menu button', at: 0 });
  await library.click({ role: 'menuitem', name: 'Delete' });
  await expect.poll(() => titles(library)).toHaveLength(2);
  // Which one went, not which one stood first: the list may still be sorting in the notes that were just kept.
  const after = await titles(library);
  const gone = before.find((title) => !after.includes(title)) ?? '';
  const inBin = async () => (await library.texts('.binned-words')).map((words) => words.trim()).indexOf(gone);
  await library.click({ role: 'button', name: 'Bin' });
  await expect.poll(inBin).toBeGreaterThanOrEqual(0);
  await library.click({ css: '.binned button', at: await inBin() });
  await expect.poll(inBin).toBe(-1);
  await library.click({ role: 'button', name: 'Bin' });
  await expect.poll(() => titles(library)).toHaveLength(3);
  await library.close();
});

test('an article gets a custom title and tags, and many are marked read, by keyboard alone', async ({ lede }) => {
  const library = await open(lede);
  await keep(library);
  await expect.poll(() => titles(library)).toHaveLength(3);
  await library.evaluate(() => (document.activeElement as HTMLElement).blur());
  const [first = ''] = await titles(library);
  await library.press('e');
  await library.type('Storms, counted on a wall');
  await library.press('Tab');
  await library.type('sea, diaries');
  await library.press('Enter'); // makes a chip of the last tag
  await library.press('Enter');
  await expect.poll(() => titles(library)).toContain('Storms, counted on a wall');
  await library.reload();
  await expect.poll(() => titles(library)).toContain('Storms, counted on a wall');
  expect((await library.texts('.entry-facts .note-tag')).map((tag) => tag.trim())).toEqual(['#diaries', '#sea']);
  await library.press('/');
  await library.press('Control+A');
  await library.type(`counted tag:diaries ${OURS}`);
  await expect.poll(() => titles(library)).toEqual(['Storms, counted on a wall']);
  await library.press('Control+A');
  await library.type(OURS);
  await expect.poll(() => titles(library)).toHaveLength(3);
  await library.evaluate(() => (document.activeElement as HTMLElement).blur());
  await library.press('u');
  await expect.poll(() => titles(library)).toContain(first);

  const read = () => library.count({ role: 'button', name: 'Mark as unread' });
  const rows = await library.evaluate(() =>
    [...document.querySelectorAll('.library-row')].map((row) => row.querySelector('.entry') !== null),
  );
  for (const isEntry of rows) {
    if (isEntry) await library.press('x');
    await library.press('j');
  }
  await expect.poll(() => library.texts('.bulk .facts')).toEqual(['3 selected']);
  await library.press('r');
  await expect.poll(read).toBe(4); // one on each row, and one for all
  await library.press('u');
  await expect.poll(read).toBe(0);
  await library.click({ role: 'button', name: 'Mark as read' }); // the first: for all that is chosen
  await expect.poll(read).toBe(4);
  await library.press('r');
  await expect.poll(read).toBe(0);
  await library.close();
});
