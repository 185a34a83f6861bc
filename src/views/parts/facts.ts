/**
 * The facts of an article that its head tells, shortest form first: how long it takes, who wrote it, where and when.
 */
import { day, languageName, minutes } from '../../adapters/i18n/sentences.ts';
import type { Article } from '../../core/article/article.ts';
import { shortHost } from '../../core/library/address/host.ts';
import { minutesOf } from '../../core/digest/reading-time.ts';

/** What stands before a name in a line that tells the author. */
const BEFORE_NAME = new RegExp(
  String.raw`^\s*(?:by|von|par|por|di|door|av|af|от|автор|текст|written by|words by|作者|文|撰文|記者|记者|글|بقلم` +
    String.raw`|מאת)(?:\s*[:：/／]\s*|\s+)`,
  'iu',
);
/** What parts a site's name from its motto. */
const MOTTO = /\s+[|–—·•-]\s+|\s*[|｜]\s*|:\s+/u;
/** A name that is longer is a sentence: the host says it shorter (characters). */
const LONGEST_SITE = 32;

/** The author's name alone: "By Ada Moor" is "Ada Moor". */
export function authorName(byline: string): string {
  return byline.replace(BEFORE_NAME, '').trim() || byline.trim();
}

/** The short name of a site: without its motto; its host where that is still long or missing. */
export function shortSite(siteName: string | undefined, url: string): string {
  const name = siteName?.split(MOTTO)[0]?.trim() ?? '';
  if (name !== '' && name.length <= LONGEST_SITE) return name;
  return shortHost(url);
}

type Told = Pick<Article, 'url' | 'text'> & Partial<Pick<Article, 'byline' | 'siteName' | 'publishedTime' | 'lang'>>;

/** The facts that are known, in their order; missing ones leave no hole. Cheap: told before the digest is there. */
export function factsOf(article: Told): string[] {
  const { text, lang, byline, siteName, url, publishedTime } = article;
  return [
    minutes(minutesOf(text, lang)),
    byline ? authorName(byline) : '',
    shortSite(siteName, url),
    publishedTime ? day(publishedTime) : '',
    (lang && languageName(lang)) || '',
  ].filter(Boolean);
}
