/**
 * An article joined from several pages: every page finds its entry, looks for its own highlights only, and never
 * replaces the whole article.
 */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Handlers, Sender } from '../../../src/adapters/browser/channel.ts';
import { LibraryDatabase } from '../../../src/adapters/store/database.ts';
import { pageAnswers, viewAnswers } from '../../../src/background/answers.ts';
import { joinParts } from '../../../src/core/article/join.ts';
import { describeQuote } from '../../../src/core/anchor/quote.ts';
import type { Result } from '../../../src/core/result.ts';
import type { FromPage } from '../../../src/messages.ts';
import { articleOf } from '../../fakes/article-of.ts';

const urlOf = (at: number) => `https://gazette.example/cliff${at > 1 ? `/${at}` : ''}`;
const page = (url: string): Sender => ({ trusted: false, url, tabId: 7, frameId: 0, incognito: false });
const view: Sender = { trusted: true, url: 'chrome-extension://fake/reader/index.html', incognito: false };
const part = (at: number, lines: number) =>
  articleOf(
    Array.from({ length: lines }, (_, one) => `Page ${at} tells in line ${one} what became of peg ${at * one}.`).join(
      '\n',
    ),
    { title: 'The cliff', url: urlOf(at) },
  );
const value = <T>(result: Result<T>): T => (result.ok ? result.value : expect.fail(result.error.kind));

let db: LibraryDatabase;
let pages: Handlers<FromPage>;
let views: ReturnType<typeof viewAnswers>;
beforeEach(() => {
  let nowMs = Date.UTC(2026, 5, 1);
  db = new LibraryDatabase(`test-${crypto.randomUUID()}`);
  const means = { db, nowMs: () => (nowMs += 1), newId: () => crypto.randomUUID() };
  pages = pageAnswers(means);
  views = viewAnswers(means);
});
afterEach(async () => {
  await new Promise((told) => setTimeout(told, 30)); // messages are not awaited
  await db.delete();
});

const joined = () => joinParts([part(1, 20), part(2, 9), part(3, 9)]);
const asked = async (at: number) =>
  value(await pages['page.plan']({}, page(urlOf(at)))).highlights.map(({ quote }) => quote.exact);
async function note(words: string) {
  const article = joined();
  const start = article.text.indexOf(words);
  const quote = describeQuote(article.text, start, start + words.length);
  return value(await views['note.add']({ article, quote, colour: 'yellow', text: '' }, view));
}

describe('an article of several parts', () => {
  it('gives each page its own highlights, wherever they were made', async () => {
    await note('Page 1 tells in line 3');
    await note('Page 2 tells in line 4');
    value(
      await pages['highlight.add'](
        { quote: describeQuote(part(3, 9).text, 0, 22), colour: 'pink', article: part(3, 9) },
        page(urlOf(3)),
      ),
    );
    expect(await db.entries.count()).toBe(1);
    expect([await asked(1), await asked(2), await asked(3)]).toEqual([
      ['Page 1 tells in line 3'],
      ['Page 2 tells in line 4'],
      ['Page 3 tells in line 0'],
    ]);
    expect((await db.articles.toArray()).map(({ article }) => article.parts?.length)).toEqual([3]);
  });

  it('stays complete when its first page is read again, even if that is most of it', async () => {
    await note('Page 2 tells in line 4');
    const first = part(1, 20);
    expect(first.text.length / joined().text.length).toBeGreaterThan(0.5);
    value(
      await pages['highlight.add'](
        { quote: describeQuote(first.text, 0, 20), colour: 'green', article: first },
        page(urlOf(1)),
      ),
    );
    expect((await db.articles.toArray()).map(({ article }) => article.parts?.length)).toEqual([3]);
  });

  it("is accepted only from Lede's own reader, and from no other site", async () => {
    value(
      await pages['highlight.add'](
        { quote: describeQuote(joined().text, 0, 20), colour: 'green', article: joined() },
        page(urlOf(1)),
      ),
    );
    expect(await asked(2)).toEqual([]); // a page that claims to be several others
    const article = joined();
    const parts = [...(article.parts ?? []), { url: 'https://else.example/x', start: 0, end: 5 }];
    value(await views['entry.keep']({ article: { ...article, parts } }, view));
    const { aliases } = (await db.entries.toArray())[0] ?? expect.fail('nothing kept');
    expect(aliases.some((alias) => alias.includes('/cliff/2'))).toBe(true);
    expect(aliases.some((alias) => alias.includes('else.example'))).toBe(false);
  });
});
