/** The part of the library bench that runs in the browser. It uses nothing but its argument. */

/**
 * Runs in a page: indexes the library, types every query letter by letter, and exports and imports everything. `face`
 * is the address of the module to measure.
 */
export async function measure({ articles, notes, queries, face }) {
  const lede = await import(face);
  const { createSearch, parseQuery, scan } = lede;
  const at = Date.UTC(2026, 0, 1);
  const entryOf = ({ id, url, title }, index) => ({
    ...{
      id,
      version: 2,
      urlKey: lede.urlKey(url),
      aliases: [],
      parted: [],
      url,
      title,
      tags: index % 7 ? [] : ['later'],
    },
    ...{ addedAt: at + index, changedAt: at, openedAt: at, broughtBack: [], clocks: {} },
  });
  const noteOf = ({ id, article, exact, text }, index) => ({
    ...{
      id,
      version: 2,
      entryId: article.id,
      url: article.url,
      quote: { exact, prefix: '', suffix: '', start: index },
    },
    ...{ colour: 'yellow', text, alts: {}, textSeen: {}, tags: [], createdAt: at + index, changedAt: at, clocks: {} },
  });
  const entries = articles.map(entryOf);
  const marks = notes.map(noteOf);
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const things = [
    ...entries.map((entry) => ({ entry })),
    ...marks.map((note) => ({ entry: byId.get(note.entryId), note })),
  ];
  const quantile = (times, share) =>
    times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))];
  const timed = (run) => {
    const start = performance.now();
    const value = run();
    return { ms: performance.now() - start, value };
  };
  const strokes = queries.flatMap((query) => Array.from(query, (_unused, index) => query.slice(0, index + 1)));

  const first = timed(() => scan(things, parseQuery(queries[0]), 50));
  const search = createSearch();
  let longest = 0;
  const spent = { notes: 0, articles: 0 };
  const each = async (list, kind, add) => {
    for (let index = 0; index < list.length;) {
      const slice = performance.now();
      while (index < list.length && performance.now() - slice < 12) add(list[index], index++);
      const took = performance.now() - slice;
      spent[kind] += took;
      longest = Math.max(longest, took);
      await new Promise((next) => setTimeout(next));
    }
  };
  await each(entries, 'notes', (entry) => search.putEntry(entry));
  await each(marks, 'notes', (note) => search.putNote(note));
  const whileIndexing = timed(() => search.find(parseQuery(queries[0]), 50)).ms;
  await each(entries, 'articles', (entry, index) => search.putEntry(entry, articles[index].text));

  const typed = strokes.map((text) => timed(() => search.find(parseQuery(text), 200)));
  const scanned = strokes.slice(0, 300).map((text) => timed(() => scan(things, parseQuery(text), 200)));
  const updates = marks
    .slice(0, 100)
    .map((note) => timed(() => search.putNote({ ...note, text: `${note.text} once more` })).ms);
  for (const note of marks.slice(0, 100)) search.putNote(note);
  const records = {
    entries,
    notes: marks,
    articles: articles.map(({ id, url, title, text }) => ({
      entryId: id,
      version: 2,
      keptAt: at,
      article: {
        ...{ url, title, text, removed: [], tree: { tag: 'div', children: [{ tag: 'p', children: [text] }] } },
        blocks: [{ kind: 'paragraph', start: 0, end: text.length }],
      },
    })),
  };
  const nothing = { entries: [], notes: [], articles: [] };
  const now = at + 1e9;
  const ways = {};
  const stamp = { clock: '', nowMs: now };
  const passed = (answer) => {
    if (!answer.ok) throw new Error(JSON.stringify(answer.error));
    return answer.value;
  };
  for (const format of ['json', 'csv', 'markdown']) {
    const began = performance.now();
    const texts = [];
    for (const { parts } of lede.exportFiles(format, records, async () => [], now)) {
      let text = '';
      for await (const part of parts()) text += part;
      texts.push(text);
    }
    ways[format] = { out: performance.now() - began, mb: texts.join('').length / 1e6 };
    if (format === 'markdown') continue;
    const taken = (library) =>
      timed(() => lede.planImport(library, passed(lede.readImport(texts[0], now)).records, stamp));
    const [back, again] = [taken(nothing), taken(records)];
    Object.assign(ways[format], {
      back: back.ms,
      added: back.value.added,
      again: again.value.added + again.value.changed,
    });
  }
  const zipped = timed(() => {
    const writer = lede.startBackup(now);
    for (const piece of lede.piecesOf(records)) writer.add(piece);
    return new Blob(writer.finish());
  });
  const zip = lede.sliceable(new Uint8Array(await zipped.value.arrayBuffer()));
  const began = performance.now();
  const { records: restored } = passed(await lede.readBackup(zip, now));
  const { added } = lede.planImport(nothing, restored, stamp, 'restore');
  ways.backup = { out: zipped.ms, mb: zip.size / 1e6, back: performance.now() - began, added };
  const recall = { asked: 0, expected: 0, found: 0, extra: 0 };
  const whole = [
    ...entries.map((entry, index) => ({ entry, body: articles[index].text })),
    ...things.slice(entries.length),
  ];
  for (const text of queries.slice(0, 40)) {
    const expected = new Set(scan(whole, parseQuery(text)).map(({ id }) => id));
    if (!expected.size) continue;
    const found = search.find(parseQuery(text), 1e9).map(({ id }) => id);
    recall.asked += 1;
    recall.expected += expected.size;
    recall.found += found.filter((id) => expected.has(id)).length;
    recall.extra += found.filter((id) => !expected.has(id)).length;
  }
  const times = typed.map(({ ms }) => ms);
  const slow = typed
    .map(({ ms }, index) => [ms, strokes[index]])
    .toSorted((a, b) => b[0] - a[0])
    .slice(0, 8);
  return {
    things: search.size(),
    strokes: strokes.length,
    firstMs: first.ms,
    whileIndexing,
    spent,
    longest,
    search: {
      p50: quantile(times, 0.5),
      p95: quantile(times, 0.95),
      p99: quantile(times, 0.99),
      max: Math.max(...times),
    },
    scan: {
      p50: quantile(
        scanned.map(({ ms }) => ms),
        0.5,
      ),
      p95: quantile(
        scanned.map(({ ms }) => ms),
        0.95,
      ),
    },
    update: { p50: quantile(updates, 0.5), p95: quantile(updates, 0.95) },
    recall,
    ways,
    slow,
    heapMb: (performance.memory?.usedJSHeapSize ?? 0) / 1e6,
  };
}
