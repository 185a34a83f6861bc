/**
 * Acknowledged notes are there exactly once, whatever is killed while they are written; and a hostile page achieves
 * nothing.
 */
import { expect, test } from './harness/fixtures.ts';
import type { Surface } from './harness/surface.ts';

/** Number of notes in one run, and how many must be acknowledged before the browser is killed during the rest. */
const NOTES = 1_000;
const KILL_AFTER = 250;

interface Kept {
  id: string;
  entryId: string;
  text: string;
  alts: Record<string, string>;
}
interface Library {
  entries: { id: string; title: string }[];
  notes: Kept[];
}

/** Runs in one of Lede's pages: the content of the database. */
function library(): Promise<Library> {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.open('lede');
    asked.onerror = () => reject(asked.error ?? new Error('no database'));
    asked.onsuccess = () => {
      const database = asked.result;
      if (!database.objectStoreNames.contains('notes')) {
        database.close();
        resolve({ entries: [], notes: [] });
        return;
      }
      const reading = database.transaction(['entries', 'notes']);
      const entries = reading.objectStore('entries').getAll();
      const notes = reading.objectStore('notes').getAll();
      reading.oncomplete = () => {
        database.close();
        resolve({ entries: entries.result as Library['entries'], notes: notes.result as Kept[] });
      };
    };
  });
}

/**
 * Runs in one of Lede's pages: saves note after note as the reader does, and records those that were acknowledged. An
 * unanswered request is repeated with the same id.
 */
function saveMany({ site, many }: { site: string; many: number }): void {
  const state = globalThis as unknown as { acknowledged: string[]; done: boolean };
  type Runtime = { runtime: { sendMessage: (message: unknown) => Promise<unknown> } };
  const { chrome, browser } = globalThis as unknown as { chrome: Runtime; browser?: Runtime };
  const { runtime } = browser ?? chrome;
  state.acknowledged = [];
  state.done = false;
  const text = 'A line of an article that is kept.';
  const article = {
    ...{ url: site, title: 'Under way', tree: { tag: 'div', children: [] }, text, removed: [] },
    blocks: [{ kind: 'paragraph', start: 0, end: text.length }],
  };
  const save = async (index: number): Promise<void> => {
    const quote = { exact: `passage ${index}`, prefix: '', suffix: '', start: index };
    const body = { article, quote, colour: 'green', text: `words ${index}`, id: crypto.randomUUID() };
    for (;;) {
      const answer = await runtime
        .sendMessage({ lede: 'ask', kind: 'note.add', body })
        .catch(() => undefined as unknown);
      if (typeof answer === 'object' && answer !== null && 'ok' in answer && answer.ok) break;
      await new Promise((again) => setTimeout(again, 20));
    }
    state.acknowledged.push(body.id);
  };
  void (async () => {
    for (let index = 0; index < many; index += 1) await save(index);
    state.done = true;
  })();
}

const acknowledged = () => (globalThis as unknown as { acknowledged: string[] }).acknowledged;
const isDone = () => (globalThis as unknown as { done: boolean }).done;

/** Checks that every acknowledged note is there once, complete, with its article. */
function expectAll({ entries, notes }: Library, ids: string[], title: string): void {
  const own = notes.filter(({ text }) => text.startsWith('words'));
  const there = new Set(own.map(({ id }) => id));
  expect(ids.filter((id) => !there.has(id))).toEqual([]);
  expect(new Set(own.map(({ text }) => text)).size).toBe(own.length);
  const known = new Set(entries.map(({ id }) => id));
  expect(notes.filter(({ entryId }) => !known.has(entryId))).toEqual([]);
  expect(entries.filter((entry) => entry.title === title)).toHaveLength(1);
}

test('no acknowledged note is lost when the browser is killed while a thousand notes are saved', async ({
  lede,
  site,
}) => {
  test.setTimeout(180_000);
  const page = await lede.page('options/index.html');
  await page.evaluate(saveMany, { site: `${site.origin}/killed`, many: NOTES });
  let ids: string[] = [];
  while (ids.length < KILL_AFTER) ids = await page.evaluate(acknowledged);
  await lede.crash();
  const after = await lede.page('options/index.html');
  const kept = await after.evaluate(library);
  expectAll(kept, ids, 'Under way');
  test
    .info()
    .annotations.push({ type: 'measured', description: `${ids.length} acknowledged, ${kept.notes.length} kept` });
  await after.close();
});

test('two tabs and the library that edit one note keep every text', async ({ lede, site }) => {
  const first = await lede.page('options/index.html');
  await first.evaluate(saveMany, { site: `${site.origin}/shared`, many: 1 });
  await expect.poll(() => first.evaluate(isDone)).toBe(true);
  const [id = ''] = await first.evaluate(acknowledged);
  const others = [await lede.page('options/index.html'), await lede.page('options/index.html')];
  const base = await first.evaluate(async (wanted: string) => {
    const asked = indexedDB.open('lede');
    await new Promise((opened) => (asked.onsuccess = opened));
    const row = asked.result.transaction('notes').objectStore('notes').get(wanted);
    await new Promise((read) => (row.onsuccess = read));
    asked.result.close();
    return (row.result as { clocks: { text: string } }).clocks.text;
  }, id);
  const edit = (surface: Surface, text: string) =>
    surface.evaluate(
      async (body: object) => {
        type Runtime = { runtime: { sendMessage: (message: unknown) => Promise<unknown> } };
        const { chrome, browser } = globalThis as unknown as { chrome: Runtime; browser?: Runtime };
        return (browser ?? chrome).runtime.sendMessage({ lede: 'ask', kind: 'note.change', body });
      },
      { id, change: { text, textBase: base } },
    );
  const answers = await Promise.all(
    [first, ...others].map((surface, index) => edit(surface, `words of place ${index}`)),
  );
  for (const answer of answers) expect(answer).toMatchObject({ ok: true });
  const note = (await first.evaluate(library)).notes.find((one) => one.id === id);
  const all = [note?.text ?? '', ...Object.values(note?.alts ?? {})];
  expect(all).toEqual(expect.arrayContaining([0, 1, 2].map((index) => `words of place ${index}`)));
  for (const surface of [first, ...others]) await surface.close();
});

test("a page that forges messages, frames Lede's pages and floods changes nothing and learns nothing", async ({
  lede,
  site,
}) => {
  const ours = await lede.page('options/index.html');
  const before = await ours.evaluate(library);
  const origin = new URL(await ours.address()).origin;
  site.serve('/liar', {
    body: '<!doctype html><meta charset="utf-8"><title>Liar</title><article><p>Words.</p></article>',
  });
  const page = await lede.open(`${site.origin}/liar`);
  const learnt = await page.evaluate(async (extension: string) => {
    const heard: string[] = [];
    window.addEventListener('message', ({ data, source }) => {
      if (source !== window) heard.push(JSON.stringify(data));
    });
    const forged = {
      lede: 'ask',
      kind: 'note.add',
      body: { quote: { exact: 'x', prefix: '', suffix: '', start: 0 }, colour: 'pink' },
    };
    const frames: string[] = [];
    for (const path of ['library/index.html', 'options/index.html', 'editor/index.html?token=0']) {
      const frame = document.createElement('iframe');
      frame.src = `${extension}/${path}`;
      document.body.append(frame);
      await new Promise((settled) => setTimeout(settled, 400));
      for (let index = 0; index < 1_000; index += 1) frame.contentWindow?.postMessage({ ...forged, index }, '*');
      let seen = '';
      try {
        seen = frame.contentDocument?.body?.innerText ?? '';
      } catch {
        seen = '';
      }
      if (seen) frames.push(seen);
    }
    for (let index = 0; index < 10_000; index += 1) window.postMessage({ ...forged, index }, '*');
    const { chrome, browser } = globalThis as unknown as Record<
      string,
      { runtime?: { sendMessage?: unknown } } | undefined
    >;
    const reach = [chrome?.runtime?.sendMessage, browser?.runtime?.sendMessage].filter(Boolean).length;
    await new Promise((settled) => setTimeout(settled, 500));
    const databases = await (indexedDB.databases?.() ?? Promise.resolve([]));
    return { heard, frames, reach, databases: databases.map(({ name }) => name) };
  }, origin);
  expect(learnt).toEqual({ heard: [], frames: [], reach: 0, databases: [] });
  expect(await ours.evaluate(library)).toEqual(before);
  await page.close();
  await ours.close();
});
