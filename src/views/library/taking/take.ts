/** Sends an import to the background in small pieces, so saves continue in between, with progress and a way to stop. */
import { ask } from '../../../adapters/browser/channel.ts';
import type { Binned, Counts } from '../../../core/library/import/plan.ts';
import type { Entry, KeptArticle, Note, Records } from '../../../core/library/records.ts';
import { type Result, ok } from '../../../core/result.ts';
import type { Given } from './given.ts';

/** Entries and notes of one piece: some tens of milliseconds of the background's time. */
const PIECE_RECORDS = 150;
/** Characters of articles of one piece; a message carries 64 MB at most. */
const PIECE_TEXT = 2_000_000;

/** The result; `refused` are records that the background rejected as invalid, `binned` those that stay in the bin. */
export interface Taken extends Counts {
  refused: number;
  binned: Binned;
  stopped: boolean;
}

interface Options {
  dry: boolean;
  /** How much is done, 0–1. */
  told?: (done01: number) => void;
  signal?: AbortSignal;
}

interface Piece {
  records: Records;
  /** Entries of this piece that were in an earlier one. */
  counted: string[];
}

/**
 * Imports everything, or with `dry` reports what would change. After a stop or a failure the imported part stays and
 * can be undone as one step.
 */
export async function take(given: Given, { dry, told = () => undefined, signal }: Options): Promise<Result<Taken>> {
  const group = crypto.randomUUID();
  const [entriesInBin, notesInBin] = [new Set<string>(), new Set<string>()];
  const sum = { added: 0, changed: 0, same: 0, refused: 0 };
  const taken = (stopped: boolean): Taken => ({
    ...sum,
    stopped,
    binned: { entries: [...entriesInBin], notes: [...notesInBin] },
  });
  const { entries, notes } = given.records;
  const [records, articles] = [entries.length + notes.length, dry ? 0 : given.articleBatches * ARTICLE_WEIGHT];
  let done = 0;
  for await (const { records: piece, counted, weight } of piecesOf(given, dry)) {
    if (signal?.aborted) return ok(taken(true));
    if (piece.entries.length + piece.notes.length > 0) {
      const answer = await ask('library.take', { records: piece, trust: given.trust, group, dry, counted });
      if (!answer.ok) return answer;
      const { binned, ...counts } = answer.value;
      for (const key of ['added', 'changed', 'same', 'refused'] as const) sum[key] += counts[key];
      for (const id of binned.entries) entriesInBin.add(id);
      for (const id of binned.notes) notesInBin.add(id);
    }
    done += weight;
    told(Math.min(1, done / Math.max(1, records + articles)));
  }
  return ok(taken(false));
}

/** How much longer a batch of articles takes than a record. */
const ARTICLE_WEIGHT = 20;

async function* piecesOf(given: Given, dry: boolean): AsyncGenerator<Piece & { weight: number }> {
  for (const piece of shelfPieces(given.records)) {
    yield { ...piece, weight: piece.records.entries.length + piece.records.notes.length };
  }
  if (dry) return;
  const entries = new Map(given.records.entries.map((entry) => [entry.id, entry]));
  for await (const batch of given.articles()) {
    for (const articles of lightBatches(batch)) yield { ...articlePiece(articles, entries), weight: 0 };
    yield { records: { entries: [], notes: [], articles: [] }, counted: [], weight: ARTICLE_WEIGHT };
  }
}

/**
 * Entries each with its notes and article. A piece knows everything that it needs: notes name an entry of the same
 * piece.
 */
function* shelfPieces({ entries, notes, articles }: Records): Generator<Piece> {
  const [ofEntry, kept] = [new Map<string, Note[]>(), new Map(articles.map((one) => [one.entryId, one]))];
  for (const note of notes) {
    const list = ofEntry.get(note.entryId);
    if (list) list.push(note);
    else ofEntry.set(note.entryId, [note]);
  }
  let piece = emptyPiece();
  for (const entry of entries) {
    const own = ofEntry.get(entry.id) ?? [];
    ofEntry.delete(entry.id);
    const article = kept.get(entry.id);
    if (article) piece.records.articles.push(article);
    piece.records.entries.push(entry);
    for (const [index, note] of own.entries()) {
      piece.records.notes.push(note);
      if (!isFull(piece)) continue;
      yield piece;
      piece = emptyPiece();
      if (index + 1 < own.length) addAgain(piece, entry);
    }
    if (!isFull(piece)) continue;
    yield piece;
    piece = emptyPiece();
  }
  for (const note of [...ofEntry.values()].flat()) {
    piece.records.notes.push(note); // of an entry that could not be read; it gets a new one
    if (!isFull(piece)) continue;
    yield piece;
    piece = emptyPiece();
  }
  yield piece;
}

function emptyPiece(): Piece {
  return { records: { entries: [], notes: [], articles: [] }, counted: [] };
}

function addAgain({ records, counted }: Piece, entry: Entry): void {
  records.entries.push(entry);
  counted.push(entry.id);
}

function isFull({ records: { entries, notes, articles } }: Piece): boolean {
  if (entries.length + notes.length >= PIECE_RECORDS) return true;
  return articles.length > 0 && weightOf(articles) > PIECE_TEXT;
}

function* lightBatches(articles: KeptArticle[]): Generator<KeptArticle[]> {
  let batch: KeptArticle[] = [];
  for (const article of articles) {
    batch.push(article);
    if (weightOf(batch) < PIECE_TEXT) continue;
    yield batch;
    batch = [];
  }
  if (batch.length) yield batch;
}

function weightOf(articles: readonly KeptArticle[]): number {
  return articles.reduce((sum, { article }) => sum + article.text.length, 0);
}

/** Articles with the entries that they belong to. */
function articlePiece(articles: KeptArticle[], entries: ReadonlyMap<string, Entry>): Piece {
  const own = articles.flatMap(({ entryId }) => entries.get(entryId) ?? []);
  return { records: { entries: own, notes: [], articles }, counted: own.map(({ id }) => id) };
}
