/**
 * Runs extractors over stored pages in one Chromium. Each extractor gets its own parse of a page by DOMParser (no
 * scripts, no requests).
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { openChromium } from './chromium.mjs';

const require = createRequire(import.meta.url);
const ROOT = join(import.meta.dirname, '..', '..');
/** Timeout for one page, so that a bench cannot hang. */
const PAGE_TIMEOUT_MS = 30_000;

/** The part that runs in the browser. It is one function because it is sent there as text. */
function inside() {
  const BLOCKS = new Set(
    (
      'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY BR CAPTION CENTER DD DETAILS DIV DL DT FIELDSET FIGCAPTION ' +
      'FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION SUMMARY TABLE TBODY TD ' +
      'TFOOT TH THEAD TR UL'
    ).split(' '),
  );
  const SILENT = new Set(['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE']);
  const blockText = (root) => {
    let text = '';
    const visit = (node) => {
      if (node.nodeType === 3) text += node.data.replace(/\s+/g, ' ');
      else if (node.nodeType === 1 && !SILENT.has(node.nodeName)) {
        const block = BLOCKS.has(node.nodeName);
        if (block) text += '\n';
        for (const child of node.childNodes) visit(child);
        if (block) text += '\n';
      }
    };
    visit(root);
    return text.replace(/[^\S\n]*\n\s*/g, '\n').trim();
  };
  const parse = (html, contentType) => {
    if (contentType !== 'text/plain') return new DOMParser().parseFromString(html, 'text/html');
    const document = new DOMParser().parseFromString('<body><pre></pre>', 'text/html');
    document.querySelector('pre').textContent = html;
    return document;
  };
  /** Elements by kind. h1 is left out, because tools differ on whether the title is part of the content. */
  const COUNTED = {
    ...Object.fromEntries(
      ['img', 'figcaption', 'pre', 'tr', 'li', 'blockquote', 'math', 'iframe'].map((tag) => [tag, [tag]]),
    ),
    heading: ['h2', 'h3', 'h4', 'h5', 'h6'],
  };
  const counted = (tags) =>
    Object.fromEntries(
      Object.entries(COUNTED).map(([kind, of]) => [kind, of.reduce((sum, tag) => sum + (tags.get(tag) ?? 0), 0)]),
    );
  /** Builds a tree's elements in the page, so that they are counted in the same way as those of the peers. */
  const domOf = (node, parent) => {
    const element = parent.ownerDocument.createElement(node.tag);
    for (const [name, value] of Object.entries(node.attributes ?? {})) element.setAttribute(name, String(value));
    for (const child of node.children) {
      if (typeof child === 'string') element.append(child);
      else domOf(child, element);
    }
    parent.append(element);
  };
  const decoded = (fragment) => {
    try {
      return decodeURIComponent(fragment);
    } catch {
      return fragment; // "#50%"
    }
  };
  /** Footnote marks: short links to an element further down that is not a heading. */
  const marksIn = (body) =>
    [...body.querySelectorAll('a[href^="#"]')].filter((link) => {
      const note = body.ownerDocument.getElementById(decoded(link.getAttribute('href').slice(1)));
      if (!note || link.textContent.length > 40 || link.closest('li')?.contains(note)) return false;
      const isBelow = (link.compareDocumentPosition(note) & 4) !== 0;
      return isBelow && !note.closest('h1,h2,h3,h4,h5,h6') && !note.querySelector('h1,h2,h3,h4,h5,h6');
    }).length;
  const languagesIn = (body) =>
    [...body.querySelectorAll('pre')].flatMap((pre) => {
      const told = [pre, ...pre.querySelectorAll('code')].map(
        (code) =>
          code.getAttribute('language') ??
          code.getAttribute('data-lang') ??
          /\blang(?:uage)?-([\w+#-]+)/.exec(code.className)?.[1],
      );
      return told.find(Boolean) ?? [];
    });
  const countDom = (body) => {
    const tags = new Map();
    for (const { localName } of body.querySelectorAll('*')) tags.set(localName, (tags.get(localName) ?? 0) + 1);
    return { ...counted(tags), marks: marksIn(body), languages: languagesIn(body) };
  };
  const countTree = (tree) => {
    const { body } = document.implementation.createHTMLDocument('');
    domOf(tree, body);
    return countDom(body);
  };
  const bodyOf = (html) => new DOMParser().parseFromString(html, 'text/html').body;
  const peer = (article) => ({
    text: () => (article ? blockText(bodyOf(article.content)) : ''),
    counts: () => countDom(bodyOf(article?.content ?? '')),
    article,
  });
  const extractors = {
    lede(document, options) {
      const result = globalThis.LedeCore.read(document, options);
      if (!result.ok) return { text: () => '', counts: () => ({}) };
      const article = result.value;
      return { text: () => article.text, counts: () => countTree(article.tree), article };
    },
    readability: (document) => peer(new globalThis.Readability(document.cloneNode(true)).parse()),
    defuddle: (document, options) => peer(new globalThis.Defuddle(document, { url: options.url }).parse()),
  };
  const META = ['title', 'byline', 'author', 'publishedTime', 'published', 'siteName', 'lang', 'dir'];
  globalThis.runExtractors = ({ html, url, contentType, names, rounds }) => {
    const answers = {};
    for (const name of names) answers[name] = { text: '', ms: Infinity, meta: {} };
    for (let round = 0; round < rounds; round++) {
      const order = round % 2 ? names.toReversed() : names;
      for (const name of order) {
        const document = parse(html, contentType);
        const begun = performance.now();
        try {
          const got = extractors[name](document, { url, contentType });
          const ms = performance.now() - begun;
          const answer = answers[name];
          answer.ms = Math.min(answer.ms, ms);
          if (round > 0) continue;
          answer.text = got.text();
          answer.counts = got.counts();
          for (const key of META) if (typeof got.article?.[key] === 'string') answer.meta[key] = got.article[key];
          if (name === 'lede' && got.article) answer.removed = got.article.removed.length;
        } catch (error) {
          answers[name].ms = Math.min(answers[name].ms, performance.now() - begun);
          answers[name].failure = String(error).slice(0, 200);
        }
      }
    }
    return answers;
  };
}

/**
 * Opens a Chromium in which `extract(page, names, rounds)` returns `{name: {text, ms, meta}}`. `ms` is the best of the
 * rounds.
 */
export async function openExtractors() {
  const browser = await openChromium();
  const core = readFileSync(join(ROOT, 'dist', 'core', 'lede-core.js'), 'utf8');
  const readability = readFileSync(require.resolve('@mozilla/readability/Readability.js'), 'utf8');
  const defuddle = readFileSync(join(ROOT, 'node_modules', 'defuddle', 'dist', 'index.js'), 'utf8');
  const open = async () => {
    const page = await browser.newPage();
    page.setDefaultTimeout(PAGE_TIMEOUT_MS);
    await page.route('**/*', (route) => route.abort());
    await page.addScriptTag({ content: readability });
    await page.addScriptTag({ content: defuddle });
    await page.addScriptTag({
      type: 'module',
      content: core.replace(/export\s*\{([^}]*)\};?\s*$/, (_, names) => {
        const pairs = names.split(',').map((pair) => pair.trim().split(/\s+as\s+/));
        return `globalThis.LedeCore = {${pairs.map(([own, as]) => `${as ?? own}: ${own}`).join(', ')}};`;
      }),
    });
    await page.evaluate(inside);
    await page.waitForFunction(() => globalThis.LedeCore);
    return page;
  };
  let page = await open();
  return {
    version: browser.version(),
    async extract(input, names, rounds = 1) {
      try {
        const work = page.evaluate((args) => globalThis.runExtractors(args), { ...input, names, rounds });
        let timer;
        const late = new Promise((_, reject) => {
          timer = setTimeout(() => reject(new Error('too slow')), PAGE_TIMEOUT_MS * rounds);
        });
        return await Promise.race([work, late]).finally(() => clearTimeout(timer));
      } catch (error) {
        page.close().catch(() => {});
        page = await open();
        return Object.fromEntries(
          names.map((name) => [name, { text: '', ms: PAGE_TIMEOUT_MS, meta: {}, failure: String(error) }]),
        );
      }
    },
    close: () => browser.close(),
  };
}
