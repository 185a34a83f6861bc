/**
 * Keeps articles that are open in a reader but not saved, each with the reading position, until the browser is closed,
 * so that a reader can be reloaded. In memory only, never from a private window.
 */
import browser from 'webextension-polyfill';
import type { Article } from '../../core/article/article.ts';

/** An article and the position of `Article.text` where the person was. */
export interface SessionArticle {
  article: Article;
  position: number;
}

const INDEX = 'session-articles';
const keyOf = (url: string) => `session-article:${url}`;
const placeKeyOf = (url: string) => `session-place:${url}`;
/** `storage.session` holds 10 MB for everything; these are characters of JSON, the oldest article goes first. */
const ALL_MOST = 4_000_000;
const ONE_MOST = 2_000_000;

interface Listed {
  url: string;
  characters: number;
}

async function readKey(key: string): Promise<unknown> {
  try {
    return (await browser.storage.session.get(key))[key];
  } catch {
    return undefined;
  }
}

/**
 * Written by this file only and cleared with every update of the extension, so its marks are proof enough of its shape.
 */
function isArticle(kept: unknown): kept is Article {
  return typeof kept === 'object' && kept !== null && 'tree' in kept && 'text' in kept && 'blocks' in kept;
}

async function listed(): Promise<Listed[]> {
  const kept = await readKey(INDEX);
  return Array.isArray(kept) ? (kept as Listed[]) : [];
}

/**
 * Keeps an article under its address in place of the previous one. If the browser refuses, the article must be read
 * again after a reload.
 */
export async function keepForSession(article: Article): Promise<void> {
  const characters = JSON.stringify(article).length;
  if (characters > ONE_MOST) return;
  const list = [...(await listed()).filter(({ url }) => url !== article.url), { url: article.url, characters }];
  let total = list.reduce((sum, one) => sum + one.characters, 0);
  const dropped: string[] = [];
  while (total > ALL_MOST) {
    const oldest = list.shift();
    if (!oldest) break;
    total -= oldest.characters;
    dropped.push(oldest.url);
  }
  try {
    await Promise.all(
      dropped.flatMap((url) => [keyOf(url), placeKeyOf(url)]).map((key) => browser.storage.session.remove(key)),
    );
    await browser.storage.session.set({ [keyOf(article.url)]: article, [INDEX]: list });
  } catch {
    return;
  }
}

/** Keeps the reading position in an article of this session. */
export async function keepSessionPlace(url: string, position: number): Promise<void> {
  await browser.storage.session.set({ [placeKeyOf(url)]: position }).catch(() => undefined);
}

/** The article of this session at an address; null if there is none. */
export async function sessionArticle(url: string): Promise<SessionArticle | null> {
  const [article, position] = await Promise.all([readKey(keyOf(url)), readKey(placeKeyOf(url))]);
  return isArticle(article) ? { article, position: typeof position === 'number' ? position : 0 } : null;
}
