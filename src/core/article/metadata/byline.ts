/** Reads names out of the lines in which pages say who wrote, with or without "By" in front, in any language. */

import { alternatives } from '../alternatives.ts';
import { dateIn } from './date.ts';
import { monthOf } from './months.ts';

/** Longest byline, in code units; longer is a biography. */
const LONGEST = 120;
/** Words that stand before a name. Where a colon follows, any one short word does: this list is for lines without. */
const WORDS = alternatives(
  String.raw`(?:(?:written|posted|published|submitted|reviewed|words|story|recipe|photos|report(?:ed)?|article)\s+)?by`,
  String.raw`(?:created|started|edited|authored)\s+by via author writer words`,
  String.raw`von par por door af av autor(?:ka|e|a|es)? auteur autore autrice écrit\spar publié\spar escrito\spor`,
  String.raw`publicado\spor geschrieben\svon scritto\sda a\scura\sdi di geschreven\sdoor skrevet\saf`,
  'tekst texto text texte',
  String.raw`автор(?:ы)? текст текст\sподготовил[аи]? συντάκτης του της από yazan yazar penulis oleh tác\sgiả theo`,
  'بقلم كتب(?:ت)? الكاتب نویسنده מאת द्वारा लेखक โดย 著者 文 記者 作者 撰文 记者',
);
const BEFORE = new RegExp(String.raw`^${WORDS}(?=[\s:：/／|｜@-])\s*[:：/／|｜-]?\s*`, 'iu');
/** The same with a colon, after something else in the line. */
const INSIDE = new RegExp(String.raw`(?<=[\s|｜•·])${WORDS}\s*[:：]`, 'iu');
const ALONE = new RegExp(String.raw`^${WORDS}\s*[:：]?$`, 'iu');
/** The same between a date and a name ("3 May 2024 by Jane Doe"). */
const DATED = new RegExp(String.raw`\s${WORDS}\s+(?=\p{Lu}|\p{Lo})`, 'u');
/** A name that is a label, and a name that is a day: a word and a number. */
const LABEL_ALONE = /^(?:the\s+)?authors?$/i;
const DAY = /^(\p{L}{3,10})\.? \d{1,2}$/u;
/** A month's name and a day behind a name, "Nolan Dec 12"; "Nolan 22" is a name. */
const MONTH_BEHIND = /\s(\p{L}{3,10})\.? \d{1,2}\b.*$/u;
const withoutMonth = (all: string, word: string): string => (monthOf(word, undefined, false) === undefined ? all : '');
/** What forms and cards say where a name would stand. */
const CONTROL = new RegExp(
  `^${alternatives(
    String.raw`name e-?mail view\s(?:profile|bio|more.*|all.*|posts.*) (?:see|read|show)\s(?:more|all).*`,
    String.raw`more\s(?:posts|from|by|stories).* profile follow(?:ing)? posts? share subscribe`,
    String.raw`log\s?in sign\s(?:in|up)`,
    String.raw`about\sthe\sauthor all\sposts contact website guest anonymous unknown admin(?:istrator)?`,
  )}$`,
  'i',
);
/** An ordinal day, "Dec 1st", and the handle or section behind a name. */
const ORDINAL = /\b\d{1,2}(?:st|nd|rd|th)\b/;
const HANDLE = /(?<=\p{L})\s+(?:\(?@[\w.]+\)?.*|in\s+\p{Lu}.*)$/u;
/** A label of one or two short words and a colon. */
const LABEL = /^[\p{L}\p{M}]{1,14}(?: [\p{L}\p{M}]{1,14})?\s*[:：]\s*/u;
/** Korean and Japanese put the word behind: "홍길동 기자", "山田太郎記者". */
const BEHIND = /\s*(?:기자|특파원|記者|記)\s*(?:=.*)?$/u;
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
    String.raw`\bPublished\b \bUpdated\b \bPosted\b \d{1,2}[./-]\d \b\d{4}\b`,
  )}.*$`,
  'u',
);

/**
 * A person's or a desk's name out of what a page gives, or undefined if it gives something else (an address, a number).
 */
export function cleanName(text: string): string | undefined {
  let name = text.replace(/\s+/g, ' ').trim();
  if (!name || /^(?:https?:)?\/\/|^www\.|^[\w.+-]+@[\w-]+\.[\w.]+$/i.test(name)) return undefined;
  if (/^[a-z\d]+(?:[._][a-z\d]+){2,}$/.test(name)) return undefined; // a template's key that nobody filled
  const without = name.replace(BEFORE, '');
  if (without) name = without;
  name = name
    .replace(/^[《【〔「『](.*)[》】〕」』]$/u, '$1')
    .replace(/^by\s+/i, '')
    .replace(BEHIND, '')
    .replace(/[\s,;:|–—-]+$/u, '')
    .trim();
  name = name.replace(HANDLE, '');
  if (CONTROL.test(name) || ORDINAL.test(name)) return undefined;
  if (LABEL_ALONE.test(name) || name.length > LONGEST || !/\p{L}/u.test(name) || /^[{[<]|[>}\]]$/.test(name))
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

/** Whether a line is a label alone ("by", "Author:", "作者"), so that the next says the name. */
export function isLabel(line: string): boolean {
  return line.length <= 24 && ALONE.test(line.trim());
}

/** Most words of a name in a visible line; "Maria de la Cruz Garcia". Scripts without spaces: most letters. */
const MOST_WORDS = 6;
const MOST_LETTERS = 24;

/**
 * The name in a line that says who wrote ("By Jane Doe | 5 May 2024", "作者：王小明"), or undefined for any other line.
 *
 * @param line as shown; lines over 200 code units are none
 * @param sure the line stands in an element that is named for it (class, rel, itemprop): a bare name is then enough
 */
export function bylineIn(line: string, sure = false): string | undefined {
  let text = line.replace(/\s+/g, ' ').trim();
  if (!text || text.length > 200) return undefined;
  const inside = BEFORE.test(text) ? null : INSIDE.exec(text);
  if (inside) text = text.slice(inside.index);
  const dated = inside || BEFORE.test(text) ? null : DATED.exec(text);
  if (dated && dateIn(text.slice(0, dated.index))) text = text.slice(dated.index).trim();
  const dayAfter = inside || dated || sure ? null : NAME_ON_DAY.exec(text);
  if (dayAfter?.[1] && dayAfter[2] && dateIn(dayAfter[2]) && !CONTROL.test(dayAfter[1])) return cleanName(dayAfter[1]);
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
  const words = name.split(' ').length;
  // "words of wisdom" is a sentence
  if (/^\p{Ll}/u.test(name) && (!sure || (words > 1 && !/\p{Lu}/u.test(name)))) return undefined;
  return words > MOST_WORDS * (/[,、，]/u.test(name) ? 3 : 1) || (words === 1 && [...name].length > MOST_LETTERS)
    ? undefined
    : name;
}
