/** Tells whether a sentence can be read alone, as a key point must. */
import { PHRASE_SPACED, WIDE } from '../../scripts.ts';
import { leansBack } from '../language/anaphora.ts';
import type { Candidate } from './candidates.ts';
import { leansOnNoun } from '../language/definite-nouns.ts';
import { pattern } from '../language/pattern.ts';

/** Why a sentence cannot be read alone. A feature uses this order, so new reasons go to the end. */
export const FAULTS = [
  'fragment',
  'short',
  'long',
  'question',
  'leans-back',
  'opens-list',
  'broken-quote',
  'boilerplate',
  'speech',
  'marks',
] as const;

export type Fault = (typeof FAULTS)[number];

/** Minimum and maximum length of a point, in units (words, or characters of Han, kana and Hangul). */
const WORDS = { least: 6, most: 48 };
const CHARACTERS = { least: 12, most: 110 };
/**
 * Minimum share of letters among characters other than white space; text with fewer is code, a table row or a score.
 */
const LETTERS_LEAST01 = 0.6;

const DENSE = new RegExp(`[${WIDE}${PHRASE_SPACED}]`, 'gu');
const QUOTES: readonly [string, string][] = [
  ['“', '”'],
  ['„', '“”'],
  ['«', '»'],
  ['「', '」'],
  ['『', '』'],
  ['‘', '’'],
  ['(', ')'],
  ['（', '）'],
  ['[', ']'],
  ['【', '】'],
];

/** What pages say about themselves rather than their topic, in the supported languages. */
const BOILERPLATE = pattern('iu')`
    \b(?:cookies?|newsletter|subscribe|sign up|all rights reserved|copyright|click (?:here|the|on)|read more
    |learn more|share this|follow us|contact us|privacy policy|terms of (?:use|service)|last updated|posted (?:on
    |by)|written by|photo(?:graph)? (?:by|courtesy)|image (?:by|credit|courtesy)|affiliate (?:links?|commission)
    |table of contents|in this (?:article|guide|post|tutorial|section|blog)|this (?:article|guide|post|page))\b|©
    |https?://|www\.|Newsletter|abonnieren|Alle Rechte|droits réservés|prawa zastrzeżone|prawem autorskim
    |alle rechten voorbehouden|tutti i diritti|todos os direitos|με επιφύλαξη|abonnez-vous|suscríbase|suscríbete
    |derechos reservados|подпис(?:ывайтесь|аться)|все права|дякуємо|版权|版權|转载|轉載|点击|點擊|关注我们|扫码|二维码|订阅|责任编辑|本文(?:作者
    |首发|转自)|作者(?:介绍|簡介|简介|[:：])|大家好|我叫|未经(?:许可|授权)|來源[:：]|来源[:：]|著作権|無断転載|購読|무단\s?전재|저작권|구독|기자\s*[=:(]|đăng ký
    |bản quyền|حقوق (?:النشر|محفوظة)|اشترك|כל הזכויות|सर्वाधिकार|δικαιώματα
  `;

/** True if a sentence speaks of its page ("Read more", "This article …") or names a source. O(length). */
export const saysBoilerplate = (text: string) => BOILERPLATE.test(text) || LABELLED.test(text);

/** Lines that name a source or a picture. */
const LABELLED = pattern('iu')`
    ^(?:sources?|photos?|images?|pictures?|figure|credits?|note|caption|quelle|foto|fuente|fonte|источник|фото
    |źródło|zdjęcie|πηγή|φωτο(?:γραφία)?|nguồn|ảnh|출처|사진|来源|來源|图片?|圖片?|出典|写真|المصدر|صورة|מקור|צילום|स्रोत|फोटो
    |ที่มา|ภาพ)\s*[\d.]*\s*[:：/]
  `;

/** Steps and counted items: "Step #7: …", "第一步：…", "3) …". */
const NUMBERED = pattern('iu')`
    ^(?:(?:step|tip|part|chapter|day|week|rule|schritt|tipp|teil|étape|paso|passo|шаг|krok|bước|βήμα|خطوة
    |चरण)\s*#?\d|第\s?[\d一二三四五六七八九十]+\s?[步章节條条点點]|(?:#|№)?\s?\d{1,2}[.):]\s)
  `;

/**
 * A sentence that begins with a quotation of somebody. Such a quotation ends with a punctuation mark inside the
 * quotation marks; a title in quotation marks does not.
 */
const SPEECH =
  /^(?:["“«][^"”»]*[,.?!…]["”»]|„[^“”]*[,.?!…]?[“”][,.]|[「『][^」』]*[。！？…，][」』]|“[^”]*[。！？…，]”)/u;

/**
 * Returns why a sentence cannot be read alone under its article's title, or null if it can. `language` as in
 * `languageOf`.
 */
export function faultOf(
  candidate: Pick<Candidate, 'text' | 'units' | 'ends'>,
  language: string,
  title = '',
): Fault | null {
  const { text } = candidate;
  const dense = (text.match(DENSE)?.length ?? 0) > text.length * 0.3;
  const bounds = dense ? CHARACTERS : WORDS;
  const amount = dense ? text.replace(/\s/g, '').length : candidate.units.length;
  if (/[?？؟][\s”"’')）」』»]*$/u.test(text) || (language === 'el' && text.endsWith(';'))) return 'question';
  if (/[:：][\s”"]*$/u.test(text)) return 'opens-list';
  if (!candidate.ends && !(language === 'th' || language === 'lo')) return 'fragment';
  if (amount < bounds.least) return 'short';
  if (/^["'“‘«„]*\p{Ll}/u.test(text) && !dense) return 'fragment';
  if (NUMBERED.test(text) || LABELLED.test(text)) return 'fragment';
  if (/^[(（[]/u.test(text) || /^[,;:，；：、)\]）」』”]/u.test(text)) return 'fragment';
  if (unbalanced(text)) return 'broken-quote';
  const solid = text.replace(/\s/g, '');
  const letters = solid.match(/[\p{L}\p{M}\p{N}]/gu)?.length ?? 0;
  if (letters < solid.length * LETTERS_LEAST01 || /[|{}<>=\\^~]{1}/.test(text)) return 'marks';
  if (leansBack(text, language) || leansOnNoun(text, language, title)) return 'leans-back';
  if (BOILERPLATE.test(text)) return 'boilerplate';
  // last, because sentences with nothing worse may be shown if there are too few others
  if (SPEECH.test(text)) return 'speech';
  return amount > bounds.most ? 'long' : null;
}

/** True if a quotation or a bracket opens or closes without its other half. */
function unbalanced(text: string): boolean {
  for (const [open, close] of QUOTES) {
    if (open === '‘') continue; // ’ is also an apostrophe
    const opens = text.split(open).length - 1;
    let closes = 0;
    for (const c of close) closes += text.split(c).length - 1;
    if (open === (text.includes('„') ? '“' : '„')) continue; // “ closes after „, opens elsewhere
    if (opens !== closes) return true;
  }
  return (text.split('"').length - 1) % 2 === 1;
}
