/** The line of metadata under an article's title: reading time, author, site and date. */
import { day, language, languageName, minutes } from '../../adapters/i18n/sentences.ts';
import type { Article } from '../../core/article/article.ts';
import { shortHost } from '../../core/library/address/host.ts';
import { minutesOf } from '../../core/digest/reading-time.ts';

/** The words before a name in a byline. */
const BEFORE_NAME = new RegExp(
  String.raw`^\s*(?:by|von|par|por|di|door|av|af|от|автор|текст|written by|words by|作者|文|撰文|記者|记者|글|بقلم` +
    String.raw`|מאת)(?:\s*[:：/／]\s*|\s+)`,
  'iu',
);
/** What separates a site's name from its motto. */
const MOTTO = /\s+[|–—·•-]\s+|\s*[|｜]\s*|:\s+/u;
/** A name that is longer is a sentence: the host says it shorter (characters). */
const LONGEST_SITE = 32;
/** An author's name that is longer and has a motto goes without it (characters). */
const LONGEST_AUTHOR = 40;

/** The author's name alone: "By Ada Moor" is "Ada Moor", "herald.example — The Herald Company of …" is its name. */
export function authorName(byline: string): string {
  const name = byline.replace(BEFORE_NAME, '').trim() || byline.trim();
  return name.length > LONGEST_AUTHOR ? (name.split(MOTTO)[0]?.trim() ?? name) : name;
}

/** The short name of a site: without its motto; its host where that is still long or missing. */
export function shortSite(siteName: string | undefined, url: string): string {
  const name = siteName?.split(MOTTO)[0]?.trim() ?? '';
  if (name !== '' && name.length <= LONGEST_SITE) return name;
  return shortHost(url);
}

type Told = Pick<Article, 'url' | 'text'> & Partial<Pick<Article, 'byline' | 'siteName' | 'publishedTime' | 'lang'>>;

/**
 * The known facts, in order; missing ones are left out, and so are an author who is the site itself and the language
 * that the interface speaks. Cheap, and available before the digest.
 */
export function factsOf(article: Told): string[] {
  const { text, lang, byline, siteName, url, publishedTime } = article;
  const site = shortSite(siteName, url);
  const author = byline ? authorName(byline) : '';
  const isSite = [site, shortHost(url)].some((name) => name.toLowerCase() === author.toLowerCase());
  const tongue = lang ? languageName(lang) : null;
  return [
    minutes(minutesOf(text, lang)),
    isSite ? '' : author,
    site,
    publishedTime ? day(publishedTime) : '',
    tongue === languageName(language()) ? '' : (tongue ?? ''),
  ].filter(Boolean);
}
