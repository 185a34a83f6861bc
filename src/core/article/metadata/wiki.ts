/** Recognises wiki pages, and reads when one was last edited. */
import { CHANGED, dateIn } from './date.ts';
import { attribute, byTag, collapsed } from './dom.ts';

const ENGINES = /^(?:MediaWiki|DokuWiki|XWiki|MoinMoin|PmWiki|TiddlyWiki|Gollum)\b/i;
/** Longest line that tells the last edit, in code units. */
const LONGEST = 160;
/** Elements with the last edit: MediaWiki's skins, DokuWiki. */
const PLACES = '#footer-info-lastmod, #lastmod, .lastmod, .docInfo, footer li';
/** Most places looked at. */
const MOST = 20;

/** Whether a wiki's engine made the page, by its head or the classes that engines set on the body. */
function isWiki(document: Document, body: Element): boolean {
  const generator = byTag(document, 'meta').find((meta) => attribute(meta, 'name').toLowerCase() === 'generator');
  if (generator && ENGINES.test(attribute(generator, 'content'))) return true;
  if (/(?:^|\s)(?:mediawiki|dokuwiki)(?:\s|$)/.test(attribute(body, 'class'))) return true;
  return Element.prototype.querySelector.call(body, '#mw-content-text, .mw-parser-output') !== null;
}

/**
 * The last edit of a wiki's page: `edited` is ISO 8601 where the page tells it; undefined for pages of no wiki. A wiki
 * page has no single author, and the date of its first edit says nothing about the current text.
 */
export function wikiPage(document: Document, lang: string | undefined): { edited?: string } | undefined {
  const [body] = byTag(document, 'body', 1);
  if (!body || !isWiki(document, body)) return undefined;
  for (const place of [...Element.prototype.querySelectorAll.call(body, PLACES)].slice(0, MOST)) {
    const line = collapsed(place.textContent, LONGEST * 2);
    const edited = line.length <= LONGEST && CHANGED.test(line) ? dateIn(line, lang) : undefined;
    if (edited) return { edited };
  }
  return {};
}
