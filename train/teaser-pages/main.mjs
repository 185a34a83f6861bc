/**
 * `node train/teaser-pages/main.mjs OUT [--count N] [--seed S] [--corpus DIR]`: writes OUT/pages.jsonl, pages for
 * training and testing the judge. They are article bodies of the corpora with teasers of other articles in the same
 * container, and pages without teasers that look as if they had some. The same seed and corpora make the same file.
 *
 * A line: `{id, template, shape, whole, lang, url, contentType, title, html, body, teasers, place, near, source, split,
 * heldShape, heldLang}`. `body` is the whole article, one block a line; nothing else in `html` belongs to it. `split`
 * is `train` where neither the shape, nor the language, nor the article's site is held out.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readArticles } from './articles.mjs';
import { makePage, SHAPES } from './page.mjs';
import { chance, hash } from '../random.mjs';
import { WHOLE } from './whole.mjs';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    count: { type: 'string', default: '2000' },
    seed: { type: 'string', default: '1' },
    corpus: { type: 'string' },
  },
});
const [out] = positionals;
const corpus = values.corpus ?? process.env.LEDE_CORPUS_UNPACKED;
if (!out || !corpus || !existsSync(corpus)) {
  console.error(
    'Usage: node train/teaser-pages/main.mjs OUT --corpus DIR [--count N] [--seed S]   (DIR: where the ' +
      'corpora are unpacked)',
  );
  process.exit(2);
}
/**
 * Held-out languages, one of each kind of script. Every third shape and kind, by a hash of its name, is held out too.
 */
const HELD_LANGS = new Set(['ja', 'el', 'vi', 'hi']);
const HELD_SHAPES = new Set([...Object.keys(SHAPES), ...WHOLE].filter((name) => hash(name) % 3 === 0));
/** Shares (0–1) of pages that must stay whole, of pages with teasers on similar topics, and of English pages. */
const SHARE_WHOLE = 0.3;
const SHARE_NEAR = 0.5;
const SHARE_ENGLISH = 0.35;
/** Whether a site's articles are only used for testing: one site in four. */
const isHeldSite = (source) => hash(source) % 4 === 0;

const seed = Number(values.seed);
const byLang = readArticles(corpus, seed);
const languages = [...byLang.keys()].filter((lang) => byLang.get(lang).length >= 20);
const others = languages.filter((lang) => lang !== 'en');
const shapes = Object.keys(SHAPES);
const lines = [];
const told = new Map();
for (let at = 0; lines.length < Number(values.count) && at < Number(values.count) * 3; at++) {
  const luck = chance(hash(`${seed}/${at}`));
  const whole = luck.maybe(SHARE_WHOLE);
  const shape = whole ? WHOLE[at % WHOLE.length] : shapes[at % shapes.length];
  const lang = luck.maybe(SHARE_ENGLISH) ? 'en' : luck.pick(others);
  const pool = byLang.get(lang);
  const article = luck.pick(pool);
  const near = luck.maybe(SHARE_NEAR);
  const page = makePage({ shape, whole, article, pool, chance: luck, near });
  if (!page || (!whole && page.teasers.length === 0)) continue;
  const [heldShape, heldLang] = [HELD_SHAPES.has(shape), HELD_LANGS.has(lang)];
  const split = heldShape || heldLang || isHeldSite(article.source) ? 'test' : 'train';
  lines.push(
    JSON.stringify({
      id: `${shape}-${String(at).padStart(5, '0')}`,
      template: shape,
      shape,
      whole,
      lang,
      ...page,
      near,
      source: article.source,
      split,
      heldShape,
      heldLang,
    }),
  );
  told.set(`${split} ${lang}`, (told.get(`${split} ${lang}`) ?? 0) + 1);
}
mkdirSync(out, { recursive: true });
writeFileSync(join(out, 'pages.jsonl'), `${lines.join('\n')}\n`);
console.log(
  `${lines.length} pages in ${join(out, 'pages.jsonl')}: ${shapes.length} shapes of ` +
    `teasers, ${WHOLE.length} kinds that stay whole, ${HELD_SHAPES.size} of them held out`,
);
for (const [name, count] of [...told].toSorted()) console.log(`${name}\t${count}`);
