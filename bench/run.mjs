/** `npm run bench -- NAME [options]`: builds the core and runs bench/NAME.mjs, which exports `run(options)`. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const here = import.meta.dirname;
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    corpus: { type: 'string' }, // a folder where score.mjs has unpacked the corpora, instead of unpacking again
    peers: { type: 'boolean', default: false },
    kills: { type: 'string' }, // how many a soak ends after
    minutes: { type: 'string' }, // how long a piece of a soak may take
    limit: { type: 'string' }, // pages at the most, for a quick look
    out: { type: 'string' }, // where prediction files go
    more: { type: 'string' }, // a second file of ratings, to learn from (points)
    unseen: { type: 'string' }, // ratings of articles that nothing was learned from (points)
    questions: { type: 'string' }, // where the questions to a language model go (points)
    answers: { type: 'string' }, // a language model's answers to them (points)
  },
});
const name = positionals[0] ?? '';
const file = join(here, `${name}.mjs`);
if (!/^[a-z-]+$/.test(name) || name === 'run' || !existsSync(file)) {
  const names = readdirSync(here).filter((f) => f.endsWith('.mjs') && f !== 'run.mjs');
  console.error(`Which bench? ${names.map((f) => f.slice(0, -4)).join(', ')}`);
  process.exit(2);
}
const built = spawnSync('npx', ['vite', 'build', '--mode', 'core', '--logLevel', 'warn'], {
  stdio: 'inherit',
  cwd: join(here, '..'),
});
if (built.status !== 0) process.exit(built.status ?? 1);
const { run } = await import(file);
process.exit((await run({ ...values, rest: positionals.slice(1) })) ?? 0);
