/** Reads stored pages into Articles with the built core, in one Chromium (DOMParser: no scripts, no requests). */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openChromium } from './chromium.mjs';

const CORE = join(import.meta.dirname, '..', '..', 'dist', 'core', 'lede-core.js');
/** Timeout for one page. */
const PAGE_TIMEOUT_MS = 20_000;

/** The site of an address: the last two labels of its host, as in `example.com`. Without an address, the page's id. */
export function siteOf(url, id) {
  try {
    return new URL(url).hostname.split('.').slice(-2).join('.');
  } catch {
    return id;
  }
}

/** A number from 0 up to 1 that depends on the text alone (FNV-1a), so that sites are split the same way every time. */
export function fraction(text) {
  let hash = 2166136261;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 16777619);
  return (hash >>> 0) / 2 ** 32;
}

/** Yields `{id, truth, article}` for each page that reads as an article. `pages` are functions as in corpora.mjs. */
export async function* readArticles(pages) {
  const browser = await openChromium();
  const core = `data:text/javascript;base64,${readFileSync(CORE).toString('base64')}`;
  const open = async () => {
    const page = await browser.newPage();
    await page.evaluate(async (address) => {
      const { read } = await import(address);
      globalThis.readPage = (html, url) => {
        const answer = read(new DOMParser().parseFromString(html, 'text/html'), { url });
        return answer.ok ? { ...answer.value, tree: { tag: 'div', children: [] } } : null;
      };
    }, core);
    return page;
  };
  let page = await open();
  try {
    for (const make of pages) {
      const { id, html, url, truth } = make();
      let timer;
      const late = new Promise((resolve) => (timer = setTimeout(() => resolve('late'), PAGE_TIMEOUT_MS)));
      const asked = page.evaluate(([h, u]) => globalThis.readPage(h, u), [html, url || `https://${id}.example/`]);
      const article = await Promise.race([asked.catch(() => null), late]);
      clearTimeout(timer);
      if (article === 'late') {
        page.close().catch(() => {});
        page = await open();
      } else if (article) yield { id, truth, article };
    }
  } finally {
    await browser.close();
  }
}

/**
 * Sites whose fraction is below this are never used for training, so a benchmark shows Lede's results on unseen pages.
 */
export const HELD_OUT = 0.25;

/** Whether a page belongs to a site that is never trained on. */
export const heldOut = (id, url) => fraction(siteOf(url, id)) < HELD_OUT;

/** The article as if its page had no headings: the same lines, as plain paragraphs. */
export const withoutTags = (article) => ({
  ...article,
  blocks: article.blocks.map(({ kind, level, start, end }) =>
    kind === 'heading'
      ? { kind: 'paragraph', start, end }
      : { kind, start, end, ...(level === undefined ? {} : { level }) },
  ),
});

/** The article without the lines in `starts`, and the positions in the new text where those lines were. */
export function withoutLines(article, starts) {
  const blocks = [];
  const places = [];
  let text = '';
  for (const block of article.blocks) {
    if (starts.has(block.start)) {
      places.push(text.length ? text.length + 1 : 0);
      continue;
    }
    if (text) text += '\n';
    const start = text.length;
    text += article.text.slice(block.start, block.end);
    const { kind, level } = block;
    blocks.push({ kind, start, end: text.length, ...(level === undefined ? {} : { level }) });
  }
  return {
    article: { ...article, text, blocks },
    places: [...new Set(places)].filter((at) => at > 0 && at < text.length),
  };
}
