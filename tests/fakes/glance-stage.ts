/**
 * Sets up popup and panel: a real background over a real database, and a page with a written article that answers as
 * the page script does.
 */
import type { Correction } from '../../src/core/article/removals/correction.ts';
import type { Sender } from '../../src/adapters/browser/channel.ts';
import { LibraryDatabase } from '../../src/adapters/store/database.ts';
import { pageAnswers, viewAnswers } from '../../src/background/answers.ts';
import type { Article, BroughtBack, Removal } from '../../src/core/article/article.ts';
import { describeQuote } from '../../src/core/anchor/quote.ts';
import type { Colour, PlaceState } from '../../src/core/library/records.ts';
import { articleOf } from './article-of.ts';
import { stage } from './stage.ts';

export const ADDRESS = 'https://example.org/ferries';
const SOURCE =
  'The island of Vell has had a ferry for two hundred years, and for most of that time nobody ' +
  'asked when it would leave. Last winter the county bought two electric boats, which cross the sound in ' +
  `eighteen minutes.
## Why the old boat went
The old boat burned four hundred litres of oil a day and broke down eleven times in its last year. Repairs ` +
  `had come to cost more than the fares brought in, the harbour master wrote in her report.
## How the new boats run
Both boats charge for nine minutes at each landing, from a battery on the pier that fills during the night. ` +
  `The crew of three became a crew of two, and the third sailor now looks after the batteries.
### What winter does to them
Cold halves the range, so in January the boats leave every hour rather than every half hour. Nobody was ` +
  `left behind on either shore, although the school bus had to wait twice.
## What it means for the island
Forty families have moved to Vell since the boats came, more than in the twenty years before. The shop ` +
  'opens on Sundays again, and the school has a second teacher.';

const aside = (text: string, reason: Removal['reason'], inside = true): Removal => ({
  text,
  reason,
  score01: 0.9,
  start: 300,
  inside,
});
const REMOVED = [
  aside('Ten kitchen knives that chefs would buy again', 'links-elsewhere'),
  aside('A good blade saves time every day. We asked twelve cooks which knife…', 'breaks-off'),
  aside('Ferries | Islands | Electric boats', 'tag-line'),
  aside('Home News Opinion Contact', 'navigation', false),
];

/** The article, with its removed blocks. */
export function ferries(facts: Partial<Article> = {}): Article {
  return articleOf(SOURCE, {
    url: ADDRESS,
    title: 'Two quiet boats bring an island back to life',
    byline: 'By Ada Moor',
    publishedTime: '2025-11-03T07:00Z',
    siteName: 'The Sound',
    lang: 'en',
    dir: 'ltr',
    removed: REMOVED,
    ...facts,
  });
}

/** The set-up: the database, the current article, and what the page was asked to reveal. */
export interface Set {
  db: LibraryDatabase;
  article: Article;
  revealed: unknown[];
  /** The reading position. */
  position: number;
  /** Positions of highlights by id; others are where they were made. */
  states: Map<string, PlaceState>;
  mark: (words: string, colour?: Colour) => Promise<string>;
  close: () => Promise<void>;
}

/** Sets up popup and panel for an article and its address. */
export function setGlance(article: Article = ferries()): Set {
  const db = new LibraryDatabase();
  let clock = Date.now();
  const means = { db, nowMs: () => (clock += 1), newId: () => crypto.randomUUID() };
  const [pages, views] = [pageAnswers(means), viewAnswers(means)];
  const view: Sender = { trusted: true, url: 'chrome-extension://fake/popup/index.html', incognito: false };
  const page: Sender = { trusted: false, url: article.url, tabId: 7, frameId: 0, incognito: false };
  stage.tab = { id: 7, windowId: 1, url: article.url, title: article.title, incognito: false };
  for (const [kind, handler] of Object.entries(views)) {
    stage.background.set(kind, (body) => (handler as (body: unknown, from: Sender) => unknown)(body, view));
  }
  const set: Set = {
    db,
    article,
    revealed: [],
    position: 0,
    states: new Map(),
    mark: async (words, colour = 'yellow') => {
      const start = set.article.text.indexOf(words);
      const quote = describeQuote(set.article.text, start, start + words.length);
      const made = await pages['highlight.add']({ quote, colour, article: set.article }, page);
      if (!made.ok) throw new Error(made.error.kind);
      return made.value.id;
    },
    close: async () => {
      await Promise.all(db.tables.map((table) => table.clear()));
    },
  };
  let back: BroughtBack[] = [];
  let correction: Correction | null = null;
  const answer = () => ({ article: set.article, calm: false, broughtBack: back, correction });
  const without = (text: string) => ({
    ...set.article,
    removed: set.article.removed.filter((removal) => removal.text !== text),
  });
  stage.page.set('article.read', answer);
  stage.page.set('article.save', () => pages['article.keep']({ article: set.article }, page));
  stage.page.set('place.now', () => ({ position: set.position }));
  stage.page.set('range.reveal', (range) => (set.revealed.push(range), null));
  stage.page.set('highlight.reveal', (note) => (set.revealed.push(note), null));
  stage.page.set('highlight.place', (note) => (set.revealed.push(note), null));
  stage.page.set('calm.set', ({ on }: { on: boolean }) => ({ on, count: 3 }));
  stage.page.set('range.highlight', async ({ start, end, colour }: { start: number; end: number; colour: Colour }) => {
    const quote = describeQuote(set.article.text, start, end);
    return pages['highlight.add']({ quote, colour, article: set.article }, page);
  });
  stage.page.set('highlight.states', async () => {
    const notes = (await db.notes.toArray()).filter(({ deletedAt }) => deletedAt === undefined);
    const places = notes.map(({ id, quote }) => {
      const state = set.states.get(id) ?? 'in-place';
      const range = { start: quote.start, end: quote.start + quote.exact.length };
      return { id, state, score01: 1, range: state === 'lost' ? null : range };
    });
    return places.toSorted((a, b) => (a.range?.start ?? 1e9) - (b.range?.start ?? 1e9));
  });
  stage.page.set('part.pick', (ask) => (set.revealed.push(ask), null));
  stage.page.set('correction.set', (ask: { correction: Correction | null }) => {
    ({ correction } = ask);
    return answer();
  });
  stage.page.set('removal.bring-back', ({ index }: { index: number }) => {
    const text = set.article.removed[index]?.text ?? '';
    set.article = without(text);
    back = [...back, { text, shape: `p.${text.split(' ')[0]}`, onSite: false }];
    return answer();
  });
  stage.page.set('removal.set-aside', ({ text }: { text: string }) => {
    const removal = REMOVED.find((one) => one.text === text);
    if (removal) set.article = { ...set.article, removed: [removal, ...set.article.removed] };
    back = back.filter((one) => one.text !== text);
    return answer();
  });
  stage.page.set('shapes.keep', ({ shapes }: { shapes: string[] }) => {
    back = back.map((one) => ({ ...one, onSite: one.shape !== null && shapes.includes(one.shape) }));
    return answer();
  });
  return set;
}
