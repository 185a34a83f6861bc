/**
 * `npm run bench -- anchoring [--peers] [odd|even]`: quotes found again after a page changed, by kind of change; and
 * the time it takes. `odd` are the pages that the weights were not learned from.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe as describePeer, locate as locatePeer } from './published-anchoring.mjs';

const here = import.meta.dirname;
const FOUND = 0.8;
const LONG_TEXT = 200_000;

const METHODS = (core) => ({
  Lede: {
    describe: core.describeQuote,
    locate: (text, quote) => {
      const found = core.locateQuote(text, quote);
      return found.ok ? found.value : null;
    },
  },
  'Hypothesis (published method)': { describe: describePeer, locate: locatePeer },
});

function judge(place, truth) {
  if (!truth) return place ? 'shown' : 'refused';
  if (!place) return 'lost';
  const both = Math.max(0, Math.min(place.end, truth[1]) - Math.max(place.start, truth[0]));
  return both / (Math.max(place.end, truth[1]) - Math.min(place.start, truth[0])) >= FOUND ? 'found' : 'wrong';
}

const share = (part, whole) => (whole === 0 ? '–' : ((100 * part) / whole).toFixed(1));
const quantile = (sorted, q) => (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? 0).toFixed(2);

function* cases(page, describe) {
  const quotes = page.quotes.map(({ start, end }) => describe(page.text, start, end));
  for (const [variant, { text, truth }] of Object.entries(page.variants)) yield { variant, text, truth, quotes };
  if (!page.fromReader) return;
  const { text, quotes: inReader } = page.fromReader;
  const kept = inReader.map((q, index) => ({ q, index })).filter(({ q }) => q?.truth);
  yield {
    variant: 'fromReader',
    text: page.text,
    truth: kept.map(({ q }) => q.truth),
    quotes: kept.map(({ q }) => describe(text, q.start, q.end)),
    indices: kept.map(({ index }) => index),
  };
}

/** Time on one text of 200,000 letters: once a page, and a quote at a time. */
function speed(pages, { describe, locate }) {
  let text = '';
  for (const page of pages) if (text.length < LONG_TEXT) text += `\n${page.text}`;
  text = text.slice(0, LONG_TEXT);
  const quotes = Array.from({ length: 200 }, (_, i) => {
    const start = Math.floor((i / 200) * (LONG_TEXT - 1000));
    return { ...describe(text, start, start + [40, 120, 300, 800][i % 4]) };
  });
  let words = 0;
  const changed = text.replace(/[\p{L}\p{N}]+/gu, (word) => (++words % 10 === 0 ? 'altered' : word));
  const others = quotes.map((quote) => ({ ...quote, exact: [...quote.exact].reverse().join('') }));
  const timed = (where, list) => {
    const ms = list.map((quote) => {
      const before = performance.now();
      locate(where, quote);
      return performance.now() - before;
    });
    return { first: ms[0], rest: ms.slice(1).sort((a, b) => a - b) };
  };
  const intact = timed(`${text} `, quotes);
  const edited = timed(`${changed} `, quotes);
  const gone = timed(`${text}  `, others);
  console.log(
    `  200,000 letters: first quote on a page ${intact.first.toFixed(1)} ms; then median / p95 ms a quote: ` +
      Object.entries({ intact, edited, gone })
        .map(([name, { rest }]) => `${name} ${quantile(rest, 0.5)} / ${quantile(rest, 0.95)}`)
        .join(', '),
  );
}

export async function run({ corpus, peers, limit, out, rest }) {
  const file = join(
    resolve(corpus ?? process.env.LEDE_CORPUS ?? join(here, '../../shared/corpus')),
    'anchoring-dev.jsonl',
  );
  if (!existsSync(file)) {
    console.log(`${file} is not there: give --corpus DIR, where the corpora are unpacked.`);
    return 2;
  }
  const core = await import(join(here, '../dist/core/lede-core.js'));
  const half = { even: 0, odd: 1 }[rest?.[0]];
  const pages = readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .filter((_, i) => half === undefined || i % 2 === half)
    .slice(0, limit ? Number(limit) : undefined)
    .map((line) => JSON.parse(line));
  console.log(`${pages.length} pages; % of quotes still there: found / wrong / lost; of those gone: refused`);
  const all = {};
  for (const [name, method] of Object.entries(METHODS(core)).slice(0, peers ? undefined : 1)) {
    const lines = [];
    const times = [];
    for (const page of pages) {
      for (const { variant, text, truth, quotes, indices } of cases(page, method.describe)) {
        const counts = ((all[variant] ??= {})[name] ??= { found: 0, wrong: 0, lost: 0, refused: 0, shown: 0 });
        truth.forEach((range, i) => {
          const before = performance.now();
          const place = method.locate(text, quotes[i]);
          const ms = performance.now() - before;
          times.push(ms);
          counts[judge(place, range)]++;
          const index = indices?.[i] ?? i;
          lines.push({ id: page.id, variant, index, start: place?.start ?? null, end: place?.end ?? null, ms });
        });
      }
    }
    times.sort((a, b) => a - b);
    console.log(`${name}: median ${quantile(times, 0.5)}, p95 ${quantile(times, 0.95)} ms a quote on the corpus`);
    speed(pages, method);
    if (out) {
      mkdirSync(out, { recursive: true });
      const path = join(out, `anchoring-${name.split(' ')[0].toLowerCase()}.jsonl`);
      writeFileSync(path, lines.map((line) => JSON.stringify(line)).join('\n'));
    }
  }
  for (const [variant, methods] of Object.entries(all)) {
    const cells = Object.values(methods).map(({ found, wrong, lost, refused, shown }) => {
      const there = found + wrong + lost;
      const gone = refused + shown > 0 ? `; refused ${share(refused, refused + shown)} of ${refused + shown}` : '';
      return `${share(found, there)} / ${share(wrong, there)} / ${share(lost, there)}${gone}`;
    });
    console.log(`${variant.padEnd(12)} ${cells.map((cell) => cell.padEnd(44)).join(' ')}`);
  }
  return 0;
}
