/**
 * Writes notes, and the articles where they are given, as one self-contained page that runs nothing and loads nothing.
 */
import type { Block } from '../../article/article.ts';
import type { Shelf } from '../shelf.ts';
import type { Colour, KeptArticle, Note } from '../records.ts';
import { linkTo } from '../text-fragment.ts';
import type { ReadArticles } from './export.ts';
import { piecesOfList } from './pieces.ts';

/** What a mark looks like: the colours of highlights on paper. */
const PAPER: Record<Colour, string> = {
  yellow: '#fff1a8',
  green: '#cdeec2',
  blue: '#cfe3fb',
  pink: '#fbd3e2',
  violet: '#e3d6fa',
};
const STYLE = `:root{color-scheme:light dark}
body{font:1.05rem/1.6 Georgia,serif;max-width:42rem;margin:2rem auto;padding:0 1rem}
h1{line-height:1.25}mark{color:#111}
blockquote{margin:1.5rem 0 .5rem;padding-inline-start:1rem;border-inline-start:.3rem solid}
.source,.tags{font:.85rem/1.5 sans-serif;opacity:.8}
.note,.quote,pre{white-space:pre-wrap}article+article{margin-top:4rem}
${Object.entries(PAPER)
  .map(([name, paper]) => `.${name}{border-color:${paper}}mark.${name}{background:${paper}}`)
  .join('')}`;
/** Nothing may run or be fetched, whatever got into the file. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'";

/**
 * The page in parts, articles read `batch` entries at a time. Every word of a page or a person passes `escapeHtml`;
 * addresses are http(s) by their shape.
 */
export async function* htmlParts(
  shelves: readonly Shelf[],
  readArticles: ReadArticles,
  batch: number,
): AsyncGenerator<string> {
  const title = shelves.length === 1 ? (shelves[0]?.entry.title ?? 'Lede') : 'Lede';
  yield [
    '<!doctype html>',
    '<html><head><meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`,
    '<meta name="viewport" content="width=device-width"><meta name="referrer" content="no-referrer">',
    `<title>${escapeHtml(title)}</title><style>${STYLE}</style></head><body>\n`,
  ].join('\n');
  for (const some of piecesOfList(shelves, batch)) {
    const articles = await readArticles(some.map(({ entry }) => entry.id));
    const kept = new Map(articles.map((article) => [article.entryId, article]));
    yield some.map(({ entry, notes }) => `${shelfHtml({ entry, notes }, kept.get(entry.id))}\n`).join('');
  }
  yield '</body></html>\n';
}

/** Text as HTML, safe between tags and inside quoted attributes. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

function shelfHtml({ entry, notes }: Shelf, article: KeptArticle | undefined): string {
  const lang = entry.lang ? ` lang="${escapeHtml(entry.lang)}"` : '';
  const facts = [entry.byline, entry.siteName, entry.publishedTime]
    .filter((fact) => fact !== undefined)
    .map(escapeHtml);
  const source = `<a href="${escapeHtml(entry.url)}">${escapeHtml(entry.url)}</a>`;
  return [
    `<article${lang} dir="auto"><h1>${escapeHtml(entry.title)}</h1>`,
    `<p class="source">${[...facts, source].join(' · ')}</p>`,
    tagsHtml(entry.tags),
    ...notes.map(noteHtml),
    article ? articleHtml(article, notes) : '',
    '</article>',
  ]
    .filter(Boolean)
    .join('\n');
}

function noteHtml({ url, quote, colour, text, alts, tags }: Note): string {
  const link = `<a href="${escapeHtml(linkTo(url, quote.exact))}">↗</a>`;
  const words = [text, ...Object.values(alts)]
    .filter(Boolean)
    .map((one) => `<p class="note" dir="auto">${escapeHtml(one)}</p>`);
  return [
    `<blockquote class="${colour}" dir="auto">`,
    `<span class="quote">${escapeHtml(quote.exact)}</span> ${link}</blockquote>`,
    ...words,
    tagsHtml(tags),
  ].join('\n');
}

function tagsHtml(tags: readonly string[]): string {
  return tags.length ? `<p class="tags">${tags.map((tag) => `#${escapeHtml(tag)}`).join(' ')}</p>` : '';
}

const ELEMENTS: Partial<Record<Block['kind'], string>> = { code: 'pre', table: 'pre', quote: 'blockquote', item: 'p' };

/** The article's blocks, with the passages marked that occur in them word for word. */
function articleHtml({ article }: KeptArticle, notes: readonly Note[]): string {
  const marks = notes.flatMap(({ quote, colour }) => {
    const near = article.text.indexOf(quote.exact, Math.max(0, quote.start - quote.exact.length));
    const start = near === -1 ? article.text.indexOf(quote.exact) : near;
    return start === -1 ? [] : [{ start, end: start + quote.exact.length, colour }];
  });
  const blocks = article.blocks.map(({ kind, level, start, end }) => {
    const element = kind === 'heading' ? `h${Math.min(6, Math.max(2, level ?? 2))}` : (ELEMENTS[kind] ?? 'p');
    const bullet = kind === 'item' ? '• ' : '';
    return `<${element} dir="auto">${bullet}${markedHtml(article.text, start, end, marks)}</${element}>`;
  });
  return `<hr>\n${blocks.join('\n')}`;
}

/** One block with its marks; where two overlap the later begins where the earlier ends. */
function markedHtml(
  text: string,
  from: number,
  to: number,
  marks: readonly { start: number; end: number; colour: Colour }[],
): string {
  let html = '';
  let at = from;
  for (const { start, end, colour } of marks.toSorted((a, b) => a.start - b.start)) {
    const [left, right] = [Math.max(start, at), Math.min(end, to)];
    if (left >= right) continue;
    html += `${escapeHtml(text.slice(at, left))}<mark class="${colour}">${escapeHtml(text.slice(left, right))}</mark>`;
    at = right;
  }
  return html + escapeHtml(text.slice(at, to));
}
