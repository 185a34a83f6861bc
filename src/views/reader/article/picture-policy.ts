/**
 * Decides whether an article's pictures, films and sounds may be loaded from their servers. This is the only place that
 * decides it.
 */
import type { ArticleElement, ArticleNode } from '../../../core/article/article.ts';
import type { Shown } from './article-source.ts';

/**
 * - `load`: the article's page is open in an ordinary tab, which has asked for the same pictures itself.
 * - `ask`: the article comes from the library, a file or this session. Nobody is asked for a picture until the person
 * wants them:
 *   a picture's address may be made for one reader and tell that, and when, the article is read.
 * - `never`: the page stands in a private window. The reader is an ordinary page, and would send the cookies of
 * ordinary windows.
 */
export type PicturePolicy = 'load' | 'ask' | 'never';

/** The policy for an article that the reader shows. */
export function picturePolicy({ isPrivate, tabId }: Pick<Shown, 'isPrivate' | 'tabId'>): PicturePolicy {
  if (isPrivate) return 'never';
  return tabId === null ? 'ask' : 'load';
}

/** The host of a picture; null if there is none, because the picture is in its own address (`data:`). */
export function askedHost(src: string | undefined): string | null {
  if (src === undefined || !URL.canParse(src)) return null;
  const { protocol, host } = new URL(src);
  return protocol === 'http:' || protocol === 'https:' ? host : null;
}

/** The hosts from which an article's pictures, films and sounds would be loaded, each once, in reading order. */
export function pictureHosts(tree: ArticleElement): string[] {
  const hosts = new Set<string>();
  const visit = (node: ArticleNode): void => {
    if (typeof node === 'string') return;
    const host = askedHost(node.attributes?.src);
    if (host !== null) hosts.add(host);
    node.children.forEach(visit);
  };
  visit(tree);
  return [...hosts];
}
