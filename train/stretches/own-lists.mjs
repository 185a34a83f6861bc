/**
 * Short lists and quotations that authors put into their own text: things to bring, ingredients, names, books with a
 * link each, nested points, often after a line that ends with a colon. All of it belongs to the article.
 */
import { LEADS } from './inserted-words.mjs';
import { sentencesOf } from './sentences.mjs';

const BREAKS = /[,.;:!?()«»"“”—–，。、；：！？「」（）।؟]+/u;
/** Minimum length in code units of a paragraph that a list can follow. */
const SHORTEST = 40;

/** A few consecutive words of a text, for use as a list item. */
function scrapOf(text, kit) {
  const parts = text.split(BREAKS).flatMap((one) => (one.trim().length > 1 ? [one.trim()] : []));
  const part = kit.pick(parts.length ? parts : [text]);
  if (kit.unspaced) return part.slice(0, kit.whole(2, 14));
  const words = part.split(/\s+/);
  const size = kit.whole(1, 8);
  const from = kit.whole(0, Math.max(0, words.length - size));
  return words.slice(from, from + size).join(' ');
}

/** Draws how the items of one list are worded. All items of a list are worded in the same way. */
function wording(blocks, kit) {
  const texts = blocks.flatMap(({ kind, text }) => (kind === 'p' && text.length > SHORTEST ? [text] : []));
  const isStrange = kit.maybe(0.6); // what an author lists often occurs nowhere else in the text
  const text = () => (isStrange ? kit.pick(kit.pick(kit.pool).blocks).text : kit.pick(texts));
  const scrap = () => scrapOf(text(), kit);
  const first = (words) => words.charAt(0).toUpperCase() + words.slice(1);
  const units = kit.pick([['g', 'ml', 'kg'], ['×'], [''], ['%', '°C'], ['km', 'cm', 'm²']]);
  return kit.pick([
    ...[scrap, scrap, scrap],
    () => first(scrap()),
    () => `${first(scrap())}.`,
    () => `${kit.whole(1, 600)} ${kit.pick(units)} ${scrap()}`.replace('  ', ' '),
    () => `${scrap()}${kit.pick([': ', ' – ', ', '])}${scrap()}`,
    () => `${kit.words.name()}${kit.pick([', ', ' – ', ': '])}${scrap()}`,
    () => kit.pick(sentencesOf(text())),
    () => `${first(scrap())} (${kit.whole(1950, 2024)})`,
  ]);
}

/** The HTML of an item, with or without a link. */
function itemHtml(text, link, kit) {
  const safe = kit.esc(text);
  if (link === 'none') return safe;
  const href = kit.pick([`https://${kit.letters(6)}.example/${kit.letters(5)}`, `/${kit.letters(6)}`]);
  const words = text.split(' ');
  if (link === 'whole' || words.length < 3) return `<a href="${href}">${safe}</a>`;
  const cut = kit.whole(1, words.length - 1);
  const [head, tail] = [words.slice(0, cut).join(' '), words.slice(cut).join(' ')];
  return kit.maybe(0.6)
    ? `<a href="${href}">${kit.esc(head)}</a> ${kit.esc(tail)}`
    : `${kit.esc(head)} <a href="${href}">${kit.esc(tail)}</a>`;
}

/** The blocks of a list. */
function listBlocks(items, link, kit) {
  const html = items.map((text) => itemHtml(text, link, kit));
  const how = kit.pick(['li', 'li', 'li', 'li', 'ol', 'nested', 'bullets', 'breaks', 'paragraphs']);
  if (how === 'nested' && items.length > 2) {
    const inner = html.slice(1, -1).map((one) => `<li>${one}</li>`);
    const raw = `<ul><li>${html[0]}<ul>${inner.join('')}</ul></li><li>${html[items.length - 1]}</li></ul>`;
    return [{ kind: 'raw', text: items.join('\n'), raw }];
  }
  if (how === 'breaks') return [{ kind: 'raw', text: items.join('\n'), raw: `<p>${html.join('<br>')}</p>` }];
  const mark = how === 'bullets' ? kit.pick(['• ', '- ', '* ', '– ', '· ']) : '';
  const kind = how === 'bullets' || how === 'paragraphs' ? 'p' : 'li';
  return items.map((text, at) => ({ kind, text: mark + text, html: mark + html[at], ordered: how === 'ol' }));
}

/** The blocks before the list: the paragraph ended with a colon, followed by a line of its own, or unchanged. */
function announced(block, kit) {
  const how = kit.pick(['none', 'none', 'colon', 'colon', 'line', 'line', 'heading', 'bold']);
  const ended = { ...block, text: `${block.text.replace(/[\p{P}\s]+$/u, '')}${kit.unspaced ? '：' : ':'}` };
  if (how === 'none') return [block];
  if (how === 'colon') return [ended];
  const text = kit.maybe(0.5)
    ? kit.pick(LEADS[kit.lang] ?? LEADS.en)
    : `${scrapOf(kit.pick(sentencesOf(block.text)), kit)}${kit.pick([':', ':', ''])}`;
  return [block, { kind: how === 'heading' ? 'h' : 'p', text, bold: how === 'bold' }];
}

/** Inserts one to three such lists into the text, some of them followed by a quotation. */
export function ownLists(blocks, kit) {
  const places = blocks.flatMap(({ kind, text }, at) => (kind === 'p' && text.length > SHORTEST ? [at] : []));
  if (!places.length) return blocks;
  const some = new Set(kit.sample(places, kit.whole(1, 3)));
  return blocks.flatMap((block, at) => {
    if (!some.has(at)) return [block];
    const word = wording(blocks, kit);
    const items = Array.from({ length: kit.whole(2, 7) }, word).filter((text) => text.length > 1);
    const link = kit.pick(['none', 'none', 'none', 'whole', 'part']);
    const said = kit.pick(sentencesOf(kit.pick(kit.maybe(0.5) ? blocks : kit.pick(kit.pool).blocks).text));
    const quote = kit.maybe(0.25) ? [{ kind: 'quote', text: said }] : [];
    return [...announced(block, kit), ...listBlocks(items, link, kit), ...quote];
  });
}
