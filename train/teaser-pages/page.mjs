/** Builds a page from an article and its insertions: the container, the head, and the clutter around. */
import { CARDS } from './shapes-cards.mjs';
import { LINES, PLAIN } from './shapes-lines.mjs';
import { teasersFor } from './teasers.mjs';
import { wholePage } from './whole.mjs';
import { wordsOf } from './words.mjs';

const esc = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
/** Positions of teasers. `scattered` spreads them one by one through the article; `two` puts them at two positions. */
export const PLACES = ['start', 'middle', 'sections', 'scattered', 'end', 'end', 'end', 'before-last', 'two'];
const RTL = new Set(['ar']);

/** What a shape needs of one page: its random draws, its words, and choices that apply to the whole page. */
function kitOf(lang, chance) {
  const words = wordsOf(lang, chance);
  const { pick, maybe, letters } = chance;
  const heading = pick(['h2', 'h3', 'h4', 'p', 'div', 'strong', 'none']);
  const naming = pick(['plain', 'hashed', 'none']);
  const paragraph = pick(['p', 'p', 'p', 'p', 'div', 'br']);
  return {
    ...chance,
    words,
    esc,
    paragraph,
    gap: pick(['', '', '\n', '<br>']),
    mark: pick(['.', '、', ')', ' -']),
    dot: pick(['•', '·', '■', '-', '*', '◆']),
    arrow: pick(['»', '→', '▶', '>>', '…']),
    cls: (...names) =>
      naming === 'none' ? '' : ` class="${naming === 'hashed' ? `${letters(5)}-${letters(2)}` : pick(names)}"`,
    label: () => {
      const label = words.label();
      return label ? `${label}: ` : '';
    },
    heading: () => {
      const label = heading === 'none' ? '' : words.label();
      return (
        label &&
        (heading === 'strong' ? `<p><strong>${esc(label)}</strong></p>` : `<${heading}>${esc(label)}</${heading}>`)
      );
    },
    block: ({ kind, text }) => {
      if (kind === 'h') return maybe(0.85) ? `<h2>${esc(text)}</h2>` : `<p><strong>${esc(text)}</strong></p>`;
      if (kind === 'li') return `<ul><li>${esc(text)}</li></ul>`;
      return paragraph === 'br' ? `${esc(text)}<br><br>` : `<${paragraph}>${esc(text)}</${paragraph}>`;
    },
  };
}

/** Shapes inside a paragraph of the body, after a line break. */
const INSIDE = {
  'tail-of-a-paragraph': (block, [teaser], kit) =>
    `<p>${esc(block.text)}<br>${kit.label()}<a href="${teaser.href}">${esc(teaser.title)}</a></p>`,
  'tail-of-a-paragraph-bold': (block, [teaser], kit) =>
    `<p>${esc(block.text)}<br><br><b><a href="${teaser.href}">${kit.arrow} ${esc(teaser.title)}</a></b></p>`,
};

/** All shapes by name, with their kind: lines, cards, inside a paragraph, or in plain text. */
export const SHAPES = Object.fromEntries([
  ...Object.keys(LINES).map((name) => [name, 'line']),
  ...Object.keys(CARDS).map((name) => [name, 'card']),
  ...Object.keys(INSIDE).map((name) => [name, 'inside']),
  ...Object.keys(PLAIN).map((name) => [name, 'plain']),
]);

/** Indices of the blocks before which teasers are inserted, one for each group. */
function spots(place, blocks, groups, { whole, sample }) {
  const last = blocks.length;
  const inner = Array.from({ length: Math.max(0, last - 2) }, (_, at) => at + 1);
  if (place === 'start') return [0];
  if (place === 'end') return [last];
  if (place === 'before-last') return [last - 1];
  if (place === 'middle') return [whole(Math.floor(last / 3), Math.ceil((last * 2) / 3))];
  if (place === 'two') return [whole(1, Math.max(1, Math.floor(last / 2))), last];
  if (place === 'sections') {
    const heads = blocks.flatMap(({ kind }, at) => (kind === 'h' && at > 0 ? [at] : []));
    if (heads.length) return sample(heads, groups).toSorted((a, b) => a - b);
  }
  return sample(inner, groups).toSorted((a, b) => a - b);
}

/** A page with teasers: `{html, body, teasers, place}`. */
function teasered(shape, article, pool, chance, near) {
  const kit = kitOf(article.lang, chance);
  const { whole, pick } = chance;
  const kind = SHAPES[shape];
  const place = kind === 'inside' ? 'scattered' : pick(PLACES);
  const single = /^lone|^label|^link-in|^arrow|^box|^before-and/.test(shape);
  const groups = place === 'scattered' || place === 'sections' ? whole(2, 4) : place === 'two' ? 2 : 1;
  const teasers = teasersFor(
    article,
    pool,
    single ? Math.max(groups, whole(1, 4)) : groups * whole(2, 4),
    chance,
    near,
  );
  if (teasers.length < Math.max(groups, 2)) return undefined;
  const share = Math.ceil(teasers.length / groups);
  const sets = Array.from({ length: groups }, (_, at) => teasers.slice(at * share, (at + 1) * share)).filter(
    (set) => set.length,
  );
  const told = [];
  const blocks = article.blocks;
  if (kind === 'inside') {
    const long = blocks.flatMap(({ kind: is, text }, at) => (is === 'p' && text.length > 80 ? [at] : []));
    const places = new Map(chance.sample(long, sets.length).map((at, index) => [at, sets[index]]));
    const html = blocks.map((block, at) =>
      places.has(at) ? INSIDE[shape](block, places.get(at), kit) : kit.block(block),
    );
    for (const [at] of places) told.push(places.get(at)[0].title);
    return { html: html.join(''), body: blocks.map(({ text }) => text), told, place: 'inside', kit };
  }
  const make = LINES[shape] ?? CARDS[shape];
  const at = spots(place, blocks, sets.length, chance);
  const pieces = blocks.map((block) => kit.block(block));
  for (const [index, spot] of [...at.entries()].toReversed()) {
    const set = sets[index];
    if (!set) continue;
    const made = make(set, kit);
    told.push(...made.told);
    pieces.splice(spot, 0, made.html);
  }
  return { html: pieces.join(kit.maybe(0.5) ? '\n' : ''), body: blocks.map(({ text }) => text), told, place, kit };
}

/** A plain-text page: `{html, body, teasers, place}`, where `html` is the text. */
function plainText(shape, article, pool, chance, near) {
  const kit = kitOf(article.lang, chance);
  const teasers = teasersFor(article, pool, chance.whole(2, 6), chance, near);
  if (teasers.length < 2) return undefined;
  const lines = PLAIN[shape](teasers, kit);
  const place = chance.pick(['end', 'end', 'middle', 'start']);
  const blocks = article.blocks.map(({ text }) => text);
  const spot = place === 'end' ? blocks.length : place === 'start' ? 0 : Math.floor(blocks.length / 2);
  const all = [...blocks.slice(0, spot), ...lines, ...blocks.slice(spot)];
  const told = lines.filter(
    (line) =>
      !/^[\d\s:./-]*\S{0,12}$/.test(line) &&
      teasers.some(({ title, excerpt }) => line.includes(title) || line.includes(excerpt)),
  );
  return { html: [article.title, kit.words.date(), ...all].join('\n\n'), body: blocks, told, place, plain: true, kit };
}

/** Containers that real pages put articles in, most of them without a descriptive name. */
const CONTAINERS = [
  (inner, kit) => [`<div class="content">`, inner, '</div>'],
  (inner, kit) => [`<article${kit.cls('post', 'story')}>`, inner, '</article>'],
  (inner, kit) => [`<div id="js_content" class="rich">`, inner, '</div>'],
  (inner, kit) => [`<main><section>`, inner, '</section></main>'],
  (inner, kit) => [`<table width="960"><tr><td width="160"></td><td valign="top">`, inner, '</td></tr></table>'],
  (inner, kit) => [
    `<div class="${kit.letters(7)}"><div class="${kit.letters(7)} ${kit.letters(4)}">`,
    inner,
    '</div></div>',
  ],
  (inner, kit) => [`<div itemprop="articleBody">`, inner, '</div>'],
  (inner) => ['<div><div><div>', inner, '</div></div></div>'],
  (inner, kit) => [`<div class="entry-content ${kit.letters(3)}">`, inner, '</div>'],
];

function clutter(pool, kit) {
  const items = kit
    .sample(pool, kit.whole(4, 9))
    .map(({ title }) => `<li><a href="/s/${kit.letters(5)}">${esc(title)}</a></li>`);
  const nav = `<ul>${kit.words
    .sections(kit.whole(4, 8))
    .map((name) => `<li><a href="/c/${kit.letters(3)}">${esc(name)}</a></li>`)
    .join('')}</ul>`;
  return {
    nav: `<${kit.pick(['nav', 'div', 'header'])}>${nav}</div></nav></header>`,
    side:
      `<div${kit.cls('side', 'sidebar', 'right')}><h3>${esc(kit.words.always())}</h3>` +
      `<ul>${items.join('')}</ul></div>`,
  };
}

/** One page of the given shape, or of a kind that must stay whole. Undefined if the article does not allow it. */
export function makePage({ shape, whole, article, pool, chance, near }) {
  const made = whole
    ? (() => {
        const kit = kitOf(article.lang, chance);
        return { ...wholePage(shape, article, pool, kit), told: [], place: 'none', kit };
      })()
    : SHAPES[shape] === 'plain'
      ? plainText(shape, article, pool, chance, near)
      : teasered(shape, article, pool, chance, near);
  if (!made) return undefined;
  const { kit } = made;
  const body = made.body
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter(Boolean)
    .join('\n');
  const told = [...new Set(made.told.map((text) => text.replace(/\s+/g, ' ').trim()))].filter(
    (text) => text.length > 5 && !body.includes(text) && !article.title.includes(text),
  );
  const page = {
    url: `https://feed.example/${kit.letters(6)}`,
    title: article.title,
    body,
    teasers: told,
    place: made.place,
  };
  if (made.plain) return { ...page, contentType: 'text/plain', html: made.html };
  const site = kit.words.site();
  const [open, inner, close] = kit.pick(CONTAINERS)(made.html, kit);
  const heading = `<h1>${esc(article.title)}</h1>`;
  const line = kit.maybe(0.8)
    ? `<${kit.pick(['div', 'p', 'span'])}${kit.cls('info', 'meta', 'date')}>${esc(kit.words.date())}` +
      `${kit.maybe(0.4) ? ` ${esc(kit.words.name())}` : ''}</div></p></span>`
    : '';
  const within = kit.maybe(0.3);
  const { nav, side } = clutter(pool, kit);
  const head = `<meta charset="utf-8"><title>${esc(article.title)}${kit.pick([' - ', ' | ', '_'])}${esc(site)}</title>`;
  const main = within ? `${open}${heading}${line}${inner}${close}` : `${heading}${line}${open}${inner}${close}`;
  const parts = kit.pick([
    [nav, main, side],
    [nav, side, main],
    [main, side],
    [nav, main],
  ]);
  const html =
    `<!doctype html><html lang="${article.lang}"${RTL.has(article.lang) ? ' dir="rtl"' : ''}>` +
    `<head>${head}</head><body>${parts.join('\n')}<footer><p>© ${esc(site)}</p></footer></body></html>`;
  return { ...page, contentType: 'text/html', html };
}
