/**
 * Makes libraries for property tests: any text in any script, any number of devices' clocks, all in the current format.
 */
import fc from 'fast-check';
import { tick } from '../../src/core/library/clock.ts';
import type { ImportPlan } from '../../src/core/library/import/plan.ts';
import { COLOURS, type Entry, type Note, RECORD_VERSION, type Records } from '../../src/core/library/records.ts';
import { addressAliases } from '../../src/core/library/address-aliases.ts';
import { urlKey } from '../../src/core/library/url-key.ts';
import { articleOf } from './article-of.ts';

/** A time after everything in these libraries. */
export const NOW_MS = Date.UTC(2026, 6, 1);
/** The clock with which this device writes at that time. */
export const STAMP = { clock: tick(undefined, NOW_MS, 'here'), nowMs: NOW_MS };
const START_MS = Date.UTC(2024, 0, 1);

/** Arbitrary text: any letters, markup, formulas, quotation marks, breaks, right-to-left text. */
export const words = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
  fc.constantFrom(
    '=1+1',
    "'=x",
    '- item',
    '"quoted", with comma',
    'line one\nline two',
    '<b>&amp;</b>',
    '东京的春天',
    'كتاب جديد',
  ),
  fc.lorem({ maxCount: 12 }),
);
const passage = words.filter((text) => text.trim() !== '');
const time = fc.integer({ min: START_MS, max: NOW_MS - 1 });
const tags = fc
  .uniqueArray(fc.stringMatching(/^[a-z东京]{1,6}( [a-z]{1,4})?$/), { maxLength: 3 })
  .map((all) => all.toSorted());
const clock = fc.tuple(time, fc.constantFrom('anna', 'bert')).map(([ms, device]) => tick(undefined, ms, device));

const noteFields = fc.record({
  id: fc.uuid(),
  exact: passage,
  prefix: words,
  suffix: words,
  start: fc.nat({ max: 100_000 }),
  colour: fc.constantFrom(...COLOURS),
  text: fc.oneof(fc.constant(''), words),
  tags,
  at: time,
  clock,
});
const entryFields = fc.record({
  id: fc.uuid(),
  path: fc.stringMatching(/^[a-z0-9]{4,10}$/),
  title: passage,
  byline: fc.option(passage, { nil: undefined }),
  tags,
  at: time,
  clock,
  kept: fc.boolean(),
  notes: fc.uniqueArray(noteFields, { maxLength: 5, selector: ({ exact, start }) => `${start} ${exact}` }),
});

/** A library of up to five entries with notes and some saved articles; the bin is empty. */
export const libraries: fc.Arbitrary<Records> = fc
  .uniqueArray(entryFields, { maxLength: 5, selector: ({ path }) => path })
  .map((all) => {
    const records: Records = { entries: [], notes: [], articles: [] };
    for (const { id, path, title, byline, tags: own, at, clock: made, kept, notes } of all) {
      const url = `https://site.example/${path}`;
      const entry: Entry = {
        id,
        version: RECORD_VERSION,
        urlKey: urlKey(url),
        aliases: addressAliases(url).toSorted(),
        parted: [],
        url,
        title,
        ...(byline === undefined ? {} : { byline }),
        tags: own,
        addedAt: at,
        changedAt: at,
        openedAt: at,
        broughtBack: [],
        clocks: { title: made, url: made, urlKey: made },
      };
      records.entries.push(entry);
      for (const { at: createdAt, clock: written, exact, prefix, suffix, start, ...rest } of notes) {
        const note: Note = {
          ...rest,
          ...{
            version: RECORD_VERSION,
            entryId: id,
            url,
            quote: { exact, prefix, suffix, start },
            alts: {},
            createdAt,
          },
          ...{
            textSeen: { [written.slice(-4)]: written },
            changedAt: createdAt,
            clocks: { text: written, colour: written },
          },
        };
        records.notes.push(note);
      }
      const article = articleOf(`${title.replaceAll('\n', ' ')}\nIt says something of its own.`, { url });
      if (kept) records.articles.push({ entryId: id, version: RECORD_VERSION, article, keptAt: at });
    }
    return records;
  });

export const emptyLibrary = (): Records => ({ entries: [], notes: [], articles: [] });

/** The library after a plan, as in the database. */
export function applied(library: Records, plan: ImportPlan): Records {
  const entries = new Map(library.entries.map((entry) => [entry.id, entry]));
  const notes = new Map(library.notes.map((note) => [note.id, note]));
  const articles = new Map(library.articles.map((article) => [article.entryId, article]));
  for (const pair of plan.pairs) {
    if (pair.table === 'entries') entries.set(pair.after.id, pair.after);
    else notes.set(pair.after.id, pair.after);
  }
  for (const article of plan.articles) articles.set(article.entryId, article);
  return { entries: [...entries.values()], notes: [...notes.values()], articles: [...articles.values()] };
}

/** The library with its lists in a canonical order. */
export function sorted({ entries, notes, articles }: Records): Records {
  const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
  return {
    entries: entries.toSorted(byId),
    notes: notes.toSorted(byId),
    articles: articles.toSorted((a, b) => (a.entryId < b.entryId ? -1 : 1)),
  };
}
