/**
 * Writes notes as a text file that Anki imports: the quote on the front, what the person wrote and the source on the
 * back.
 */
import type { Shelf } from '../shelf.ts';
import { escapeHtml } from './html.ts';
import { obsidianTag } from './markdown.ts';
import { linkTo } from '../text-fragment.ts';

/**
 * Anki's file headers (https://docs.ankiweb.net/importing/text-files.html): the first column names the card, so that
 * importing again changes it instead of doubling it.
 */
const HEAD = ['#separator:tab', '#html:true', '#guid column:1', '#tags column:4'];

/** All notes as tab-separated lines, one card each. */
export function ankiOf(shelves: readonly Shelf[]): string {
  const rows = shelves.flatMap(({ entry, notes }) =>
    notes.map((note) => {
      const link = `<a href="${escapeHtml(linkTo(note.url, note.quote.exact))}">${ankiField(entry.title)}</a>`;
      const words = [note.text, ...Object.values(note.alts)].filter(Boolean).map(ankiField);
      const tags = [...new Set([...entry.tags, ...note.tags])].map((tag) => obsidianTag(tag).replaceAll('/', '::'));
      return [
        note.id,
        ankiField(note.quote.exact),
        [...words, link].join('<br><br>').replace(/\s+/g, ' '),
        tags.join(' '),
      ].join('\t');
    }),
  );
  return `${[...HEAD, ...rows].join('\n')}\n`;
}

/**
 * HTML on one line without tabs; a quotation mark at the start would open a quoted field. Brackets and braces are
 * written out, so that words such as `[sound:…]`, `[latex]` or `{{c1::…}}` are words to Anki too, and nothing that it
 * plays, runs or hides.
 */
function ankiField(text: string): string {
  return escapeHtml(text)
    .replaceAll('[', '&#91;')
    .replaceAll('{', '&#123;')
    .replace(/\r\n|[\r\n]/g, '<br>')
    .replace(/\t/g, ' ');
}
