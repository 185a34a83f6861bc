/** Reads the highlights file of Obsidian's Web Clipper: `[{url, title?, highlights: [{text, timestamp?, notes?, color?}]}]`, `text` in HTML. */
import { type Result, ok } from '../../result.ts';
import { type Foreign, dateOf, recordsOf } from './foreign.ts';
import { textOfHtml } from './html-text.ts';
import { refuse } from './problem.ts';
import { bareQuote } from './quote.ts';
import { lineOf } from './json-lines.ts';
import { isWebAddress } from '../parse-tree.ts';
import { isRecord } from '../plain.ts';
import { COLOURS, type Records } from '../records.ts';

/** The records of the file. */
export function readClipper(text: string, pages: unknown[], nowMs: number): Result<Records> {
  const items: Foreign[] = [];
  for (const [index, page] of pages.entries()) {
    if (!isRecord(page) || !isWebAddress(page.url)) return refuse(lineOf(text, [index]), 'no-address', 'url');
    if (!Array.isArray(page.highlights)) return refuse(lineOf(text, [index]), 'bad-field', 'highlights');
    for (const [order, highlight] of page.highlights.entries()) {
      const line = () => lineOf(text, [index, 'highlights', order]);
      if (!isRecord(highlight)) return refuse(line(), 'bad-field', 'highlights');
      const words = highlight.text ?? highlight.content;
      const quote = typeof words === 'string' ? bareQuote(textOfHtml(words)) : null;
      if (!quote) return refuse(line(), 'no-quote', 'text');
      const createdAt = dateOf(highlight.timestamp, nowMs);
      const colour = COLOURS.find((one) => one === (highlight.color === 'purple' ? 'violet' : highlight.color));
      const notes = Array.isArray(highlight.notes) ? highlight.notes : [highlight.note];
      items.push({
        url: page.url,
        ...(typeof page.title === 'string' && page.title ? { title: page.title } : {}),
        quote,
        text: notes.filter((note) => typeof note === 'string' && note !== '').join('\n\n'),
        tags: [],
        ...(colour ? { colour } : {}),
        ...(createdAt === undefined ? {} : { createdAt }),
      });
    }
  }
  return ok(recordsOf(items, nowMs));
}
