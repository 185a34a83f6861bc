/** Turns a line of keypoints-dev into an Article, and measures ROUGE as the corpus's scorer does. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Where the corpus lies, or null. */
export function corpusFile(corpus) {
  const places = [corpus, process.env.LEDE_CORPUS, join(import.meta.dirname, '../../shared/corpus')].filter(Boolean);
  for (const place of places) {
    const file = join(place, 'keypoints-dev.jsonl');
    if (existsSync(file)) return file;
  }
  return null;
}

/** An Article of a text whose heading lines begin with "#" and whose items begin with "- ". The marks are not part of the text. */
export function articleOf({ title, article, lang, id }) {
  let text = '';
  const blocks = [];
  for (const line of article.split('\n')) {
    const raw = line.trim();
    if (!raw) continue;
    const heading = /^(#{1,6})\s+/.exec(raw);
    const item = /^(?:[-*•·]|\d{1,2}[.)])\s+/.exec(raw);
    const content = heading ? raw.slice(heading[0].length) : item ? raw.slice(item[0].length) : raw;
    if (!content) continue;
    if (text) text += '\n';
    const start = text.length;
    text += content;
    const kind = heading ? 'heading' : item ? 'item' : 'paragraph';
    blocks.push({
      kind,
      ...(heading ? { level: heading[1].length } : item ? { level: 1 } : {}),
      start,
      end: text.length,
    });
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

const units = (s) =>
  s
    .toLowerCase()
    .match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]|[\p{L}\p{M}\p{N}]+/gu) ?? [];
const pairs = (a) => a.slice(1).map((w, i) => `${a[i]} ${w}`);

function f1(p, r) {
  if (!p.length || !r.length) return 0;
  const left = new Map();
  for (const w of r) left.set(w, (left.get(w) ?? 0) + 1);
  let o = 0;
  for (const w of p) {
    const n = left.get(w) ?? 0;
    if (n > 0) {
      o++;
      left.set(w, n - 1);
    }
  }
  return (2 * o) / (p.length + r.length);
}

/** ROUGE-1 and ROUGE-2 F1 of ranked sentences cut at the reference's length, as score.mjs counts. Null for a reference too short to count. */
export function rouge(ranked, reference) {
  const ref = units(reference);
  const cut = [];
  for (const s of ranked) {
    if (cut.length >= ref.length) break;
    cut.push(...units(s));
  }
  cut.length = Math.min(cut.length, ref.length);
  return [f1(cut, ref), f1(pairs(cut), pairs(ref))];
}
