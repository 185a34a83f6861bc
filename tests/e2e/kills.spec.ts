/**
 * What was acknowledged is kept, whatever is killed when: the background during saves, edits, imports, restores and
 * migrations, and now and then the whole browser. `LEDE_KILLS=500 npx playwright test kills` does it that many times.
 */
import { expect, test } from './harness/fixtures.ts';
import { emptyLibrary } from './harness/library.ts';

/** Kills of one run; every so many of them take the browser with them. */
const KILLS = Number(process.env.LEDE_KILLS ?? 24);
const BROWSER_EACH = 40;
/** Records of an older library, and kills while it is raised to today's version. */
const OLD_NOTES = 2_000;
const MIGRATIONS = Math.ceil(KILLS / 8);
/** One kill with its pause, at most, ms. */
const KILL_MS = 3_000;

interface Row {
  id: string;
  entryId: string;
  text: string;
  alts: Record<string, string>;
}
/** What must be kept: of each note one of these texts. */
type Acknowledged = [id: string, texts: string[]][];
interface Writing {
  acknowledged: Acknowledged;
  counts: { saves: number; edits: number; imports: number };
  go: boolean;
  over: boolean;
}

/** Runs in one of our pages: writes without a pause, and writes down what was acknowledged. */
function keepWriting(site: string): void {
  const state: Writing = { acknowledged: [], counts: { saves: 0, edits: 0, imports: 0 }, go: true, over: false };
  (globalThis as unknown as { writing: Writing }).writing = state;
  type Runtime = { runtime: { sendMessage: (message: unknown) => Promise<unknown> } };
  const { chrome, browser } = globalThis as unknown as { chrome: Runtime; browser?: Runtime };
  type Answer = { ok: true; value: { clocks: { text: string }; added: number } } | { ok: false } | undefined;
  const ask = (kind: string, body: object) =>
    Promise.race([
      (browser ?? chrome).runtime.sendMessage({ lede: 'ask', kind, body }).catch(() => undefined),
      new Promise((late) => setTimeout(late, 3_000)),
    ]) as Promise<Answer>;
  const words = 'A line of an article that is kept.';
  const articleAt = (url: string) => ({
    ...{ url, title: 'Under way', text: words, removed: [] },
    ...{ tree: { tag: 'div', children: [] }, blocks: [{ kind: 'paragraph', start: 0, end: words.length }] },
  });
  const base = (id: string, url: string) => ({ id, version: 2, url });
  const save = async (at: number) => {
    const [id, text] = [crypto.randomUUID(), `saved ${at} ${Math.random()}`];
    const quote = { exact: `passage ${at}`, prefix: '', suffix: '', start: at };
    const article = articleAt(`${site}/${at % 20}`);
    const saved = await ask('note.add', { article, quote, colour: 'green', text, id });
    if (!saved?.ok) return;
    state.counts.saves += 1;
    if (at % 3) return void state.acknowledged.push([id, [text]]);
    const [edit, textBase] = [`edited ${at} ${Math.random()}`, saved.value.clocks.text];
    const edited = await ask('note.change', { id, change: { text: edit, textBase } });
    state.acknowledged.push([id, edited?.ok ? [edit] : [text, edit]]);
    if (edited?.ok) state.counts.edits += 1;
  };
  const take = async (at: number) => {
    const [key, now, url] = [crypto.randomUUID(), Date.now(), `${site}/taken/${at}/${Math.random()}`];
    const entry = {
      ...{ ...base(`e-${key}`, url), urlKey: url, aliases: [], parted: [], title: 'Taken', tags: [], clocks: {} },
      ...{ addedAt: now, changedAt: now, openedAt: now, broughtBack: [] },
    };
    const note = {
      ...{ ...base(`n-${key}`, url), entryId: entry.id, colour: 'pink', text: `taken ${key}`, alts: {}, textSeen: {} },
      ...{ quote: { exact: 'x', prefix: '', suffix: '', start: 0 }, tags: [], createdAt: now, changedAt: now },
      clocks: {},
    };
    const records = { entries: [entry], notes: [note], articles: [] };
    const trust = at % 2 ? 'fill' : 'restore';
    const taken = await ask('library.take', { records, trust, group: crypto.randomUUID() });
    if (!taken?.ok || taken.value.added !== 2) return;
    state.counts.imports += 1;
    state.acknowledged.push([note.id, [note.text]]);
  };
  void (async () => {
    for (let at = 0; state.go; at += 1) {
      await save(at);
      if (at % 5 === 0) await take(at);
    }
    state.over = true;
  })();
}

const writing = () => (globalThis as unknown as { writing: Writing }).writing;
const isOver = () => (globalThis as unknown as { writing: Writing }).writing.over;
const stopWriting = () => {
  (globalThis as unknown as { writing: Writing }).writing.go = false;
};

/** Runs in one of our pages: entries' ids and notes as the database holds them, and the database's own version. */
function library(): Promise<{ version: number; entries: string[]; notes: Row[] }> {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.open('lede');
    asked.onerror = () => reject(asked.error ?? new Error('no database'));
    asked.onsuccess = () => {
      const database = asked.result;
      database.onversionchange = () => database.close();
      const reading = database.transaction(['entries', 'notes']);
      const entries = reading.objectStore('entries').getAllKeys();
      const notes = reading.objectStore('notes').getAll();
      reading.oncomplete = () => {
        database.close();
        resolve({ version: database.version, entries: entries.result as string[], notes: notes.result as Row[] });
      };
    };
  });
}

test('the background, and now and then the browser, is killed during saves, edits, imports and restores', async ({
  lede,
  site,
}) => {
  test.setTimeout(60_000 + KILLS * KILL_MS);
  await emptyLibrary(lede);
  const [wanted, sum] = [new Map<string, string[]>(), { saves: 0, edits: 0, imports: 0 }];
  let [page, kills] = [await lede.page('options/index.html'), 0];
  const gather = async () => {
    const { acknowledged, counts } = await page.evaluate(writing);
    for (const [id, texts] of acknowledged) wanted.set(id, texts);
    for (const key of ['saves', 'edits', 'imports'] as const) sum[key] += counts[key];
  };
  await page.evaluate(keepWriting, site.origin);
  while (kills < KILLS) {
    // A different moment each time, from the middle of the first transaction on.
    await new Promise((resolve) => setTimeout(resolve, 30 + ((kills * 37) % 220)));
    kills += 1;
    if (kills % BROWSER_EACH !== 0) {
      await lede.stopBackground();
      continue;
    }
    await gather();
    await lede.crash();
    page = await lede.page('options/index.html');
    await page.evaluate(keepWriting, site.origin);
  }
  await page.evaluate(stopWriting);
  await expect.poll(() => page.evaluate(isOver), { timeout: 30_000 }).toBe(true);
  await gather();
  const { entries, notes } = await page.evaluate(library);
  const [byId, known] = [new Map(notes.map((note) => [note.id, note])), new Set(entries)];
  const isKept = ([id, texts]: [string, string[]]) => {
    const note = byId.get(id);
    return note !== undefined && [note.text, ...Object.values(note.alts)].some((text) => texts.includes(text));
  };
  expect([...wanted].filter((one) => !isKept(one))).toEqual([]);
  expect(notes.filter(({ entryId }) => !known.has(entryId))).toEqual([]);
  expect(new Set(notes.map(({ text }) => text)).size).toBe(notes.length);
  expect(wanted.size).toBeGreaterThan(KILLS / 4);
  const said = `${kills} kills, ${wanted.size} notes of ${JSON.stringify(sum)}, 0 lost`;
  test.info().annotations.push({ type: 'measured', description: said });
  console.log(said);
  await page.close();
});

/** Runs in one of our pages: puts a library in place as the first version of the database holds it. */
async function makeOld(many: number): Promise<void> {
  await new Promise((done, refuse) => {
    const deleting = indexedDB.deleteDatabase('lede');
    deleting.onsuccess = done;
    deleting.onerror = refuse;
  });
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('lede', 10); // the first version, as Dexie counts
    opening.onerror = () => reject(opening.error ?? new Error('no database'));
    opening.onupgradeneeded = () => {
      const made = opening.result;
      for (const name of ['entries', 'notes', 'erased']) made.createObjectStore(name, { keyPath: 'id' });
      made.createObjectStore('articles', { keyPath: 'entryId' });
      made.createObjectStore('meta', { keyPath: 'key' });
      made.createObjectStore('passes', { keyPath: 'token' });
      made.createObjectStore('journal', { keyPath: 'seq', autoIncrement: true });
    };
    opening.onsuccess = () => resolve(opening.result);
  });
  const putting = database.transaction(['entries', 'notes'], 'readwrite');
  const [entries, notes] = [putting.objectStore('entries'), putting.objectStore('notes')];
  const times = { addedAt: 1, changedAt: 1, openedAt: 1, createdAt: 1 };
  for (let at = 0; at < many; at += 1) {
    const url = `https://old.example/${at % 50}`;
    if (at < 50) {
      entries.put({ ...{ id: `e${at}`, version: 1, url, urlKey: url, title: 'Old', aliases: [], tags: [] }, ...times });
    }
    const quote = { exact: `passage ${at}`, prefix: '', suffix: '', start: at };
    const clocks = { text: '000000001.0000.d' };
    notes.put({
      ...{ id: `n${at}`, version: 1, entryId: `e${at % 50}`, url, quote, clocks, tags: [] },
      ...times,
      text: `old ${at}`,
    });
  }
  await new Promise((done, refuse) => {
    putting.oncomplete = done;
    putting.onerror = refuse;
  });
  database.close();
}

/** Runs in one of our pages: wakes the background with a question that opens the database. */
function wake(): void {
  type Runtime = { runtime: { sendMessage: (message: unknown) => Promise<unknown> } };
  const { chrome, browser } = globalThis as unknown as { chrome: Runtime; browser?: Runtime };
  const message = { lede: 'ask', kind: 'note.delete', body: { ids: [] } };
  void (browser ?? chrome).runtime.sendMessage(message).catch(() => undefined);
}

test('the background is killed while an older library is raised to today’s version', async ({ lede }) => {
  test.setTimeout(60_000 + MIGRATIONS * KILL_MS * 2);
  const page = await lede.page('options/index.html');
  const seen = { before: 0, after: 0 };
  for (let at = 0; at < MIGRATIONS; at += 1) {
    await lede.stopBackground();
    await page.evaluate(makeOld, OLD_NOTES);
    await page.evaluate(wake);
    await new Promise((resolve) => setTimeout(resolve, (at * 173) % 1_500));
    await lede.stopBackground();
    const { version, notes, entries } = await page.evaluate(library);
    seen[version === 10 ? 'before' : 'after'] += 1;
    expect(entries).toHaveLength(50);
    expect(new Set(notes.map(({ text }) => text)).size).toBe(OLD_NOTES);
    expect(new Set(notes.map((note) => (note as unknown as { version: number }).version)).size).toBe(1);
  }
  const said = `${MIGRATIONS} kills while migrating: ${seen.before} before the end, ${seen.after} after it, 0 lost`;
  test.info().annotations.push({ type: 'measured', description: said });
  console.log(said);
  await page.evaluate(wake);
  await expect.poll(async () => (await page.evaluate(library)).version, { timeout: 20_000 }).toBeGreaterThan(10);
  const { notes } = await page.evaluate(library);
  expect(notes.filter(({ alts }) => typeof alts === 'object')).toHaveLength(OLD_NOTES);
  await page.close();
});
