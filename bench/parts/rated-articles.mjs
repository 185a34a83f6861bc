/**
 * Reads articles in which every sentence was rated as a key point from their stored pages, and scores a choice of
 * sentences.
 */
import { existsSync, readFileSync } from 'node:fs';
import { readArticles, siteOf } from './articles.mjs';
import { daniel, peersPages, wcxb } from './corpora.mjs';

/** Two sentences are the same if their units have at least this Dice coefficient (0–1). As in the corpus's scorer. */
const SAME01 = 0.7;

const unitsOf = (text) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .match(/[\p{Script=Han}]|[\p{L}\p{M}\p{N}]+/gu) ?? [];

function dice(a, b) {
  const left = new Map();
  for (const unit of b) left.set(unit, (left.get(unit) ?? 0) + 1);
  let both = 0;
  for (const unit of a) {
    const n = left.get(unit) ?? 0;
    if (n > 0) {
      both++;
      left.set(unit, n - 1);
    }
  }
  return a.length && b.length ? (2 * both) / (a.length + b.length) : 0;
}

/** The rows of a file of ratings; null if the file does not exist. */
export function ratingRows(file) {
  if (!existsSync(file)) return null;
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}

/** Returns a function that gives the index, from 0, of a rated row's sentence that equals a text, or -1. */
export function finder(row) {
  const all = row.sentences.map(unitsOf);
  return (text) => {
    const own = unitsOf(text);
    let best = -1;
    let most = SAME01;
    all.forEach((units, i) => {
      const alike = dice(own, units);
      if (alike > most) [best, most] = [i, alike];
    });
    return best;
  };
}

/** The address of a page's site. Folds are made by site; the multilingual corpus names it in the page's id only. */
function addressOf(id, url) {
  const host = id.split('_')[1];
  return host === undefined ? url : `https://${host}/`;
}

/**
 * Reads the page of each row with the built core: `[{ row, article, site }]`. Rows whose page has no article are left
 * out.
 */
export async function ratedArticles(folder, rows) {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const pages = [...wcxb(folder, byId), ...daniel(folder, byId), ...peersPages(folder, byId)];
  const found = [];
  for await (const { id, truth, article } of readArticles(pages)) {
    const row = byId.get(id);
    if (row) found.push({ row, article, site: siteOf(addressOf(id, truth.url), id) });
  }
  return found;
}

/**
 * Shares (0–1) of one article's points that are worth showing (rated 2), weak (1), bad (0 or not rated), and in the
 * best set. Null if no point is shown.
 */
export function scoreOf(row, points) {
  const find = finder(row);
  const where = points.map(find);
  const marks = where.map((i) => (i < 0 ? 0 : row.ratings[i]));
  const share = (mark) => (marks.length ? marks.filter((x) => x === mark).length / marks.length : null);
  return {
    worth: share(2),
    weak: share(1),
    bad: share(0),
    best: row.best.filter((one) => where.includes(one - 1)).length / row.best.length,
    count: points.length,
  };
}
