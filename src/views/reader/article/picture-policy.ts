/**
 * Decides whether an article's pictures, films and sounds may be asked of the servers that have them. The one place
 * for it.
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

/** The host that a picture is asked of; null if that is nobody, as the picture stands in its own address (`data:`). */
export function askedHost(src: string | undefined): string | null {
  if (src === undefined || !URL.canParse(src)) return null;
  const { protocol, host } = new URL(src);
  return protocol === 'http:' || protocol === 'https:' ? host : null;
}

/** The hosts that an article's pictures, films and sounds would be asked of, each once, in reading order. */
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
