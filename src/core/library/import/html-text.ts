/**
 * The words of a piece of HTML where there is no document to parse it: for quotes in other programs' files, never for
 * showing.
 */
import { decodeHTML } from 'entities/decode';

/** Elements whose beginning (`br`, `hr`) or end is the end of a line. */
const VOID_LINES = new Set(['br', 'hr']);
const LINE_ENDS = new Set('p div li h1 h2 h3 h4 h5 h6 blockquote pre tr figure figcaption section article'.split(' '));
/** Elements whose content nobody reads. */
const UNSPOKEN = new Set(['script', 'style', 'template', 'svg']);
const TAG_NAME = /^<(\/?)([a-z][a-z0-9]*)/i;

/**
 * The text, one line a block, spaces folded. A text without tags stays as it is except for its entities. One walk: what
 * is never closed (a comment, a tag, a script) is looked for once.
 */
export function textOfHtml(html: string): string {
  const finder = createFinder(html);
  let [text, at] = ['', 0];
  while (at < html.length) {
    const open = finder('<', at);
    if (open === -1) return finish(text + html.slice(at));
    text += html.slice(at, open);
    const { spoken, end } = tagAt(html, open, finder);
    text += spoken;
    at = end;
  }
  return finish(text);
}

/** The meaning of the `<` at a position: its text, and where it ends. */
function tagAt(html: string, open: number, find: Finder): { spoken: string; end: number } {
  if (html.startsWith('<!--', open)) {
    const close = find('-->', open);
    return close === -1 ? { spoken: '<', end: open + 1 } : { spoken: '', end: close + 3 };
  }
  const [, slash, given = ''] = TAG_NAME.exec(html.slice(open, open + NAME_LENGTH)) ?? [];
  const close = given === '' ? -1 : find('>', open);
  if (close === -1) return { spoken: '<', end: open + 1 };
  const name = given.toLowerCase();
  if (!slash && UNSPOKEN.has(name)) {
    const ending = find(`</${name}`, close);
    const after = ending === -1 ? -1 : find('>', ending);
    return { spoken: '', end: after === -1 ? close + 1 : after + 1 };
  }
  const isLine = VOID_LINES.has(name) || (slash === '/' && LINE_ENDS.has(name));
  return { spoken: isLine ? '\n' : '', end: close + 1 };
}

/** Longer than any name that is looked at. */
const NAME_LENGTH = 16;

/**
 * Finds a mark at or after a position; -1 if there is none. Positions only increase, and a mark that was not found is
 * not searched for again.
 */
type Finder = (mark: string, from: number) => number;

function createFinder(html: string): Finder {
  const lowered = html.toLowerCase();
  const low = lowered.length === html.length ? lowered : html; // a few letters grow when they are lowered
  const known = new Map<string, number>();
  return (mark, from) => {
    const last = known.get(mark);
    if (last !== undefined && (last === -1 || last >= from)) return last;
    const found = low.indexOf(mark, from);
    known.set(mark, found);
    return found;
  };
}

function finish(text: string): string {
  return decodeHTML(text)
    .split('\n')
    .map((line) => line.replace(/[ \t\r\f]+/g, ' ').trim())
    .filter(Boolean)
    .join('\n');
}
