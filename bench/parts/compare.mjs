/**
 * Runs Lede and its peers over a list of pages and prints times as ratios to bare Readability on the same pages in the
 * same run.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openExtractors } from './pages.mjs';

const quantile = (sorted, share) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;

/** The installed versions of the peers. */
export function peerVersions() {
  const version = (name) =>
    JSON.parse(readFileSync(join(import.meta.dirname, '..', '..', 'node_modules', name, 'package.json'), 'utf8'))
      .version;
  return `@mozilla/readability ${version('@mozilla/readability')}, defuddle ${version('defuddle')}`;
}

/**
 * Returns predictions by extractor: `{name: [{id, text, ms, meta, counts}]}`, where `counts` holds the elements kept,
 * by kind. `peers` adds Defuddle. Readability always runs, because times are given relative to it.
 */
export async function compare(pages, { peers, rounds = 1, progress = true }) {
  const names = peers ? ['lede', 'readability', 'defuddle'] : ['lede', 'readability'];
  const extractors = await openExtractors();
  console.log(`Chromium ${extractors.version}; ${peerVersions()}; ${pages.length} pages`);
  const predictions = Object.fromEntries(names.map((name) => [name, []]));
  const failures = [];
  let done = 0;
  for (const page of pages) {
    const { id, url, html, contentType } = page();
    const answers = await extractors.extract({ url, html, contentType }, names, rounds);
    for (const name of names) {
      const { text, ms, meta, counts, failure, removed } = answers[name];
      if (failure) failures.push(`${name} ${id}: ${failure}`);
      predictions[name].push({ id, text, ms: Math.round(ms * 100) / 100, meta, counts, removed });
    }
    if (progress && ++done % 200 === 0) console.error(`${done} of ${pages.length}`);
  }
  await extractors.close();
  for (const failure of failures.slice(0, 10)) console.log(failure);
  if (failures.length > 10) console.log(`… and ${failures.length - 10} more`);
  const ratios = predictions.lede.map((row, at) => row.ms / predictions.readability[at].ms).toSorted((a, b) => a - b);
  for (const name of names) {
    const ms = predictions[name].map((row) => row.ms).toSorted((a, b) => a - b);
    console.log(
      `${name}: median ${quantile(ms, 0.5).toFixed(1)} ms, p95 ${quantile(ms, 0.95).toFixed(1)}, ` +
        `p99 ${quantile(ms, 0.99).toFixed(1)}, most ${ms.at(-1)?.toFixed(1)}`,
    );
  }
  console.log(
    `lede ÷ bare readability, page by page: median ${quantile(ratios, 0.5).toFixed(2)}, ` +
      `p95 ${quantile(ratios, 0.95).toFixed(2)}`,
  );
  return predictions;
}
