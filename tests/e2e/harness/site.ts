/**
 * A small test web: serves the fixture articles under any `*.test` host, and records every request, including refused
 * ones.
 */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, relative } from 'node:path';
import { aggregatorPage, fixture, fixtureNames, seed } from '../../fixtures/aggregator.ts';

/** One request that a browser made. */
export interface Asked {
  method: string;
  /** Host and port as requested. */
  host: string;
  path: string;
  /** True if the host is not part of this web, so the request would have left the machine. */
  strayed: boolean;
  /** True for requests of the browser itself, with any extension. */
  own: boolean;
}

/** What is served at a path. */
export interface Served {
  type?: string;
  body: string | Buffer;
  status?: number;
  delayMs?: number;
  headers?: Record<string, string>;
}

/**
 * The hosts that a browser contacts for its own services, with any extension: settings, updates, autofill, safe
 * browsing. Lede's sources name none of them.
 */
const BROWSERS_OWN = [
  'firefox.settings.services.mozilla.com',
  'update.googleapis.com',
  'accounts.google.com',
  'redirector.gvt1.com',
  'edgedl.me.gvt1.com',
  'content-autofill.googleapis.com',
  'clients2.google.com',
  'clientservices.googleapis.com',
  'optimizationguide-pa.googleapis.com',
  'safebrowsing.googleapis.com',
  'safebrowsingohttpgateway.googleapis.com',
  'android.clients.google.com',
];

/** Content types by file extension. */
const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.htm': 'text/html',
  '.xhtml': 'application/xhtml+xml',
  '.txt': 'text/plain',
  '.md': 'text/plain',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
};

/** A running web. */
export class Site {
  readonly asked: Asked[] = [];
  private readonly pages = new Map<string, Served | (() => Served)>();
  private folder: string | null = null;
  private readonly server = createServer((request, response) => this.answer(request, response));

  /** `http://127.0.0.1:<port>`, also the proxy to give a browser. */
  get origin(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Starts listening on a free port of the loopback. */
  static async start(): Promise<Site> {
    const site = new Site();
    site.server.on('connect', (request: IncomingMessage, socket) => {
      site.note(request, request.url ?? '');
      socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
    });
    await new Promise<void>((resolve) => {
      site.server.listen(0, '127.0.0.1', resolve);
    });
    site.serveFixtures();
    return site;
  }

  /** Serves content at a path of every host from now on. */
  serve(path: string, served: Served | (() => Served)): void {
    this.pages.set(path, served);
  }

  /** Serves every file of a folder by its name from now on: a page and its resources (pictures, styles). */
  serveFolder(folder: string): void {
    this.folder = folder;
  }

  /** The address of a path under a host, which the browser reaches through the proxy; the plain origin without one. */
  url(path: string, host?: string): string {
    return host ? `http://${host}${path}` : `${this.origin}${path}`;
  }

  /** Requests to hosts outside this machine that are not the browser's own. */
  strayed(): Asked[] {
    return this.asked.filter((one) => one.strayed && !one.own);
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private serveFixtures(): void {
    for (const name of fixtureNames()) {
      const text = fixture(name);
      this.serve(`/articles/${name}.txt`, { type: 'text/plain', body: text });
      this.serve(`/articles/${name}`, { body: aggregatorPage(text, { lang: name.split('.').at(-1) ?? 'en' }) });
      this.serve(`/late/${name}`, { body: latePage(`/articles/${name}`) });
    }
    const text = seed();
    if (text !== null) {
      this.serve('/seed.txt', { type: 'text/plain', body: text });
      this.serve('/seed', { body: aggregatorPage(text, { lang: 'en' }) });
    }
    this.serve('/empty', { body: '<!doctype html><html lang="en"><title>Empty</title><body></body></html>' });
    this.serve('/front', { body: FRONT });
    this.serve('/no-article', { body: NO_ARTICLE });
    this.serve('/document.pdf', { type: 'application/pdf', body: PDF });
    this.serve('/spa', { body: SPA });
    this.serve('/favicon.ico', { type: 'image/svg+xml', body: '<svg xmlns="http://www.w3.org/2000/svg"/>' });
  }

  private fromFolder(path: string): Served | undefined {
    if (this.folder === null) return undefined;
    const file = join(this.folder, decodeURIComponent(path));
    // Nothing outside the folder, for any path.
    if (relative(this.folder, file).startsWith('..') || !existsSync(file) || !statSync(file).isFile()) return undefined;
    const type = TYPES[extname(file).toLowerCase()] ?? 'application/octet-stream';
    return { type, body: readFileSync(file) };
  }

  private note(request: IncomingMessage, url: string): URL {
    const absolute = url.includes('://')
      ? url
      : request.method === 'CONNECT'
        ? `https://${url}`
        : `http://${request.headers.host}${url}`;
    const address = new URL(absolute);
    const strayed = !address.hostname.endsWith('.test') && address.hostname !== '127.0.0.1';
    this.asked.push({
      method: request.method ?? '',
      host: address.host,
      path: address.pathname + address.search,
      strayed,
      own: strayed && BROWSERS_OWN.includes(address.hostname),
    });
    return address;
  }

  private answer(request: IncomingMessage, response: ServerResponse): void {
    const address = this.note(request, request.url ?? '/');
    if (this.asked.at(-1)?.strayed) {
      response.writeHead(502).end();
      return;
    }
    const found = this.pages.get(address.pathname);
    const served = typeof found === 'function' ? found() : (found ?? this.fromFolder(address.pathname));
    if (!served) {
      response.writeHead(404, { 'content-type': 'text/html' }).end('<title>Nothing here</title>');
      return;
    }
    const type = served.type ?? 'text/html';
    const charset = type.startsWith('text/') ? '; charset=utf-8' : '';
    setTimeout(() => {
      response.writeHead(served.status ?? 200, { 'content-type': type + charset, ...served.headers }).end(served.body);
    }, served.delayMs ?? 0);
  }
}

/** A page that fetches its article a second after it has loaded (or `?delayMs`). */
function latePage(article: string): string {
  return (
    '<!doctype html><html lang="en"><meta charset="utf-8"><title>Loading</title><body><nav><a href="/">' +
    `Home</a></nav><main id="place"></main>
<script>setTimeout(async () => {
  const page = new DOMParser().parseFromString(await (await fetch('${article}')).text(), 'text/html');
  document.title = page.title;
  document.getElementById('place').replaceWith(document.importNode(page.body, true).querySelector('.page'));
}, Number(new URLSearchParams(location.search).get('delayMs') ?? 1000));</script></body></html>`
  );
}

const TITLES = Array.from(
  { length: 14 },
  (_, at) => `<article><h3><a href="/story/${at}">Council votes on harbour plan number ${at}</a></h3></article>`,
);
/** A front page: titles that link elsewhere, and no text. */
const FRONT = `<!doctype html><html lang="en"><title>The Harbour News</title><main>${TITLES.join('')}</main></html>`;
const NO_ARTICLE =
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>Sign in</title><body>
<h1>Sign in</h1><form><label>Name <input name="name"></label> <label>Word <input type="password" ` +
  'name="word"></label> <button>Go</button></form></body></html>';

/**
 * One page with two articles and a change of address without loading. While `window.held` is pending, the previous
 * article stays.
 */
const SPA =
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>Reader</title><body>
<nav><button id="next">Next article</button></nav><main id="place"></main>
<script>
  const names = ['river.en', 'tides.en'];
  const show = async (at) => {
    const page = new DOMParser().parseFromString(await (await fetch('/articles/' + names[at])).text(), 'text/html');
    await window.held;
    document.title = page.title;
    document.getElementById('place').replaceChildren(document.importNode(page.querySelector('.page'), true));
  };
  let at = 0;
  document.getElementById('next').onclick = () => { at = 1 - at; history.pushState({ at }, '', '/spa/' + ` +
  `at); show(at); };
  onpopstate = (event) => { at = event.state?.at ?? 0; show(at); };
  show(0);
</script></body></html>`;

/** A minimal PDF with one word. */
const PDF = [
  '%PDF-1.4',
  '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj',
  '2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj',
  '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>endobj',
  '4 0 obj<</Length 38>>stream\nBT /F 18 Tf 40 100 Td (A page) Tj ET\nendstream endobj',
  '5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj',
  'trailer<</Root 1 0 R>>',
  '%%EOF',
].join('\n');
