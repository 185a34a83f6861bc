/** Takes the slogan off a site's name: "Courier® | News of the harbour" is "Courier". */
import { alternatives } from '../alternatives.ts';

const PARTED = /\s+[|｜–—•·»:-]+\s+|\s*[|｜]\s*|:\s+/u;
/** Parts that name a kind of page, not a site. */
const KIND = new RegExp(
  String.raw`^(?:the )?${alternatives(
    String.raw`blog home(?:page)? news official\s(?:site|website|blog) welcome startseite accueil inicio`,
    'главная 首页 ホーム',
  )}$`,
  'i',
);
/** A template's key that nobody filled. */
const UNFILLED = /^(?:\{\{|\[\[|<%|\$\{|%%)|(?:\}\}|\]\]|%>)$/;

/** The name alone, without trademark symbols; undefined if it is the key of an unfilled template. */
export function bareSiteName(told: string | undefined): string | undefined {
  const name = told
    ?.replace(/[®™©℠]/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
  if (!name || UNFILLED.test(name)) return undefined;
  const parts = name
    .split(PARTED)
    .map((part) => part.trim())
    .filter((part) => /[\p{L}\p{N}]/u.test(part));
  const own = parts.filter((part) => !KIND.test(part));
  return own[0] ?? parts[0] ?? name;
}
