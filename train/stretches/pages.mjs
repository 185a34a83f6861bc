/**
 * Generates pages from a grammar: bodies of real articles in many forms, with or without other content inserted. `node
 * train/stretches/pages.mjs CORPUS_FOLDER OUT.jsonl [COUNT] [SEED]`. The same seed and corpora make the same file.
 */
import { writeFileSync } from 'node:fs';
import { readArticles } from '../teaser-pages/articles.mjs';
import { chance, hash } from '../random.mjs';
import { sharedWords01 } from '../teaser-pages/teasers.mjs';
import { wordsOf } from '../teaser-pages/words.mjs';
import { FORMS } from './body-forms.mjs';
import { sentencesOf } from './sentences.mjs';
import { drawService } from './services.mjs';
import { drawBrief, drawLine, drawMake, drawNative, drawPicture, drawSecond, drawUnit, wrapUnits } from './units.mjs';

const esc = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
/** Share of pages without insertions (0–1). */
const SHARE_WHOLE = 0.34;
const SHARE_ENGLISH = 0.4;
const PLACES = ['end', 'end', 'end', 'middle', 'middle', 'scattered', 'scattered', 'start', 'before-last', 'two'];
const MAKES = ['p', 'p', 'p', 'p', 'div', 'div', 'br', 'boxed', 'nested', 'own', 'sections', 'span', 'plain'];
/** Forms, repeated by how often they are drawn. */
const OFTEN = [
  'headings',
  'linked',
  'captions',
  'lines',
  'list',
  'sentences',
  'dialogue',
  'quotes',
  'notes',
  'roundup',
  'cards',
  'lists',
  'lists',
  'lists',
];

/** The authors' own forms that look most like teasers. They are drawn more often on pages without insertions. */
const MORE_OFTEN_WHOLE = ['roundup', 'notes', 'linked', 'cards', 'cards', 'lists', 'lists', 'lists'];

function kitOf(article, pool, luck, half) {
  const words = wordsOf(article.lang, luck);
  const naming = luck.pick(['none', 'none', 'hashed', 'plain']);
  const names = new Map();
  const make = luck.pick(MAKES);
  const cls = (role) => {
    if (naming === 'none') return '';
    if (!names.has(role)) names.set(role, naming === 'plain' ? role : `${luck.letters(5)}-${luck.letters(2)}`);
    return ` class="${names.get(role)}"`;
  };
  const kit = {
    ...luck,
    ...{ words, esc, cls, make, pool, naming, lang: article.lang, title: article.title, sentences: sentencesOf },
    /** The lines that pages of this half draw from. The words are learned from the lines of the other half. */
    halfOf: (lines) => lines.filter((_, at) => at % 2 === half),
    minutes: () =>
      new Intl.NumberFormat(article.lang, {
        style: 'unit',
        unit: 'minute',
        unitDisplay: luck.pick(['long', 'short']),
      }).format(luck.whole(2, 14)),
    unspaced: /^(?:zh|ja|th)/.test(article.lang),
    fill: (text, title) =>
      text
        .replace('{t}', title ?? luck.pick(pool).title)
        .replace('{n}', words.name())
        .replace('{s}', words.site())
        .replace('{d}', words.date())
        .replace('{c}', words.length()),
    tagsOf: ({ title }) => luck.sample(title.match(/[\p{L}]{3,9}/gu) ?? [], luck.whole(1, 3)),
    paragraph(text, html = esc(text)) {
      if (make === 'div') return `<div${cls('t')}>${html}</div>`;
      if (make === 'br') return `${html}<br><br>`;
      if (make === 'boxed') return `<div${cls('b')}><p${cls('t')}>${html}</p></div>`;
      if (make === 'nested') return `<div${cls('b')}><div${cls('c')}><p${cls('t')}>${html}</p></div></div>`;
      if (make === 'own') return `<div class="${luck.letters(4)}"><p>${html}</p></div>`;
      if (make === 'span') return `<p${cls('t')}><span${cls('s')}>${html}</span></p>`;
      return `<p${cls('t')}>${html}</p>`;
    },
  };
  return kit;
}

function blockHtml(block, kit) {
  const { kind, text, bold, italic } = block;
  if (kind === 'raw') return block.raw;
  const html = block.html ?? esc(text);
  if (kind === 'h') return `<${kit.heading}>${html}</${kit.heading}>`;
  if (kind === 'li') return block.ordered ? `<ol><li>${html}</li></ol>` : `<ul><li>${html}</li></ul>`;
  if (kind === 'quote') return `<blockquote>${kit.maybe(0.5) ? `<p>${html}</p>` : html}</blockquote>`;
  return kit.paragraph(text, bold ? `<b>${html}</b>` : italic ? `<em>${html}</em>` : html);
}

/** Positions of groups among `size` pieces, one index for each group. */
function spots(place, size, count, kit) {
  if (place === 'end') return Array.from({ length: count }, () => size);
  if (place === 'start') return [kit.maybe(0.5) ? 0 : 1, ...Array.from({ length: count - 1 }, () => size)];
  if (place === 'before-last') return Array.from({ length: count }, () => Math.max(1, size - 1));
  if (place === 'two')
    return Array.from({ length: count }, (_, at) => (at % 2 ? size : kit.whole(1, Math.max(1, size - 1))));
  return Array.from({ length: count }, () => kit.whole(1, Math.max(1, size - 1)));
}

/** Other articles; in almost half of the cases those with the most words in common. */
function otherArticles(article, pool, count, kit) {
  const others = pool.filter((one) => one.title !== article.title && one !== article);
  const near = kit.maybe(0.45);
  const some = kit.sample(others, near ? count * 8 : count + 1);
  if (near) some.sort((a, b) => sharedWords01(article, b) - sharedWords01(article, a));
  return some.slice(0, count);
}

/** The insertions: groups of `{html, lines}`, each with its index. */
function insertions(article, pool, size, kit) {
  const groups = [];
  const kinds = (kit.kinds = kit.pick([
    ['units'],
    ['units'],
    ['units'],
    ['units', 'line'],
    ['second'],
    ['line'],
    ['line', 'units'],
    ['scattered'],
    ['scattered', 'units'],
    ['service'],
    ['service', 'line'],
    ['picture'],
    ['picture', 'line'],
    ['second'],
    ['native'],
    ['line', 'line', 'units', 'service'],
    ['units', 'units', 'line'],
    ['line', 'second'],
    ['line', 'native', 'units'],
    ['scattered', 'line', 'service', 'units'],
  ]));
  for (const kind of kinds) {
    const place = kind === 'second' ? kit.pick(['end', 'end', 'end', 'middle']) : kit.pick(PLACES);
    if (kind === 'line') {
      const count = kit.whole(1, 4);
      const others = otherArticles(article, pool, count, kit);
      const at = spots(kit.pick(['scattered', 'scattered', 'end']), size, count, kit);
      others.forEach((other, index) => groups.push({ at: at[index], ...drawLine(other, kit) }));
    } else if (kind === 'service') {
      groups.push({ at: spots(kit.pick(['scattered', 'end']), size, 1, kit)[0], ...drawService(kit) });
    } else if (kind === 'picture') {
      const others = otherArticles(article, pool, kit.whole(1, 3), kit);
      const at = spots(kit.pick(['scattered', 'scattered', 'end']), size, others.length, kit);
      others.forEach((other, index) => groups.push({ at: at[index], ...drawPicture(other, kit) }));
    } else if (kind === 'native') {
      const [other] = otherArticles(article, pool, 1, kit);
      if (other)
        groups.push({
          at: spots(kit.pick(['scattered', 'scattered', 'end']), size, 1, kit)[0],
          ...drawNative(other, kit),
        });
    } else if (kind === 'second') {
      const others = otherArticles(article, pool, kit.whole(1, 2), kit);
      const at = spots(place, size, 1, kit)[0];
      for (const other of others) groups.push({ at, ...drawSecond(other, kit) });
    } else {
      const make = drawMake(kit);
      const count = kit.whole(kind === 'scattered' ? 2 : 1, 8);
      const brief = kit.maybe(0.15);
      const from = kit.maybe(0.05) ? kit.pick(kit.pools) : pool;
      const units = otherArticles(article, from, count, kit).map((other, order) =>
        brief ? drawBrief(other, make, kit) : drawUnit(other, make, kit, order),
      );
      if (kind === 'scattered' && (make.camouflaged || !/dl|table|p-br/.test(make.container))) {
        const at = spots('scattered', size, units.length, kit);
        units.forEach((unit, index) =>
          groups.push({ at: at[index], ...wrapUnits([unit], { ...make, label: make.label }, kit) }),
        );
      } else if (units.length) groups.push({ at: spots(place, size, 1, kit)[0], ...wrapUnits(units, make, kit) });
    }
  }
  return groups;
}

const CONTAINERS = ['div', 'article', 'main', 'td', 'deep', 'within'];

function shell(inner, article, pool, kit) {
  const kind = kit.pick(CONTAINERS);
  const name = kit.cls('content');
  const boxes = {
    div: `<div${name}>${inner}</div>`,
    article: `<article${name}>${inner}</article>`,
    main: `<main><section>${inner}</section></main>`,
    td: `<table><tr><td width="150"></td><td>${inner}</td></tr></table>`,
    deep: `<div><div${name}><div>${inner}</div></div></div>`,
    within: `<div itemprop="articleBody"${name}>${inner}</div>`,
  };
  const info = kit.maybe(0.75)
    ? `<div${kit.cls('info')}>${esc(kit.words.date())}${kit.maybe(0.4) ? ` ${esc(kit.words.name())}` : ''}</div>`
    : '';
  const sections = kit.words
    .sections(kit.whole(3, 8))
    .map((one) => `<li><a href="/c/${kit.letters(3)}">${esc(one)}</a></li>`);
  const items = kit
    .sample(pool, kit.whole(3, 8))
    .map(({ title }) => `<li><a href="/s/${kit.letters(5)}">${esc(title)}</a></li>`);
  const nav = kit.maybe(0.85)
    ? `<${kit.pick(['nav', 'div'])}${kit.cls('nav')}><ul>${sections.join('')}</ul></nav></div>`
    : '';
  const side = kit.maybe(0.4) ? `<div${kit.cls('side')}><ul>${items.join('')}</ul></div>` : '';
  const foot = kit.maybe(0.7) ? `<footer><p>© ${esc(kit.words.site())}</p></footer>` : '';
  const title = `<title>${esc(article.title)}${kit.pick([' - ', ' | ', '_'])}${esc(kit.words.site())}</title>`;
  const main = `<h1>${esc(article.title)}</h1>${info}${boxes[kind]}`;
  return (
    `<!doctype html><html lang="${article.lang}"><head><meta charset="utf-8">${title}</head>` +
    `<body>${nav}${main}${side}${foot}</body></html>`
  );
}

const squash = (text) => text.replace(/\s+/g, ' ').trim();

export function drawPage(article, pool, luck, half, pools = [pool]) {
  const kit = kitOf(article, pool, luck, half);
  kit.pools = pools;
  kit.heading = luck.pick(['h2', 'h2', 'h3', 'h4']);
  const isWhole = luck.maybe(SHARE_WHOLE);
  let blocks = article.blocks.filter(({ text }) => text !== article.title).map(({ kind, text }) => ({ kind, text }));
  if (kit.make === 'plain') kit.plain = true;
  const forms = isWhole
    ? luck.sample([...Object.keys(FORMS), ...MORE_OFTEN_WHOLE], luck.whole(1, 3))
    : luck.maybe(0.55)
      ? [luck.pick(OFTEN)]
      : ['plain'];
  for (const form of forms) blocks = FORMS[form](blocks, kit);
  blocks = blocks.filter(({ text }) => squash(text).length > 0);
  const groups = isWhole ? [] : insertions(article, pool, blocks.length, kit);
  const body = blocks.flatMap(({ text }) => text.split('\n').map(squash));
  const inserted = groups.flatMap(({ lines }) => lines).map(squash);
  const common = {
    ...{
      lang: article.lang,
      source: article.source,
      title: article.title,
      url: `https://page.example/${luck.letters(6)}`,
    },
    ...{
      template: isWhole ? `control-${forms.join('+')}` : `teasers-${kit.kinds.join('+')}`,
      body: body.join('\n'),
      teasers: inserted,
    },
  };
  if (kit.make === 'plain') {
    const lines = blocks.map(({ text }) => text);
    for (const { at, lines: own } of groups.toSorted((a, b) => b.at - a.at)) lines.splice(at, 0, ...own);
    const head = [article.title, ...(luck.maybe(0.6) ? [kit.words.date()] : [])];
    return { ...common, contentType: 'text/plain', html: [...head, ...lines].join(luck.pick(['\n\n', '\n\n', '\n'])) };
  }
  const pieces = blocks.map((block) => blockHtml(block, kit));
  for (const { at, html } of groups.toSorted((a, b) => b.at - a.at)) pieces.splice(at, 0, html);
  let inner = pieces.join(luck.pick(['', '\n'])).replace(/<\/ul>\s*<ul>|<\/ol>\s*<ol>/g, '');
  if (kit.make === 'sections')
    inner = inner.replace(/(?=<h[234]>)/g, '</section><section>').replace(/^(.*)$/s, '<section>$1</section>');
  return { ...common, contentType: 'text/html', html: shell(inner, article, pool, kit) };
}

if (process.argv[1] === import.meta.filename) {
  const [, , folder, out, count = '1000', seed = '5'] = process.argv;
  const byLang = readArticles(folder, Number(seed));
  const others = [...byLang.keys()].filter((lang) => lang !== 'en');
  const lines = [];
  for (let at = 0; at < Number(count); at++) {
    const luck = chance(hash(`${seed}:${at}`));
    const lang = luck.maybe(SHARE_ENGLISH) ? 'en' : luck.pick(others);
    const pool = byLang.get(lang);
    lines.push(
      JSON.stringify({
        id: `drawn-${seed}-${at}`,
        ...drawPage(luck.pick(pool), pool, luck, at % 2, [...byLang.values()]),
      }),
    );
  }
  writeFileSync(out, `${lines.join('\n')}\n`);
}
