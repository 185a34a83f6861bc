/** Makes the library's rows: entries in the chosen order, each with its notes below it. */
import { shortHost } from '../../../core/library/address/host.ts';
import type { Hit } from '../../../core/library/search/search.ts';
import { type Shelf, changedLast } from '../../../core/library/shelf.ts';
import type { Entry, Note } from '../../../core/library/records.ts';

/** One row of the list. An article `isFound` where it holds the words searched for itself, not its notes alone. */
export type Row =
  { key: string; entry: Entry; notes: number; isFound?: boolean } | { key: string; entry: Entry; note: Note };

/** Orders of the list; `best` only while something is searched for. */
export const SORTS = ['changed', 'added', 'published', 'title', 'site', 'best'] as const;
/** How the list is sorted. */
export type Sort = (typeof SORTS)[number];

function compare(sort: Sort, scores: ReadonlyMap<string, number>, language: string, held: ReadonlyMap<string, Shelf>) {
  const locale = sort === 'title' || sort === 'site' ? new Intl.Collator(language) : { compare: () => 0 };
  const times = new Map<Shelf, number>();
  const newest = (shelf: Shelf) => {
    const known = times.get(shelf) ?? changedLast(shelf);
    times.set(shelf, known);
    return known;
  };
  /** The shelf as it was when its place was given. */
  const placed = (shelf: Shelf) => held.get(shelf.entry.id) ?? shelf;
  const site = ({ entry }: Shelf) => entry.siteName ?? shortHost(entry.url);
  return (one: Shelf, other: Shelf): number => {
    const [a, b] = [placed(one), placed(other)];
    switch (sort) {
      case 'added':
        return b.entry.addedAt - a.entry.addedAt;
      case 'published':
        return (b.entry.publishedTime ?? '').localeCompare(a.entry.publishedTime ?? '');
      case 'title':
        return locale.compare(a.entry.title, b.entry.title);
      case 'site':
        return locale.compare(site(a), site(b)) || newest(b) - newest(a);
      case 'best':
        return (scores.get(b.entry.id) ?? 0) - (scores.get(a.entry.id) ?? 0);
      default:
        return newest(b) - newest(a);
    }
  };
}

const NONE_HELD: ReadonlyMap<string, Shelf> = new Map();

/**
 * Rows of all shelves, or of the search results: an entry that was found shows all its notes, otherwise only those that
 * were found. Entries in `held`, by id, are placed where these earlier shelves were, so that a row does not move while
 * a person edits it.
 */
export function rowsOf(
  shelves: readonly Shelf[],
  hits: readonly Hit[] | null,
  sort: Sort,
  language: string,
  held = NONE_HELD,
): Row[] {
  const scores = new Map<string, number>();
  const whole = new Set<string>();
  const found = new Set<string>();
  for (const { kind, id, entryId, score } of hits ?? []) {
    scores.set(entryId, Math.max(scores.get(entryId) ?? 0, score));
    if (kind === 'entry') whole.add(entryId);
    else found.add(id);
  }
  const shown = hits ? shelves.filter(({ entry }) => scores.has(entry.id)) : [...shelves];
  const order = sort === 'best' && !hits ? 'changed' : sort;
  shown.sort(compare(order, scores, language, held));
  return shown.flatMap(({ entry, notes }): Row[] => {
    const some = hits ? notes.filter(({ id }) => found.has(id)) : notes;
    const under = some.length || !whole.has(entry.id) ? some : notes;
    return [
      { key: `e${entry.id}`, entry, notes: notes.length, ...(whole.has(entry.id) ? { isFound: true } : {}) },
      ...under.map((note): Row => ({ key: `n${note.id}`, entry, note })),
    ];
  });
}

/** How many entries each site has in the library, the most frequent first. */
export function sitesOf(shelves: readonly Shelf[]): { site: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const { entry } of shelves) {
    const site = shortHost(entry.url);
    counts.set(site, (counts.get(site) ?? 0) + 1);
  }
  return [...counts].map(([site, count]) => ({ site, count })).toSorted((a, b) => b.count - a.count);
}

/** The query with a filter added, or taken out where it is there already. */
export function withFilter(query: string, filter: string): string {
  const quoted = /\s/.test(filter) ? filter.replace(/:(.*)$/, ':"$1"') : filter;
  const parts = query.split(/\s+(?=(?:[^"]*"[^"]*")*[^"]*$)/).filter(Boolean);
  const others = parts.filter((part) => part !== quoted);
  return (others.length < parts.length ? others : [...others, quoted]).join(' ');
}
