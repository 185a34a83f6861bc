/** Turns the lines of keypoints-dev into Articles, and measures ROUGE as the corpus's scorer does. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The lines of keypoints-dev, unpacked or not; null if the corpus is missing. */
export function keyPointRows(corpus) {
  const places = [corpus, process.env.LEDE_CORPUS, join(import.meta.dirname, '../../../shared/corpus')].filter(Boolean);
  for (const place of places) {
    const file = join(place, 'keypoints-dev.jsonl');
    let text = null;
    if (existsSync(file)) text = readFileSync(file, 'utf8');
    else if (existsSync(`${file}.xz`))
      text = execFileSync('xz', ['-dc', `${file}.xz`], { maxBuffer: 2 ** 30 }).toString();
    if (text !== null) {
      return text
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line));
    }
  }
  return null;
}

/**
 * Makes an Article from a text whose headings begin with "#" and whose list items begin with a bullet or a number. The
 * markers are not part of the Article's text.
 */
export function articleOf({ title, article, lang, id }) {
  let text = '';
  const blocks = [];
  for (const line of article.split('\n')) {
    const raw = line.trim();
    const heading = /^(#{1,6})\s+/.exec(raw);
    const item = /^(?:[-*•·]|\d{1,2}[.)])\s+/.exec(raw);
    const content = raw.slice((heading ?? item)?.[0].length ?? 0);
    if (!content) continue;
    if (text) text += '\n';
    const start = text.length;
    text += content;
    const place = { start, end: text.length };
    if (heading) blocks.push({ kind: 'heading', level: heading[1].length, ...place });
    else if (item) blocks.push({ kind: 'item', level: 1, ...place });
    else blocks.push({ kind: 'paragraph', ...place });
  }
  return {
    url: `https://example.org/${id}`,
    title,
    lang,
    tree: { tag: 'div', children: [] },
    text,
    blocks,
    removed: [],
  };
}

/** The units that are counted: words, and single characters of Han, kana and Hangul. */
export const unitsOf = (text) =>
  text
    .toLowerCase()
    .match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]|[\p{L}\p{M}\p{N}]+/gu) ?? [];

const pairsOf = (units) => units.slice(1).map((unit, i) => `${units[i]} ${unit}`);

/** The pairs of neighbouring units, without duplicates. */
export const pairKeys = (units) => new Set(pairsOf(units));

function f1(found, truth) {
  if (found.length === 0 || truth.length === 0) return 0;
  const left = new Map();
  for (const unit of truth) left.set(unit, (left.get(unit) ?? 0) + 1);
  let both = 0;
  for (const unit of found) {
    const n = left.get(unit) ?? 0;
    if (n > 0) {
      both++;
      left.set(unit, n - 1);
    }
  }
  return (2 * both) / (found.length + truth.length);
}

/** ROUGE-1 and ROUGE-2 F1 of two lists of units. */
export const rouge = (found, truth) => [f1(found, truth), f1(pairsOf(found), pairsOf(truth))];

/** ROUGE-1 and ROUGE-2 F1 of ranked sentences, cut to the length of the reference. */
export function rougeAtLength(ranked, reference) {
  const truth = unitsOf(reference);
  const cut = [];
  for (const sentence of ranked) {
    if (cut.length >= truth.length) break;
    cut.push(...unitsOf(sentence));
  }
  return rouge(cut.slice(0, truth.length), truth);
}
