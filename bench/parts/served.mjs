/** Serves corpus pages and bundles to one Chromium page, for benches that need a document. */
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { openChromium } from './chromium.mjs';
import { build } from 'vite';

const root = join(import.meta.dirname, '..', '..');
const PEERS = {
  '/readability.js': '@mozilla/readability/Readability.js',
  '/readerable.js': '@mozilla/readability/Readability-readerable.js',
  '/defuddle.js': 'defuddle/dist/index.js',
};

/** Bundles a source file into one self-contained ES module, as text. */
export async function bundle(entry) {
  const built = await build({
    configFile: false,
    root,
    logLevel: 'error',
    build: {
      write: false,
      target: 'es2022',
      minify: false,
      lib: { entry: join(root, entry), formats: ['es'], fileName: 'entry' },
    },
  });
  return [built].flat()[0].output[0].code;
}

/** wcxb's truth: `{id, url, type, title, author, publish_date}`, sorted by id. */
export function readTruth(folder) {
  return readdirSync(join(folder, 'ground-truth'))
    .toSorted()
    .map((file) => {
      const told = JSON.parse(readFileSync(join(folder, 'ground-truth', file), 'utf8'));
      const { title, author, publish_date } = told.ground_truth;
      const named = told.url || told.ground_truth.url;
      const url = URL.canParse(named) ? named : `https://${file.slice(0, -5)}.example/`;
      return { id: file.slice(0, -5), url, type: told._internal.page_type.primary, title, author, publish_date };
    });
}

/** The site of a page and its half. A hash of the site's name decides the half, so no site is in both. */
export function hostOf({ url }) {
  const site = new URL(url).hostname.split('.').slice(-2).join('.');
  return { site, half: createHash('sha256').update(site).digest()[0] % 2 ? 'tune' : 'unseen' };
}

/**
 * Opens a blank page of a server whose `/html/ID` is a page of the corpus and whose `/entry.js` is the bundle. `html`
 * gives the path of a page's file, `text` the text of a page that has no file. With `peers`, Readability and Defuddle
 * are globals in the page.
 */
export async function openPages({ html, text, entry, peers }) {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://local').pathname;
    const kind = path.endsWith('.js') ? 'text/javascript' : 'text/html';
    response.setHeader('content-type', `${kind}; charset=utf-8`);
    try {
      if (path === '/') response.end('<!doctype html><title>bench</title>');
      else if (path === '/entry.js') response.end(entry);
      else if (PEERS[path]) response.end(readFileSync(join(root, 'node_modules', PEERS[path])));
      else if (text?.(decodeURIComponent(path.slice('/html/'.length))) !== undefined)
        response.end(text(decodeURIComponent(path.slice('/html/'.length))));
      else response.end(readFileSync(html(decodeURIComponent(path.slice('/html/'.length)))));
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const browser = await openChromium();
  const { port } = server.address();
  const open = async () => {
    const opened = await browser.newPage();
    await opened.goto(`http://127.0.0.1:${port}/`);
    if (peers) for (const path of Object.keys(PEERS)) await opened.addScriptTag({ url: path });
    return opened;
  };
  let page = await open();
  return {
    evaluate: (work, argument) => page.evaluate(work, argument),
    /** Frees the memory of earlier pages. A tab that has parsed hundreds of large pages crashes. */
    async renew() {
      await page.close().catch(() => undefined);
      page = await open();
    },
    async close() {
      await browser.close();
      server.close();
    },
  };
}
