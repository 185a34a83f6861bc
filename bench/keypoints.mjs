/** `npm run bench -- keypoints [--peers]`: key points against what authors wrote, by set. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { articleOf, keyPointRows, rougeAtLength as rouge } from './parts/key-point-articles.mjs';

const root = join(import.meta.dirname, '..');

export async function run({ corpus, limit, out }) {
  const rows0 = keyPointRows(corpus);
  if (!rows0) {
    console.log('keypoints-dev.jsonl is not here: set --corpus or LEDE_CORPUS to the folder that holds it. Skipped.');
    return 0;
  }
  const { rank, keyPoints } = await import(join(root, 'dist/core/lede-core.js'));
  const lines = rows0;
  const rows = limit ? lines.filter((_, i) => i % Math.ceil(lines.length / Number(limit)) === 0) : lines;
  const sets = new Map();
  const predictions = [];
  for (const row of rows) {
    const article = articleOf(row);
    const from = performance.now();
    const { points } = keyPoints(article);
    const ms = performance.now() - from;
    const ranked = rank(article).map((p) => p.text);
    predictions.push({ id: row.id, points: points.slice(0, 5).map((p) => p.text), ranked, ms });
    const [r1, r2] = rouge(ranked, row.reference);
    const s = sets.get(row.set) ?? { n: 0, r1: 0, r2: 0, ms: [] };
    s.n++;
    s.r1 += r1;
    s.r2 += r2;
    s.ms.push(ms);
    sets.set(row.set, s);
  }
  for (const [name, s] of sets) {
    s.ms.sort((a, b) => a - b);
    console.log(
      name.padEnd(12),
      s.n,
      (s.r1 / s.n).toFixed(3),
      (s.r2 / s.n).toFixed(3),
      'ms',
      s.ms[s.n >> 1].toFixed(1),
      s.ms[Math.floor(s.n * 0.95)].toFixed(1),
    );
  }
  const folder = out ?? join(root, '.cache/keypoints');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'keypoints.jsonl'), predictions.map((p) => JSON.stringify(p)).join('\n'));
  return 0;
}
