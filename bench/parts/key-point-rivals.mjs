/** The peers of key points: textbook rankings (reimplemented), Lede's first method, and npm packages. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { runnerImport } from 'vite';

const TOP = join(import.meta.dirname, '..', '..');
const load = async (name) => (await runnerImport(join(TOP, 'src', 'core', 'digest', name))).module;

/**
 * Packages that install without scripts and load in Node 20. node-summarizer needs its install script, and node-summary
 * does not load.
 */
const PACKAGES = { 'ts-textrank': '1.0.3', lexrank: '1.0.5' };

/** Ranks sentences by PageRank on their graph. `alike(a, b)` gives the similarity of two lists of units. */
function walk(lists, alike) {
  const n = lists.length;
  const graph = lists.map((a, i) => lists.map((b, j) => (i === j ? 0 : alike(a, b))));
  const degree = graph.map((row) => row.reduce((x, y) => x + y, 0) || 1);
  let rank = lists.map(() => 1 / n);
  for (let round = 0; round < 30; round++) {
    rank = rank.map((_, i) => 0.15 / n + 0.85 * rank.reduce((sum, r, j) => sum + (graph[i][j] * r) / degree[j], 0));
  }
  return rank;
}

/** TextRank's similarity (Mihalcea & Tarau 2004): shared words divided by the sum of the logs of both lengths. */
function overlap(a, b) {
  const words = new Set(a);
  const both = [...new Set(b)].filter((id) => words.has(id)).length;
  return both / (Math.log(a.length + 1) + Math.log(b.length + 1) || 1);
}

const order = (scores) =>
  scores.map((score, index) => ({ score, index })).sort((x, y) => y.score - x.score || x.index - y.index);

/**
 * Lede's first method: greedy coverage of weighted concepts, a prior from position and PageRank, and a policy of 30
 * weights. All weights were set elsewhere.
 */
const FIRST_METHOD = {
  statics: {
    logLength: -1.19,
    logRank: 1.63,
    nearTop: 2.6,
    headingShare: 1.05,
    middle: -0.72,
    lastSection: 0.46,
    place01: -0.24,
    item: -0.52,
    noEnd: -0.5,
    short: -0.9,
    long: -0.21,
    question: -0.75,
    colon: -0.6,
    startsQuote: -0.24,
    digit: 0.25,
    opensSection: 0.2,
    opensParagraph: 0.05,
    firstSection: 0.06,
  },
  moving: { logConcepts: 1.27, titleFresh: 2.04, likest: 0.73, sameSection: -0.09 },
};

/** The rivals by name. Each maps an article to its sentences, most important first. */
export async function rivals() {
  const { parseSentences } = await load('key-points/candidates.ts');
  const { centrality, rowsOf } = await load('key-points/centrality.ts');
  const { conceptsOf } = await load('key-points/concepts.ts');
  const { ranked } = await load('key-points/policy.ts');
  const { STATIC_FEATURES, LATER_FEATURES } = await load('key-points/static-features.ts');
  const { DYNAMIC_FEATURES } = await load('key-points/greedy-choice.ts');
  const { KEY_POINT_WEIGHTS } = await load('key-points/key-points-weights.ts');
  const first = {
    ...KEY_POINT_WEIGHTS,
    statics: STATIC_FEATURES.map((name) => FIRST_METHOD.statics[name] ?? 0),
    moving: DYNAMIC_FEATURES.map((name) => FIRST_METHOD.moving[name] ?? 0),
    later: LATER_FEATURES.map(() => 0),
  };
  const by = (score) => (article) => {
    const parsed = parseSentences(article);
    return score(parsed).map(({ index }) => parsed.candidates[index].text);
  };
  return {
    lead: (article) =>
      article.blocks.filter(({ kind }) => kind !== 'heading').map(({ start, end }) => article.text.slice(start, end)),
    TextRank: by((parsed) => order(walk(conceptsOf(parsed).topics, overlap))),
    LexRank: by((parsed) => {
      const size = parsed.lexicon.names.length;
      return order([...centrality(rowsOf(conceptsOf(parsed).topics, size), size).rank]);
    }),
    'first method': by((parsed) => ranked(parsed, first)),
  };
}

/**
 * The npm peers, installed into .cache/peers without running any of their scripts. They take English text without
 * headings.
 */
export async function packages() {
  const folder = join(TOP, '.cache', 'peers');
  const wanted = Object.entries(PACKAGES).map(([name, version]) => `${name}@${version}`);
  if (!Object.keys(PACKAGES).every((name) => existsSync(join(folder, 'node_modules', name)))) {
    mkdirSync(folder, { recursive: true });
    const options = ['--no-save', '--ignore-scripts', '--no-audit', '--no-fund', '--prefix', folder];
    execFileSync('npm', ['install', ...options, ...wanted], { stdio: 'inherit' });
  }
  const need = createRequire(join(folder, 'node_modules', 'index.js'));
  const versions = Object.keys(PACKAGES).map(
    (name) => `${name} ${JSON.parse(readFileSync(join(folder, 'node_modules', name, 'package.json'), 'utf8')).version}`,
  );
  console.log(`npm peers: ${versions.join(', ')}`);
  const plain = (article) =>
    article.blocks
      .filter(({ kind }) => kind !== 'heading')
      .map(({ start, end }) => article.text.slice(start, end))
      .map((line) => (/[.!?]["”’)]*$/.test(line) ? line : `${line}.`))
      .join('\n');
  const found = {};
  const { AbsoluteSummarizerConfig, DefaultTextParser, NullLogger, SorensenDiceSimilarity, Summarizer } =
    need('ts-textrank');
  const config = new AbsoluteSummarizerConfig(
    30,
    new SorensenDiceSimilarity(),
    new DefaultTextParser(),
    0.85,
    Summarizer.SORT_SCORE,
  );
  const summarizer = new Summarizer(config, new NullLogger());
  found['ts-textrank'] = (article) => summarizer.summarize(plain(article), 'en');
  const lexrank = need('lexrank');
  found.lexrank = (article) =>
    new Promise((done) => {
      lexrank.summarize(plain(article), 30, (error, lines) => {
        done(error ? [] : [...lines].sort((a, b) => b.weight - a.weight).map((line) => line.text));
      });
    });
  return found;
}
