/** Extracts names from bylines, with or without "By", in any language. */

import { alternatives } from '../alternatives.ts';
import { dateIn } from './date.ts';
import { monthOf } from './months.ts';
import { isControl, isPictureLabel } from './no-name.ts';

/** Longest byline, in code units; longer is a biography. */
const LONGEST = 120;
/** Words before a name. This list is for lines without a colon; with a colon, any single short word counts. */
const WORDS = alternatives(
  String.raw`(?:(?:article\s)?(?:written|posted|published|submitted|reviewed|words|story|recipe|photos)\s+)?by`,
  String.raw`(?:report(?:ed)?|article)\s+by`,
  String.raw`(?:created|started|edited|authored)\s+by via author writer words`,
  String.raw`von par por door af av autor(?:ka|e|a|es)? auteur autore autrice écrit\spar publié\spar escrito\spor`,
  String.raw`publicado\spor geschrieben\svon scritto\sda a\scura\sdi di geschreven\sdoor skrevet\saf`,
  String.raw`(?:tekst|texto|texte?|текст)(?=\s*[:：/／|｜])`,
  String.raw`автор(?:ы)? текст\sподготовил[аи]? συντάκτης του της από yazan yazar penulis oleh tác\sgiả theo`,
  'بقلم كتب(?:ت)? الكاتب نویسنده מאת द्वारा लेखक โดย 著者 文 記者 作者 撰文 记者',
);
const BEFORE = new RegExp(String.raw`^${WORDS}(?=[\s:：/／|｜@-])\s*[:：/／|｜-]?\s*`, 'iu');
/** The same with a colon, after something else in the line. */
const INSIDE = new RegExp(String.raw`(?<=[\s|｜•·])${WORDS}\s*[:：]`, 'iu');
const ALONE = new RegExp(String.raw`^${WORDS}\s*[:：]?$`, 'iu');
/** The same between a date and a name ("3 May 2024 by Jane Doe"). */
const DATED = new RegExp(String.raw`\s${WORDS}\s+(?=\p{Lu}|\p{Lo})`, 'u');
/** Labels that are given names as well, alone or with one more: "Theo", "Oleh Petrenko", "Di Wang". */
const GIVEN_NAME = /^(?:Theo|Oleh|Di)(?: \p{Lu}\p{L}+)?$/u;
/** A name that is a label, and a name that is a day: a word and a number. */
const LABEL_ALONE = /^(?:the\s+)?authors?$/i;
const DAY = /^(\p{L}{3,10})\.? \d{1,2}$/u;
/** A month's name and a day behind a name, "Nolan Dec 12"; "Nolan 22" is a name. */
const MONTH_BEHIND = /\s(\p{L}{3,10})\.? \d{1,2}\b.*$/u;
const withoutMonth = (all: string, word: string): string => (monthOf(word, undefined, false) === undefined ? all : '');
/** An ordinal day, "Dec 1st", and the handle or section behind a name. */
const ORDINAL = /\b\d{1,2}(?:st|nd|rd|th)\b/;
const HANDLE = /(?<=\p{L})\s+(?:\(?@[\w.]+\)?.*|in\s+\p{Lu}.*)$/u;
/** A label of one or two short words and a colon. */
const LABEL = /^[\p{L}\p{M}]{1,14}(?: [\p{L}\p{M}]{1,14})?\s*[:：]\s*/u;
/** Korean and Japanese put the word after the name: "홍길동 기자", "山田太郎記者". */
const BEHIND = /\s*(?:기자|특파원|記者|記)\s*(?:=.*)?$/u;
/** A day of the week behind a name: "Jane Doe on Thu", "Jane Doe Monday". */
const WEEKDAY = /\s(?:on\s(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\p{L}*|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)$/u;
/** The editor or the source of a text, after the name of its author: "王小明 责任编辑：李四". */
const EDITOR = /[\s（(【[]*[^\s（(【[]{0,4}(?:编辑|編輯|责编|責編|出处|出處|来源|來源|文字大小|字号|字號)\s*[:：].*$/u;
/** An address behind a name, and what Han pages set in brackets there. */
const ADDRESS = /[,;\s]+(?:[\w.+-]+@[\w-]+\.[\w.]+|https?:\/\/\S+).*$/u;
const BRACKETS = /\s*(?:（|[(【](?=[^)】]*\p{Script=Han})).*$/u;
/** A name, "on" and a day: "Jane Doe on 5 May 2024". A single word may say what was done then. */
const NAME_ON_DAY = /^(\p{Lu}[\p{L}\p{M}.'’-]+(?: \p{Lu}[\p{L}\p{M}.'’-]+){1,3}) on (\p{Lu}?.{5,30})$/u;
/** Signs between a section and the names in an author's element: "Politics · Jane Doe, John Roe". */
const PARTS = /\s+[·•|｜]\s+/u;

/** The part of an author's line that holds names of two words and more, where the first is a single word. */
function ofParts(text: string): string {
  const [first = '', second = ''] = text.split(PARTS);
  return /^\p{L}+$/u.test(first) && /^\p{Lu}\p{Ll}+ \p{Lu}/u.test(second) && !dateIn(second) ? second : text;
}

/** What follows a name in the same line: a date, a count, a separator, a role of the site. */
const AFTER = new RegExp(
  String.raw`\s*${alternatives(
    String.raw`[|｜•·⋅∙] \s[-–—]\s \.\s(?=\p{Lu}\p{Ll}+ed\sby\b) \s\d+\s \s\/\s \bon\s+(?=\p{Lu}\p{L}+(?:day\b|\s+\d))`,
    String.raw`\bPublished\b \bUpdated\b \bPosted\b \bData\spublikacji\b \d{1,2}[./-]\d \b\d{4}\b`,
  )}.*$`,
  'u',
);

/**
 * The name of a person or an editorial desk from a page's value; undefined if it is something else (an address, a
 * number).
 */
export function cleanName(text: string): string | undefined {
  let name = text.replace(/\s+/g, ' ').trim();
  name = name.replace(EDITOR, '').replace(/^[【〔[(（](?=[^】〕\])）]*$)/u, '');
  if (!name || /^(?:https?:)?\/\/|^www\.|^[\w.+-]+@[\w-]+\.[\w.]+$/i.test(name)) return undefined;
  if (/^[a-z\d]+(?:[._][a-z\d]+){2,}$/.test(name)) return undefined; // a template's key that nobody filled
  const isGiven = GIVEN_NAME.test(name);
  if (!isGiven) name = name.replace(BEFORE, '') || name;
  name = name
    .replace(/^[《【〔「『](.*)[》】〕」』]$/u, '$1')
    .replace(/^by\s+/i, '')
    .replace(BEHIND, '')
    .replace(ADDRESS, '')
    .replace(/[\s,;:：|–—-]+$/u, '')
    .trim();
  name = name.replace(HANDLE, '').replace(WEEKDAY, '');
  name = name.replace(BRACKETS, '') || name;
  name = name.replace(/(?<=\p{Ll}{3})\.$/u, '');
  if (isControl(name) || ORDINAL.test(name)) return undefined;
  if (
    LABEL_ALONE.test(name) ||
    (isLabel(name) && !isGiven) ||
    name.length > LONGEST ||
    !/\p{L}/u.test(name) ||
    /^[{[<]|[>}\]]$/.test(name)
  )
    return undefined;
  return name;
}

/** Several names as one line, each once; "A, B". Undefined for none. */
export function joinNames(names: readonly string[]): string | undefined {
  const seen = new Map<string, string>();
  for (const each of names) {
    const name = cleanName(each);
    if (name && !seen.has(name.toLowerCase())) seen.set(name.toLowerCase(), name);
  }
  const line = [...seen.values()].join(', ');
  return line && line.length <= LONGEST * 2 ? line : undefined;
}

/** Whether a line is only a label ("by", "Author:", "作者"), so that the next line has the name. */
export function isLabel(line: string): boolean {
  return line.length <= 24 && ALONE.test(line.trim());
}

/** Labels that are also common words, and a word of a sentence behind one: "Von oben", "της Θεσσαλονίκης και …". */
const SMALL_WORD = /^(?:του|της|από|di|da|de|von|par|por|door|av|af|via|oleh|theo)\s/iu;
const LOWER_WORD = new RegExp(
  String.raw`\s(?!${alternatives(
    'd[aeiou] d[ao]s de[rnls] dei degli dell[ae] l[ae] l[ao]s v[ao]n zu te[nr] bin ibn ben und y e et och og και',
  )}\s)\p{Ll}+`,
  'u',
);
/** Most words of a name in a visible line; "Maria de la Cruz Garcia". Scripts without spaces: most letters. */
const MOST_WORDS = 6;
const MOST_LETTERS = 24;

/** Whether a name of one word is the month of the date in its line. */
function isMonth(line: string, name: string): boolean {
  if (!/^\p{L}+$/u.test(name) || !/\d/.test(line)) return false;
  return dateIn(line) !== undefined && dateIn(line.replace(name, '')) === undefined;
}

/**
 * The name in a line that says who wrote ("By Jane Doe | 5 May 2024", "作者：王小明"), or undefined for any other line.
 *
 * @param line as shown; lines over 200 code units are none
 * @param sure the line stands in an element that is named for it (class, rel, itemprop): a bare name is then enough
 */
export function bylineIn(line: string, sure = false): string | undefined {
  let text = line.replace(/\s+/g, ' ').trim();
  if (!text || text.length > 200 || isPictureLabel(text)) return undefined;
  const inside = BEFORE.test(text) ? null : INSIDE.exec(text);
  if (inside) text = text.slice(inside.index);
  text = text.replace(EDITOR, '').trim();
  const dated = inside || BEFORE.test(text) ? null : DATED.exec(text);
  if (dated && dateIn(text.slice(0, dated.index))) text = text.slice(dated.index).trim();
  const dayAfter = inside || dated || sure ? null : NAME_ON_DAY.exec(text);
  if (dayAfter?.[1] && dayAfter[2] && dateIn(dayAfter[2]) && !isControl(dayAfter[1])) return cleanName(dayAfter[1]);
  if (sure) text = ofParts(text);
  const marked = BEFORE.test(text) || BEHIND.test(text) || (sure && LABEL.test(text));
  if (!marked && !sure) return undefined;
  const name = cleanName(
    text
      .replace(BEFORE, '')
      .replace(sure ? LABEL : BEFORE, '')
      .replace(AFTER, '')
      .replace(MONTH_BEHIND, withoutMonth),
  );
  if (!name || /[.!?。！？]\s/u.test(name.replace(/\b\p{L}{1,3}\.\s/gu, ' ')) || /\d{3}/.test(name)) return undefined;
  if (monthOf(DAY.exec(name)?.[1] ?? '', undefined, false) !== undefined) return undefined; // a day
  if (isMonth(text, name)) return undefined;
  if (SMALL_WORD.test(text) && !sure && LOWER_WORD.test(name)) return undefined;
  const words = name.split(' ').length;
  // "words of wisdom" is a sentence
  const isHandle = words === 1 && /^by \S{3,}$/i.test(text);
  if (/^\p{Ll}/u.test(name) && !isHandle && (!sure || (words > 1 && !/\p{Lu}/u.test(name)))) return undefined;
  return words > MOST_WORDS * (/[,、，]/u.test(name) ? 3 : 1) || (words === 1 && [...name].length > MOST_LETTERS)
    ? undefined
    : name;
}
