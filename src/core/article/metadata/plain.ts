/** Reads the first lines of a plain text: a title, then lines that say when and by whom, then the body. */
import { bylineIn } from './byline.ts';
import { dateLine } from './date.ts';

/** Longest line that is a title, in code units: headlines of news sites stay below (wcxb-dev: 99 % below 140). */
const LONGEST_TITLE = 200;
/** Lines after the title that may say when and by whom. */
const MOST_LINES = 4;
/** Maximum length of a line with only a date or an author, in code units. */
const LONGEST_LABEL = 120;
/** Code units read; a head is never longer. */
const MOST_READ = 4000;

/** The head of a plain text. */
export interface PlainHead {
  title?: string;
  publishedTime?: string;
  byline?: string;
  /** Where the body starts in the text given: after the lines named here and the blank ones that follow them. */
  bodyStart: number;
}

/**
 * Reads the first lines of a plain text. A first line is the title where it stands alone (a blank line or a date's
 * line follows) and does not end as a sentence does; a text that starts with its body gives `bodyStart: 0`.
 *
 * @param lang BCP 47 if known, for dates
 */
export function plainHead(text: string, lang?: string): PlainHead {
  const lines: { text: string; start: number; end: number }[] = [];
  let start = 0;
  for (const line of text.slice(0, MOST_READ).split('\n')) {
    lines.push({ text: line.replace(/\s+/g, ' ').trim(), start, end: Math.min(text.length, start + line.length + 1) });
    start += line.length + 1;
  }
  const head: PlainHead = { bodyStart: 0 };
  const filled = lines.map((line, index) => ({ ...line, index })).filter((line) => line.text !== '');
  const [first, second] = filled;
  if (!first || !second) return head;
  const alone = second.index > first.index + 1 || dateLine(second.text, lang) !== undefined;
  if (
    !alone ||
    first.text.length > LONGEST_TITLE ||
    /[.。！!؟।…:：;,，]$/u.test(first.text.replace(/\b\p{Lu}\.$/u, ''))
  )
    return head;
  head.title = first.text;
  let last = first;
  for (const line of filled.slice(1, 1 + MOST_LINES)) {
    if (line.text.length > LONGEST_LABEL) break;
    const date = head.publishedTime ? undefined : dateLine(line.text, lang);
    const name = head.byline ? undefined : bylineIn(line.text);
    if (!date && !name) break;
    if (date) head.publishedTime = date;
    if (name) head.byline = name;
    last = line;
  }
  const next = filled.find((line) => line.index > last.index);
  head.bodyStart = next ? next.start : last.end;
  return head;
}
