/** How well an outline is found where the page's own headings are taken away: the tags alone, then the lines too; and whether texts without sections stay without. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { heldOut, readArticles, withoutTags } from './parts/articles.mjs';
import { sample, unpacked, wcxb } from './parts/corpora.mjs';
import { compareLines, flat, mean } from './parts/outline-score.mjs';

const KINDS = new Set(['article', 'documentation']);
const percent = (x) => x.toFixed(3);

/** Headings found again, and their levels, over pages that have two or more. */
function headingTable(rows) {
  console.log('\nHeadings found again, their tags removed (mean of pages; in brackets all lines together)');
  console.log(['pages of', 'pages', 'P', 'R', 'F1', 'level', 'level of all-1'].join('\t'));
  for (const [name, list] of groups(rows)) {
    const sum = (key) => list.reduce((n, row) => n + row[key], 0);
    const hits = sum('hits');
    const levels = list.filter((row) => row.hits > 0);
    console.log(
      [
        name,
        list.length,
        percent(hits / (hits + sum('wrong'))),
        percent(hits / (hits + sum('missed'))),
        `${percent(mean(list.map((row) => row.f1)))} (${percent((2 * hits) / (2 * hits + sum('wrong') + sum('missed')))})`,
        `${percent(mean(levels.map((row) => row.agree / row.hits)))} (${percent(sum('agree') / hits)})`,
        `${percent(mean(levels.map((row) => row.ones / row.hits)))} (${percent(sum('ones') / hits)})`,
      ].join('\t'),
    );
  }
}

/** Rows by kind of page and by whether their site was held out of training; held out ones decide. */
function groups(rows) {
  const held = rows.filter((row) => row.heldOut);
  return [
    ['sites never trained on', held],
    ['… articles', held.filter((row) => row.type === 'article')],
    ['… documentation', held.filter((row) => row.type === 'documentation')],
    ['sites trained on', rows.filter((row) => !row.heldOut)],
  ];
}

export async function run({ corpus, limit }) {
  const folder = unpacked(corpus);
  if (!folder) return 0;
  const { digest } = await import(pathToFileURL(join(import.meta.dirname, '..', 'dist', 'core', 'lede-core.js')).href);
  const pages = sample(
    wcxb(folder).filter((page) => KINDS.has(page().truth._internal?.page_type?.primary)),
    limit,
  );
  const lines = [];
  const times = [];
  for await (const { id, truth, article } of readArticles(pages)) {
    const type = truth._internal.page_type.primary;
    const own = flat(digest(article).outline).filter((node) => node.source === 'heading');
    if (own.length < 2) continue;
    const bare = withoutTags(article);
    const begun = performance.now();
    const guessed = flat(digest(bare).outline).filter((node) => node.source === 'typographic');
    times.push(performance.now() - begun);
    const depths = new Map(own.map((node) => [node.start, node.depth]));
    const result = compareLines(new Map(guessed.map((node) => [node.start, node.depth])), depths);
    const ones = guessed.filter((node) => depths.get(node.start) === 1).length;
    lines.push({ id, type, heldOut: heldOut(id, article.url), ones, ...result });
  }
  headingTable(lines);
  times.sort((a, b) => a - b);
  console.log(
    `digest: median ${times[times.length >> 1]?.toFixed(1)} ms, p95 ${times[Math.floor(times.length * 0.95)]?.toFixed(1)} ms (node)`,
  );
  return 0;
}
