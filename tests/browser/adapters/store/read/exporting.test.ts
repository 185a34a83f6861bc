/** Exports are written in parts from the database: of everything or of a selection, with a way to stop. */
import { unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LibraryDatabase } from '../../../../../src/adapters/store/database.ts';
import { exportBlob } from '../../../../../src/adapters/store/read/exporting.ts';
import { readImport } from '../../../../../src/core/library/import/import.ts';
import { articleOf } from '../../../../fakes/article-of.ts';
import { viewAnswers } from '../../../../../src/background/answers.ts';

const NOW_MS = 1_700_000_000_000;
/** More than one batch. */
const ARTICLES = 45;
let db: LibraryDatabase;
const value = <T>(result: { ok: true; value: T } | { ok: false; error: unknown }): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};
const going = () => ({ told: (_done01: number) => undefined, signal: new AbortController().signal });

beforeEach(async () => {
  db = new LibraryDatabase(`test-${crypto.randomUUID()}`);
  const views = viewAnswers({ db, nowMs: () => NOW_MS, newId: () => crypto.randomUUID() });
  const view = { trusted: true, url: 'chrome-extension://fake/library/index.html', incognito: false };
  for (let at = 0; at < ARTICLES; at += 1) {
    const article = articleOf(`Words of ${at}.`, { url: `https://news.example/${at}`, title: `About ${at}` });
    const quote = { exact: 'Words', prefix: '', suffix: '', start: 0 };
    value(await views['note.add']({ article, quote, colour: 'blue', text: `mine ${at}` }, view));
  }
});
afterEach(() => db.delete());

describe('an export', () => {
  it('as JSON can be imported again with every entry, note and article', async () => {
    const made = value(await exportBlob('json', null, NOW_MS, going(), db));
    const { records, problems } = value(readImport((await made?.blob.text()) ?? '', NOW_MS));
    expect(problems).toEqual([]);
    expect(records).toMatchObject({ entries: { length: ARTICLES }, notes: { length: ARTICLES } });
    expect(new Set(records.articles.map(({ article }) => article.text)).size).toBe(ARTICLES);
  });

  it('is one zip as Markdown, one page with articles as HTML, and can be limited to chosen notes', async () => {
    const zip = value(await exportBlob('markdown', null, NOW_MS, going(), db));
    expect(zip?.files).toBe(ARTICLES);
    const inside = unzipSync(new Uint8Array((await zip?.blob.arrayBuffer()) ?? new ArrayBuffer()));
    expect(new TextDecoder().decode(inside['About 7.md'])).toContain('mine 7');
    const page = await value(await exportBlob('html', null, NOW_MS, going(), db))?.blob.text();
    expect(page?.match(/Words<\/mark> of \d+/g)).toHaveLength(ARTICLES);
    const [note] = await db.notes.toArray();
    const chosen = { entryIds: [], noteIds: [note?.id ?? ''] };
    const csv = await value(await exportBlob('csv', chosen, NOW_MS, going(), db))?.blob.text();
    expect(csv?.trim().split('\r\n')).toHaveLength(2);
  });

  it('reports its progress and can be stopped', async () => {
    const [life, told] = [new AbortController(), [] as number[]];
    const progress = {
      signal: life.signal,
      told: (done01: number) => {
        told.push(done01);
        if (told.length === 2) life.abort();
      },
    };
    const stopped = await exportBlob('html', null, NOW_MS, progress, db);
    expect(stopped).toMatchObject({ ok: false, error: { kind: 'not-allowed' } });
    expect(told).toHaveLength(2);
    expect(Math.max(...told)).toBeLessThan(1);
    expect(value(await exportBlob('csv', { entryIds: [], noteIds: [] }, NOW_MS, going(), db))).not.toBeUndefined();
  });
});
