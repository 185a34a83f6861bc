/** Writes into the library without a pause, for tests that interrupt it, and reads what was kept. */

/** A note as stored in the database. */
export interface Row {
  id: string;
  entryId: string;
  text: string;
  alts: Record<string, string>;
}
/** What must be kept: one of these texts for each note. */
export type Acknowledged = [id: string, texts: string[]][];
/** The state of the writing in the page. */
export interface Writing {
  acknowledged: Acknowledged;
  counts: { saves: number; edits: number; imports: number };
  go: boolean;
  over: boolean;
}

/**
 * Runs in one of Lede's pages: writes without a pause, and records what was acknowledged. Notes have up to `letters`
 * extra letters, so that a disk fills up.
 */
export function keepWriting({ site, letters = 0 }: { site: string; letters?: number }): void {
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
    url,
    title: 'Under way',
    text: words,
    removed: [],
    ...{ tree: { tag: 'div', children: [] }, blocks: [{ kind: 'paragraph', start: 0, end: words.length }] },
  });
  const base = (id: string, url: string) => ({ id, version: 2, url });
  const save = async (at: number) => {
    const more = 'x'.repeat(letters * Math.random());
    const [id, text] = [crypto.randomUUID(), `saved ${at} ${Math.random()} ${more}`];
    const quote = { exact: `passage ${at} ${Math.random()}`, prefix: '', suffix: '', start: at };
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
      addedAt: now,
      changedAt: now,
      openedAt: now,
      broughtBack: [],
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

/** Runs in that page: what it wrote so far. */
export const writing = () => (globalThis as unknown as { writing: Writing }).writing;
/** Runs in that page: whether it has stopped. */
export const isOver = () => (globalThis as unknown as { writing: Writing }).writing.over;
/** Runs in that page: asks it to stop. */
export const stopWriting = () => {
  (globalThis as unknown as { writing: Writing }).writing.go = false;
};

/** Runs in one of Lede's pages: ids of entries and notes as stored in the database, and the database's version. */
export function library(): Promise<{ version: number; entries: string[]; notes: Row[] }> {
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

/** The acknowledged notes that are missing. */
export function lostOf(wanted: ReadonlyMap<string, string[]>, notes: readonly Row[]): string[] {
  const byId = new Map(notes.map((note) => [note.id, note]));
  return [...wanted].flatMap(([id, texts]) => {
    const note = byId.get(id);
    return note && [note.text, ...Object.values(note.alts)].some((text) => texts.includes(text)) ? [] : [id];
  });
}
