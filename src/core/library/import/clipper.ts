/**
 * Reads the highlights file of Obsidian's Web Clipper: `[{url, title?, highlights: [{text, timestamp?, notes?,
 * color?}]}]`, `text` in HTML.
 */
import { NOTE_LIMIT } from '../bounds.ts';
import { isWebAddress } from '../parse-tree.ts';
import { isRecord } from '../plain.ts';
import { COLOURS } from '../records.ts';
import { type Foreign, dateOf, recordsOf } from './foreign.ts';
import { textOfHtml } from './html-text.ts';
import { type Placed, problemsIn } from './json-lines.ts';
import type { ParsedFile } from './problem.ts';
import { bareQuote } from './quote.ts';

/** The passages of the file; pictures and pages without an address are reported as problems. */
export function readClipper(text: string, pages: unknown[], nowMs: number): ParsedFile {
  const [items, problems]: [Foreign[], Placed[]] = [[], []];
  for (const [index, page] of pages.entries()) {
    if (!isRecord(page) || !isWebAddress(page.url)) {
      problems.push({ path: [index], reason: 'no-address', field: 'url' });
    } else if (!Array.isArray(page.highlights)) {
      problems.push({ path: [index], reason: 'bad-field', field: 'highlights' });
    } else {
      for (const [order, highlight] of page.highlights.entries()) {
        const read = itemOf(highlight, page.url, page.title, nowMs);
        if ('quote' in read) items.push(read);
        else problems.push({ path: [index, 'highlights', order], ...read });
      }
    }
  }
  return { records: recordsOf(items, nowMs), problems: problemsIn(text, problems) };
}

function itemOf(highlight: unknown, url: string, title: unknown, nowMs: number): Foreign | Omit<Placed, 'path'> {
  if (!isRecord(highlight)) return { reason: 'bad-field', field: 'highlights' };
  const words = highlight.text ?? highlight.content;
  const quote = typeof words === 'string' ? bareQuote(textOfHtml(words)) : null;
  if (!quote) return { reason: 'no-quote', field: 'text' };
  const notes = Array.isArray(highlight.notes) ? highlight.notes : [highlight.note];
  const text = notes.filter((note) => typeof note === 'string' && note !== '').join('\n\n');
  if (text.length > NOTE_LIMIT) return { reason: 'bad-field', field: 'notes' };
  const createdAt = dateOf(highlight.timestamp, nowMs);
  const colour = COLOURS.find((one) => one === (highlight.color === 'purple' ? 'violet' : highlight.color));
  return {
    url,
    quote,
    text,
    tags: [],
    ...(typeof title === 'string' && title ? { title } : {}),
    ...(colour ? { colour } : {}),
    ...(createdAt === undefined ? {} : { createdAt }),
  };
}
