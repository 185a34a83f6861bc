/** Knows what an import would do to a library: which records are new, which change, which are there already. It never takes anything away. */
import type { Pair } from '../journal.ts';
import { mergeArticles, mergeEntries, mergeNotes } from '../merge.ts';
import { isSame } from '../plain.ts';
import type { Entry, KeptArticle, Note, Records } from '../records.ts';
import { addressAliases } from '../url-key.ts';

/** What is to be written, and what the person is told: notes and entries counted together. */
export interface ImportPlan {
  pairs: Pair[];
  articles: KeptArticle[];
  added: number;
  changed: number;
  same: number;
}

/** Plans the merge of `incoming` into `existing` (all entries and notes of the library; of its articles at least those of entries met). Pure; running it on its own outcome plans nothing. */
export function planImport(existing: Records, incoming: Records, nowMs: number): ImportPlan {
  const plan: ImportPlan = { pairs: [], articles: [], added: 0, changed: 0, same: 0 };
  const homes = planEntries(plan, existing, incoming, nowMs);
  planNotes(plan, existing, incoming, homes, nowMs);
  const kept = new Map(existing.articles.map((article) => [article.entryId, article]));
  const fresh = new Map<string, KeptArticle>();
  for (const article of incoming.articles) {
    const entryId = homes.get(article.entryId);
    if (entryId === undefined) continue;
    const before = kept.get(entryId);
    const after = before ? mergeArticles(before, { ...article, entryId }) : { ...article, entryId };
    if (before && isSame(before, after)) continue;
    kept.set(entryId, after);
    fresh.set(entryId, after);
  }
  plan.articles = [...fresh.values()];
  return plan;
}

/** Which entry of the library each incoming entry is: by id, else by address; itself where it is new. */
function planEntries(plan: ImportPlan, existing: Records, incoming: Records, nowMs: number): Map<string, string> {
  const homes = new Map<string, string>();
  const before = new Map(existing.entries.map((entry) => [entry.id, entry]));
  const now = new Map(before);
  const byKey = new Map<string, string>();
  const enter = (entry: Entry) => {
    for (const key of [entry.urlKey, ...entry.aliases]) if (!byKey.has(key)) byKey.set(key, entry.id);
  };
  for (const entry of existing.entries.toSorted((a, b) => (a.deletedAt ?? 0) - (b.deletedAt ?? 0))) enter(entry);
  for (const arriving of incoming.entries) {
    const home = now.has(arriving.id) ? arriving.id : homeOf(arriving, byKey, now);
    const known = home === undefined ? undefined : now.get(home);
    const after = known ? join(known, arriving) : dated(arriving, nowMs);
    homes.set(arriving.id, after.id);
    now.set(after.id, after);
    enter(after);
  }
  for (const [id, after] of now) {
    const old = before.get(id);
    if (old === after) continue;
    count(plan, { table: 'entries', before: old ?? null, after });
  }
  plan.same += incoming.entries.length - plan.added - plan.changed;
  return homes;
}

function homeOf(entry: Entry, byKey: Map<string, string>, now: Map<string, Entry>): string | undefined {
  for (const key of [entry.urlKey, ...entry.aliases, ...addressAliases(entry.url)]) {
    const id = byKey.get(key);
    const known = id === undefined ? undefined : now.get(id);
    if (known && !known.parted.includes(entry.urlKey) && !entry.parted.includes(known.urlKey)) return id;
  }
  return undefined;
}

/** Two entries of one article: all their addresses are kept. What another program's file says of the article only fills gaps. */
function join(known: Entry, arriving: Entry): Entry {
  const foreign = !Object.keys(arriving.clocks).length;
  const merged = foreign
    ? { ...gapsOf(known, arriving), ...known }
    : { ...mergeEntries(known, arriving), id: known.id };
  const keys = new Set([...merged.aliases, known.urlKey, arriving.urlKey]);
  keys.delete(merged.urlKey);
  for (const key of merged.parted) keys.delete(key);
  const aliases = [...keys].toSorted();
  return isSame(aliases, known.aliases) && isSame(merged, known) ? known : { ...merged, aliases };
}

function gapsOf(known: Entry, { siteName, byline }: Entry): Partial<Entry> {
  return {
    ...(known.siteName === undefined && siteName !== undefined ? { siteName } : {}),
    ...(known.byline === undefined && byline !== undefined ? { byline } : {}),
  };
}

function planNotes(
  plan: ImportPlan,
  existing: Records,
  incoming: Records,
  homes: Map<string, string>,
  nowMs: number,
): void {
  const before = new Map(existing.notes.map((note) => [note.id, note]));
  const now = new Map(before);
  const ofEntry = new Map<string, Note[]>();
  for (const note of existing.notes) {
    const passage = `${note.entryId} ${note.quote.exact}`;
    ofEntry.set(passage, [...(ofEntry.get(passage) ?? []), note]);
  }
  const counted = { added: plan.added, changed: plan.changed };
  for (const arriving of incoming.notes) {
    const entryId = homes.get(arriving.entryId) ?? arriving.entryId;
    const moved = { ...arriving, entryId };
    const known = now.get(arriving.id);
    const twin = known
      ? undefined
      : ofEntry.get(`${entryId} ${moved.quote.exact}`)?.find((note) => isTwin(note, moved));
    if (known) now.set(known.id, mergeNotes(known, filledNote(moved, known, nowMs)));
    else if (twin) now.set(twin.id, withTagsOf(now.get(twin.id) ?? twin, moved));
    else now.set(moved.id, filledNote(moved, undefined, nowMs));
  }
  for (const [id, after] of now) {
    const old = before.get(id);
    if (old !== after) count(plan, { table: 'notes', before: old ?? null, after });
  }
  plan.same += incoming.notes.length - (plan.added - counted.added) - (plan.changed - counted.changed);
}

/** The same passage with the same words under another name, as in a file that does not carry our ids. */
function isTwin(own: Note, other: Note): boolean {
  const words = [own.text, ...Object.values(own.alts)].filter(Boolean).join('\n\n');
  if (own.quote.exact !== other.quote.exact || ![own.text, words, ''].includes(other.text)) return false;
  const [a, b] = [own.quote, other.quote];
  const bare = b.prefix === '' && b.suffix === '';
  if (!bare && (a.prefix !== '' || a.suffix !== '')) return a.prefix === b.prefix && a.suffix === b.suffix;
  return b.start === 0 || a.start === 0 || a.start === b.start;
}

function withTagsOf(own: Note, other: Note): Note {
  const tags = [
    ...new Set([...own.tags, ...other.tags.filter((tag) => own.clocks[`tag:${tag}`] === undefined)]),
  ].toSorted();
  return isSame(tags, own.tags) ? own : { ...own, tags };
}

/** Dates that the file does not tell: now. */
function dated(entry: Entry, nowMs: number): Entry {
  return entry.addedAt ? entry : { ...entry, addedAt: nowMs, changedAt: entry.changedAt || nowMs, openedAt: nowMs };
}

/** Dates that the file does not tell: those known already, else now. */
function filledNote(note: Note, known: Note | undefined, nowMs: number): Note {
  const { createdAt = nowMs, changedAt = nowMs } = known ?? {};
  if (note.createdAt) return note;
  return { ...note, createdAt, changedAt: note.changedAt || changedAt };
}

function count(plan: ImportPlan, pair: Pair): void {
  if (pair.before && isSame(pair.before, pair.after)) return;
  plan.pairs.push(pair);
  if (pair.before) plan.changed += 1;
  else plan.added += 1;
}
