/**
 * Reads the corpora of real pages, which are outside the project (LEDE_CORPUS, default ../shared/corpus), and scores
 * predictions with the scorer stored with them.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const HOME = resolve(process.env.LEDE_CORPUS ?? join(import.meta.dirname, '..', '..', '..', 'shared', 'corpus'));
export const SCORER = join(HOME, 'score.mjs');

/**
 * The folder of the unpacked corpora: `corpus` if given, otherwise a temporary folder that they are unpacked into.
 * Undefined if there are none.
 */
export function unpacked(corpus) {
  if (corpus) return resolve(corpus);
  if (!existsSync(SCORER)) {
    console.log(`No corpus at ${HOME}: set LEDE_CORPUS. Nothing measured.`);
    return undefined;
  }
  const folder = mkdtempSync(join(tmpdir(), 'lede-corpus-'));
  execFileSync(process.execPath, [SCORER, 'unpack', folder], { stdio: 'ignore' });
  return folder;
}

/**
 * Pages as {id, html, url, contentType, truth}, read one at a time. `wanted` (anything with `has(id)`) selects pages.
 */
export function wcxb(folder, wanted) {
  const base = join(folder, 'wcxb-dev');
  return readdirSync(join(base, 'ground-truth'))
    .toSorted()
    .filter((file) => wanted?.has(file.replace(/\.json$/, '')) ?? true)
    .map((file) => () => {
      const id = file.replace(/\.json$/, '');
      const truth = JSON.parse(readFileSync(join(base, 'ground-truth', file), 'utf8'));
      return {
        id,
        url: truth.url,
        contentType: 'text/html',
        html: readFileSync(join(base, 'html', `${id}.html`), 'utf8'),
        truth,
      };
    });
}

/** The pages of the five-language news corpus. */
export function daniel(folder, wanted) {
  const base = join(folder, 'daniel-dev');
  const languages = JSON.parse(readFileSync(join(base, 'languages.json'), 'utf8'));
  return readdirSync(join(base, 'html'))
    .toSorted()
    .filter((id) => wanted?.has(id) ?? true)
    .map((id) => () => ({
      id,
      url: `http://${id.split('_')[1] ?? 'page.example'}/`,
      contentType: 'text/html',
      html: readFileSync(join(base, 'html', id), 'utf8'),
      truth: { reference: readFileSync(join(base, 'reference', id), 'utf8'), language: languages[id] },
    }));
}

/** The pages of the peers' own tests; an id is `suite/name`. */
export function peersPages(folder, wanted) {
  const file = join(folder, 'peers-dev.jsonl');
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
    .filter(({ suite, id }) => wanted?.has(`${suite}/${id}`) ?? true)
    .map(({ suite, id, url, html, truth }) => () => ({
      id: `${suite}/${id}`,
      url,
      contentType: 'text/html',
      html,
      truth: { ...truth, url },
    }));
}

/** Pages with teasers set into them, from a JSON-lines file. */
export function teasers(file) {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => () => {
      const page = JSON.parse(line);
      const truth = { ...page, body: [page.body].flat().join('\n') }; // some files give the body line by line
      return { id: page.id, url: page.url, contentType: page.contentType, html: page.html, truth };
    });
}

/** A sample of at most `limit` items, spread evenly over the list. */
export function sample(list, limit) {
  const most = Number(limit ?? list.length);
  return most >= list.length
    ? list
    : list.filter((_, at) => Math.floor((at * most) / list.length) !== Math.floor(((at - 1) * most) / list.length));
}

/** Writes `PRED` files for each extractor and prints the scorer's tables side by side. Returns the files. */
export function score(kind, where, predictions, out) {
  const folder = out ? resolve(out) : mkdtempSync(join(tmpdir(), 'lede-bench-'));
  mkdirSync(folder, { recursive: true });
  for (const [name, rows] of Object.entries(predictions)) {
    const file = join(folder, `${kind}-${name}.jsonl`);
    writeFileSync(file, rows.map((row) => JSON.stringify(row)).join('\n') + '\n');
    console.log(`\n${name} (${file})`);
    const run = spawnSync(process.execPath, [SCORER, kind, where, file], { encoding: 'utf8', maxBuffer: 2 ** 28 });
    console.log(run.stdout.trim() || run.stderr);
  }
}
