/** The background's answers over a real IndexedDB: what pages and views may do, and what is stored then. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Handlers, Sender } from '../../../src/adapters/browser/channel.ts';
import { changeSettings, readSettings } from '../../../src/adapters/browser/settings.ts';
import { LibraryDatabase } from '../../../src/adapters/store/database.ts';
import { pageAnswers, viewAnswers } from '../../../src/background/answers.ts';
import type { Dependencies } from '../../../src/background/announce.ts';
import { withJoined } from '../../../src/core/library/address/site.ts';
import type { Result } from '../../../src/core/result.ts';
import type { FromPage } from '../../../src/messages.ts';
import { articleOf } from '../../fakes/article-of.ts';
import { sent } from '../../fakes/browser.ts';
import { stage } from '../../fakes/stage.ts';

const URL_A = 'https://news.example/a?utm_source=mail';
const page = (url = URL_A, tabId = 7): Sender => ({ trusted: false, url, tabId, frameId: 0, incognito: false });
const view: Sender = { trusted: true, url: 'chrome-extension://fake/popup/index.html', incognito: false };
const quoteOf = (exact: string, start = 0) => ({ exact, prefix: 'before ', suffix: ' after', start });
const sentences = (topic: string) =>
  Array.from(
    { length: 20 },
    (_unused, index) => `The ${topic} number ${index} stands in a line of its own, as told.`,
  ).join('\n');

let db: LibraryDatabase;
let nowMs: number;
let pages: Handlers<FromPage>;
let views: ReturnType<typeof viewAnswers>;

const means = (): Dependencies => ({ db, nowMs: () => (nowMs += 1), newId: () => crypto.randomUUID() });
const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(`${result.error.kind} ${result.error.detail ?? ''}`);
  return result.value;
};
const add = async (exact: string, url = URL_A) =>
  value(await pages['highlight.add']({ quote: quoteOf(exact), colour: 'yellow' }, page(url)));

beforeEach(() => {
  nowMs = Date.UTC(2026, 5, 1);
  db = new LibraryDatabase(`test-${crypto.randomUUID()}`);
  pages = pageAnswers(means());
  views = viewAnswers(means());
  sent.told.length = 0;
});
/** Long enough for messages that nobody awaits. */
const TELLING_MS = 30;
afterEach(async () => {
  await new Promise((told) => setTimeout(told, TELLING_MS));
  await db.delete();
});

describe('a page', () => {
  it('gets its own highlights under every form of its address, and never the text of a note', async () => {
    const article = articleOf(sentences('bridge'), { title: 'Bridges' });
    const made = value(
      await pages['highlight.add']({ quote: quoteOf('The bridge'), colour: 'green', article }, page()),
    );
    value(await views['note.change']({ id: made.id, change: { text: 'my secret thought', tags: ['b', 'a'] } }, view));
    const plan = value(await pages['page.plan']({}, page('https://news.example/a?fbclid=1#top')));
    expect(plan.highlights).toEqual([{ id: made.id, quote: quoteOf('The bridge'), colour: 'green' }]);
    expect(JSON.stringify(plan)).not.toContain('secret');
    expect(await db.notes.toArray()).toMatchObject([{ text: 'my secret thought', tags: ['a', 'b'] }]);
    expect(await db.entries.toArray()).toMatchObject([{ title: 'Bridges', url: URL_A }]);
    expect(value(await pages['page.plan']({}, page('https://news.example/b'))).highlights).toEqual([]);
  });

  it('keeps a tag that arrived from elsewhere while the person edited the others', async () => {
    const { id } = await add('tagged');
    const entryId = (await db.notes.get(id))?.entryId ?? '';
    await views['note.change']({ id, change: { tags: ['fromTheirPhone', 'old'] } }, view);
    const change = { tags: ['old', 'typed'], tagsBase: ['old'] };
    expect(value(await views['note.change']({ id, change }, view)).tags).toEqual(['fromTheirPhone', 'old', 'typed']);
    await views['entry.change']({ id: entryId, change: { tags: ['fromTheirPhone', 'old'] } }, view);
    const less = { tags: [], tagsBase: ['old'] };
    expect(value(await views['entry.change']({ id: entryId, change: less }, view)).tags).toEqual(['fromTheirPhone']);
  });

  it('is told where its correction cannot be stored', async () => {
    stage.local.set = () => Promise.reject(new Error('full'));
    const kept = await pages['correction.keep']({ correction: { keep: 'more' } }, page());
    Reflect.deleteProperty(stage.local, 'set'); // that of the class again
    expect(kept).toMatchObject({ ok: false, error: { kind: 'storage-refused' } });
    value(await pages['correction.keep']({ correction: { keep: 'more' } }, page()));
    value(await pages['correction.keep']({ correction: null }, page()));
    expect((await readSettings()).corrections).toEqual([]);
  });

  it('learns nothing of another site by naming it as its canonical address', async () => {
    await add('told elsewhere');
    const plan = value(
      await pages['page.plan']({ canonicalUrl: 'https://news.example/a' }, page('https://thief.example/')),
    );
    expect(plan.highlights).toEqual([]);
    const neighbour = page('https://bob.github.io/trap');
    await add('a diary', 'https://alice.github.io/diary');
    const shared = value(await pages['page.plan']({ canonicalUrl: 'https://alice.github.io/diary' }, neighbour));
    expect(shared.highlights).toEqual([]);
    const mobile = value(
      await pages['page.plan']({ canonicalUrl: 'https://news.example/a' }, page('https://m.news.example/x')),
    );
    expect(mobile.highlights).toHaveLength(1);
  });

  it('shows and changes what was highlighted at another site only where the person joined the two', async () => {
    const { id } = await add('shared');
    const copy = page('https://copy.example/a');
    const entryId = (await db.notes.get(id))?.entryId ?? '';
    await db.entries.update(entryId, { aliases: [copy.url] });
    const seen = async () => value(await pages['page.plan']({}, copy)).highlights.map((one) => one.id);
    expect(await seen()).toEqual([]);
    expect(await pages['highlight.recolour']({ ids: [id], colour: 'pink' }, copy)).toMatchObject({ ok: false });
    const { joinedSites } = await readSettings();
    await changeSettings({ joinedSites: withJoined(joinedSites, URL_A, copy.url, true) });
    expect(await seen()).toEqual([id]);
    value(await pages['highlight.recolour']({ ids: [id], colour: 'pink' }, copy));
    expect(await db.notes.get(id)).toMatchObject({ colour: 'pink', url: URL_A });
    await changeSettings({ joinedSites: withJoined((await readSettings()).joinedSites, copy.url, URL_A, false) });
    expect(await seen()).toEqual([]);
  });

  it('cannot change, see or open what does not belong to it', async () => {
    const { id } = await add('mine');
    const thief = page('https://thief.example/');
    expect(await pages['highlight.delete']({ ids: [id] }, thief)).toMatchObject({
      ok: false,
      error: { kind: 'not-found' },
    });
    expect(await pages['highlight.recolour']({ ids: [id], colour: 'pink' }, thief)).toMatchObject({ ok: false });
    expect(await pages['highlight.reattach']({ id, quote: quoteOf('x') }, thief)).toMatchObject({ ok: false });
    expect(await pages['editor.address']({ id }, thief)).toMatchObject({ ok: false, error: { kind: 'not-found' } });
    value(await pages['highlight.report']({ found: [{ id, state: 'lost', score01: 0 }] }, thief));
    expect(value(await pages['change.undo'](null, thief))).toEqual({ undone: null });
    const [note] = await db.notes.toArray();
    expect(note).toMatchObject({ colour: 'yellow', quote: quoteOf('mine') });
    expect(note?.deletedAt).toBeUndefined();
    expect(note?.place).toBeUndefined();
  });

  it('is not trusted: an invalid message is rejected as a whole', async () => {
    const lies: unknown[] = [
      null,
      [],
      'x',
      { quote: { exact: '' }, colour: 'yellow' },
      { quote: quoteOf('a'), colour: 'octarine' },
      { quote: { ...quoteOf('a'), start: -1 }, colour: 'yellow' },
      { quote: { ...quoteOf('a'), exact: 'x'.repeat(200_000) }, colour: 'yellow' },
      { quote: quoteOf('a'), colour: 'yellow', article: { url: 'javascript:alert(1)' } },
      { quote: quoteOf('a'), colour: 'yellow', article: { ...articleOf('x'), tree: { tag: 'script', children: [] } } },
      { quote: quoteOf('a'), colour: 'yellow', id: '../../x' },
      JSON.parse('{"__proto__":{"quote":1},"colour":"yellow"}'),
    ];
    for (const lie of lies) {
      const answer = await pages['highlight.add'](lie as never, page());
      expect(answer).toMatchObject({ ok: false, error: { kind: 'not-understood' } });
    }
    expect(await db.entries.count()).toBe(0);
    expect(await pages['highlight.add']({ quote: quoteOf('a'), colour: 'yellow' }, page('about:blank'))).toMatchObject({
      ok: false,
    });
    expect(await db.notes.count()).toBe(0);
  });

  it('in a private window shows existing highlights and leaves no trace', async () => {
    const hidden = { ...page(), incognito: true };
    const article = articleOf(sentences('tower'), { title: 'Towers' });
    const { id } = await add('kept before');
    const before = await db.notes.get(id);
    const kept = await db.entries.toArray();
    expect(value(await pages['page.plan']({}, hidden)).highlights).toMatchObject([{ id }]);
    const refused = await pages['highlight.add']({ quote: quoteOf('a'), colour: 'yellow', article }, hidden);
    expect(refused).toEqual({ ok: false, error: { kind: 'private' } });
    value(await pages['removal.bring-back']({ text: 'Ten knives', back: true, article }, hidden));
    value(await pages['highlight.report']({ found: [{ id, state: 'in-place', score01: 1 }] }, hidden));
    value(await pages['place.keep']({ position: 77 }, hidden));
    expect(await db.notes.toArray()).toEqual([before]);
    expect(await db.entries.toArray()).toEqual(kept);
    expect(await db.articles.count()).toBe(0);
  });

  it('that sends ten thousand requests in a second gets answers and changes up to the rate limit only', async () => {
    const fixed = nowMs;
    const flooded = pageAnswers({ ...means(), nowMs: () => fixed });
    const asked = Array.from({ length: 10_000 }, (_unused, index) =>
      flooded['highlight.add']({ quote: quoteOf(`flood ${index}`), colour: 'yellow' }, page('https://flood.example/')),
    );
    const answers = await Promise.all(asked.map(async (answer) => answer));
    const taken = answers.filter(({ ok }) => ok).length;
    expect(taken).toBeLessThanOrEqual(120);
    expect(await db.notes.count()).toBe(taken);
    value(await flooded['page.plan']({}, page('https://news.example/quiet', 8)));
  });
});

describe('a highlight', () => {
  it('that is requested twice is saved once', async () => {
    const id = crypto.randomUUID();
    const ask = { quote: quoteOf('once'), colour: 'blue' as const, id };
    const [first, second] = [await pages['highlight.add'](ask, page()), await pages['highlight.add'](ask, page())];
    expect(value(first)).toEqual(value(second));
    await add('once');
    expect(await db.notes.count()).toBe(1);
    // Texts written in two windows are both kept.
    for (const text of ['mine', 'mine', 'and mine too']) {
      const article = articleOf('once upon a time', { url: page().url });
      value(await views['note.add']({ article, quote: quoteOf('once'), colour: 'blue', text }, view));
    }
    const [note] = await db.notes.toArray();
    expect([note?.text, ...Object.values(note?.alts ?? {})].toSorted()).toEqual(['and mine too', 'mine']);
    expect(await db.notes.count()).toBe(1);
    const elsewhere = await pages['highlight.add'](ask, page('https://thief.example/'));
    expect(elsewhere).toMatchObject({ ok: false, error: { kind: 'not-allowed' } });
    expect(await db.entries.count()).toBe(1);
  });

  it('is deleted and restored by undo and redo, twelve steps deep, many at once being one step', async () => {
    const ids: string[] = [];
    for (let index = 0; index < 12; index += 1) ids.push((await add(`part ${index}`)).id);
    value(await pages['highlight.delete']({ ids }, page()));
    expect(value(await pages['page.plan']({}, page())).highlights).toHaveLength(0);
    expect(value(await pages['change.undo'](null, page()))).toEqual({ undone: 'highlight.delete' });
    expect(value(await pages['page.plan']({}, page())).highlights).toHaveLength(12);
    for (let left = 11; left >= 0; left -= 1) {
      value(await pages['change.undo'](null, page()));
      const entry = await db.entries.toCollection().first();
      expect((await db.notes.toArray()).filter(({ deletedAt }) => deletedAt === undefined)).toHaveLength(left);
      // The entry was created with the first highlight and is deleted with it.
      expect(entry?.deletedAt === undefined).toBe(left > 0);
    }
    for (let back = 1; back <= 12; back += 1) value(await views['change.redo'](null, view));
    expect(value(await pages['page.plan']({}, page())).highlights).toHaveLength(12);
    value(await views['change.redo'](null, view));
    expect(value(await pages['page.plan']({}, page())).highlights).toHaveLength(0);
  });

  it("can only be edited by Lede's editor, with a token that works once and in its own tab", async () => {
    const { id } = await add('to be noted');
    const address = async () => new URL(value(await pages['editor.address']({ id }, page())).url);
    const token = (await address()).searchParams.get('token') ?? '';
    const editor = { ...view, tabId: 7 };
    expect(await views['editor.open']({ token }, { ...view, tabId: 8 })).toMatchObject({ ok: false });
    // The attempt from elsewhere used it up.
    expect(await views['editor.open']({ token }, editor)).toMatchObject({ ok: false });
    const fresh = (await address()).searchParams.get('token') ?? '';
    expect(value(await views['editor.open']({ token: fresh }, editor))).toMatchObject({ id });
    expect(await views['editor.open']({ token: fresh }, editor)).toMatchObject({ ok: false });
    const late = (await address()).searchParams.get('token') ?? '';
    nowMs += 120_000;
    expect(await views['editor.open']({ token: late }, editor)).toMatchObject({ ok: false });
  });

  it('has its editor resized and closed by the page script of its tab, without the page noticing', async () => {
    sent.asked.length = 0;
    await views['editor.resize']({ heightPx: 300 }, { ...view, tabId: 7 });
    await views['editor.close'](null, { ...view, tabId: 7 });
    expect(sent.asked).toMatchObject([
      { tabId: 7, message: { kind: 'editor.resize', body: { heightPx: 300 } } },
      { tabId: 7, message: { kind: 'editor.close' } },
    ]);
    expect(await views['editor.resize']({ heightPx: 300 }, view)).toMatchObject({ ok: false });
    expect(await views['editor.resize']({ heightPx: Infinity }, { ...view, tabId: 7 })).toMatchObject({ ok: false });
  });

  it('keeps both texts when it is edited in two places at once', async () => {
    const { id } = await add('shared');
    const base = (await db.notes.get(id))?.clocks.text ?? '';
    value(await views['note.change']({ id, change: { text: 'from the panel', textBase: base } }, view));
    const after = value(await views['note.change']({ id, change: { text: 'from the tab', textBase: base } }, view));
    expect(after.text).toBe('from the tab');
    expect(Object.values(after.alts)).toEqual(['from the panel']);
    const change = { text: 'both', settled: Object.keys(after.alts) };
    expect(value(await views['note.change']({ id, change }, view))).toMatchObject({ text: 'both', alts: {} });

    const other = await add('another');
    value(await views['note.change']({ id: other.id, change: { text: 'meanwhile' } }, view));
    expect(value(await views['change.undo']({ id }, view))).toEqual({ undone: 'note.change' });
    const undone = await db.notes.get(id);
    expect([undone?.text, ...Object.values(undone?.alts ?? {})]).toEqual(['from the tab', 'from the panel']);
    expect(await db.notes.get(other.id)).toMatchObject({ text: 'meanwhile' });
    const next = value(await views['note.change']({ id, change: { text: 'and on' } }, view));
    expect((next.clocks.text ?? '') > (undone?.clocks.text ?? 'z')).toBe(true);
  });

  it('is one undo step although a long edit is saved at each pause', async () => {
    const { id } = await add('written');
    for (const text of ['The', 'The old', 'The old lock'])
      value(await views['note.change']({ id, change: { text } }, view));
    expect(value(await views['change.undo'](null, view))).toEqual({ undone: 'note.change' });
    expect(await db.notes.get(id)).toMatchObject({ text: '' });
    value(await views['change.redo'](null, view));
    expect(await db.notes.get(id)).toMatchObject({ text: 'The old lock' });
    expect(await db.journal.count()).toBe(2);
  });

  it('comes back when it is edited while it is deleted elsewhere', async () => {
    const { id } = await add('contested');
    value(await views['entry.delete']({ ids: [(await db.notes.get(id))?.entryId ?? ''] }, view));
    value(await views['note.change']({ id, change: { text: 'still typing' } }, view));
    expect((await db.notes.get(id))?.deletedAt).toBeUndefined();
    expect(value(await pages['page.plan']({}, page())).highlights).toHaveLength(1);
  });
});

describe('the same article elsewhere', () => {
  const [here, there] = ['https://one.example/story', 'https://two.example/copied'];
  const shared = async () => {
    const article = articleOf(sentences('harbour'), { title: 'Harbours' });
    value(await pages['highlight.add']({ quote: quoteOf('here'), colour: 'yellow', article }, page(here)));
    value(await pages['highlight.add']({ quote: quoteOf('there'), colour: 'yellow', article }, page(there)));
  };

  const marked = async (url: string) =>
    value(await pages['page.plan']({}, page(url))).highlights.map(({ quote }) => quote.exact);

  it('shares an entry, but no site gets the highlights of the other', async () => {
    await shared();
    expect(await db.entries.count()).toBe(1);
    expect([await marked(here), await marked(there)]).toEqual([['here'], ['there']]);
    const mine = (await db.notes.toArray()).find(({ url }) => url === here);
    if (!mine) throw new Error('a note');
    const { id } = mine;
    expect(await pages['highlight.delete']({ ids: [id] }, page(there))).toMatchObject({ ok: false });
    expect(await pages['highlight.recolour']({ ids: [id], colour: 'pink' }, page(there))).toMatchObject({ ok: false });
    expect(await pages['highlight.reattach']({ id, quote: quoteOf('x') }, page(there))).toMatchObject({ ok: false });
    expect(await pages['editor.address']({ id }, page(there))).toMatchObject({ ok: false });
    value(await pages['highlight.report']({ found: [{ id, state: 'lost', score01: 0 }] }, page(there)));
    // The same passage, highlighted there too, is not this note either.
    const twin = value(await pages['highlight.add']({ quote: mine.quote, colour: 'green' }, page(there)));
    expect(twin.id).not.toBe(id);
    expect(await db.notes.get(id)).toEqual(mine);
  });

  it('stays separate once the person has separated it', async () => {
    await shared();
    const [entry] = await db.entries.toArray();
    if (!entry) throw new Error('an entry');
    value(await views['entry.part']({ id: entry.id, alias: there }, view));
    expect(value(await pages['page.plan']({}, page(there))).highlights).toMatchObject([{ quote: { exact: 'there' } }]);
    expect(value(await pages['page.plan']({}, page(here))).highlights).toMatchObject([{ quote: { exact: 'here' } }]);
    await shared();
    expect(await db.entries.count()).toBe(2);
    expect(value(await views['change.undo'](null, view))).toEqual({ undone: 'entry.part' });
    expect(new Set((await db.notes.toArray()).map(({ entryId }) => entryId))).toEqual(new Set([entry.id]));
  });

  it('that was joined by mistake is separated with its own notes and without the other page’s article', async () => {
    const [one, two] = ['https://app.example/one', 'https://app.example/two'];
    const article = articleOf(sentences('harbour'), { url: one });
    value(await pages['highlight.add']({ quote: quoteOf('harbour number 3'), colour: 'yellow', article }, page(one)));
    const left = { ...articleOf(sentences('violin'), { url: two }), canonicalUrl: one };
    value(await pages['highlight.add']({ quote: quoteOf('violin'), colour: 'pink', article: left }, page(two)));
    const [entry] = await db.entries.toArray();
    if (!entry) throw new Error('an entry');
    const fresh = value(await views['entry.part']({ id: entry.id, alias: two }, view));
    const where = (await db.notes.toArray()).map(({ url, entryId }) => [url, entryId]);
    expect(Object.fromEntries(where)).toEqual({ [one]: entry.id, [two]: fresh.id });
    expect(await db.articles.get(fresh.id)).toBeUndefined();
    expect((await db.articles.get(entry.id))?.article.text).toBe(article.text);
  });

  it('is not just any page of the same site', async () => {
    const [a, b] = ['bridge', 'violin'].map((topic) =>
      articleOf(sentences(topic).replaceAll('number', `${topic}s of`)),
    );
    if (!a || !b) throw new Error('two articles');
    value(
      await views['entry.keep'](
        { article: { ...a, url: here, text: 'Bridges carry trains. '.repeat(40), blocks: [] } },
        view,
      ),
    );
    value(
      await views['entry.keep'](
        { article: { ...b, url: there, text: 'A violin has four strings. '.repeat(40), blocks: [] } },
        view,
      ),
    );
    expect(await db.entries.count()).toBe(2);
  });
});

describe('the library', () => {
  it('renames and merges tags as one step', async () => {
    const ids = [await add('a'), await add('b')].map(({ id }) => id);
    value(await views['tag.set']({ entryIds: [], noteIds: ids, add: ['old', 'new'], remove: [] }, view));
    expect(value(await views['tag.rename']({ from: 'old', to: 'new' }, view))).toEqual({ changed: 2 });
    expect((await db.notes.toArray()).map(({ tags }) => tags)).toEqual([['new'], ['new']]);
    value(await views['change.undo'](null, view));
    expect((await db.notes.toArray()).map(({ tags }) => tags)).toEqual([
      ['new', 'old'],
      ['new', 'old'],
    ]);
  });

  it('keeps the saved text of an article that later shrank to a stub', async () => {
    const article = articleOf(sentences('tower'), { url: 'https://news.example/a' });
    const entry = value(await views['entry.keep']({ article }, view));
    value(await views['entry.keep']({ article: { ...articleOf('Subscribe to read on.'), url: article.url } }, view));
    expect((await db.articles.get(entry.id))?.article.text).toBe(article.text);
  });

  it('takes an article out of the archive only when it is saved or highlighted again', async () => {
    const article = articleOf(sentences('harbour'), { url: URL_A });
    const entry = value(await views['entry.keep']({ article }, view));
    const archive = () => views['entry.mark']({ ids: [entry.id], mark: 'archivedAt', at: nowMs }, view);
    const archivedAt = async () => (await db.entries.get(entry.id))?.archivedAt;
    const quote = quoteOf('The harbour number 3');
    const saves: (() => Promise<Result<unknown>>)[] = [
      async () => pages['article.keep']({ article }, page()),
      async () => views['entry.keep']({ article }, view),
      async () => pages['highlight.add']({ quote, colour: 'green', article }, page()),
      async () => views['note.add']({ article, quote, colour: 'blue', text: '' }, view),
    ];
    for (const save of saves) {
      value(await archive());
      value(await save());
      expect(await archivedAt()).toBeUndefined();
      value(await views['change.undo'](null, view));
      expect(await archivedAt()).toBeDefined();
    }
    value(await pages['removal.bring-back']({ text: 'An advert', back: true, article }, page()));
    expect(await archivedAt()).toBeDefined();
  });

  it('tells whether saving an article did anything that can be undone', async () => {
    const article = articleOf(sentences('pier'), { url: URL_A });
    const save = async () => value(await pages['article.keep']({ article }, page())).isNew;
    expect([await save(), await save()]).toEqual([true, false]);
    const [entry] = await db.entries.toArray();
    value(await views['entry.delete']({ ids: [entry?.id ?? ''] }, view));
    expect(await save()).toBe(true);
  });

  it('empties the bin only on request, and permanently', async () => {
    const { id } = await add('gone');
    value(await views['note.delete']({ ids: [id] }, view));
    expect(value(await views['bin.empty'](null, view))).toEqual({ erased: 1 });
    expect(await db.notes.count()).toBe(0);
    expect(await db.erased.toArray()).toMatchObject([{ id, table: 'notes' }]);
    value(await views['change.undo'](null, view));
    expect(await db.notes.count()).toBe(0);
  });

  it('tells views which entries changed', async () => {
    await add('told');
    const [entry] = await db.entries.toArray();
    expect(sent.told).toEqual([{ lede: 'told', kind: 'library.changed', body: { entryIds: [entry?.id] } }]);
  });
});
