/** Builds the extension for both browsers once before the end-to-end tests, unless its sources are unchanged. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const ROOT = join(import.meta.dirname, '../../..');
const STAMP = join(ROOT, 'dist/.built');
const MADE_OF = ['manifest.json', 'package.json', 'vite.config.ts', 'tsconfig.json'];
const TARGETS = ['chrome', 'firefox'];

function filesIn(folder: string): string[] {
  if (!existsSync(join(ROOT, folder))) return [];
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)));
}

/** Sizes and times of every file that goes into a build. */
function stamp(): string {
  const files = [...MADE_OF, ...filesIn('src'), ...filesIn('public')].sort();
  const facts = files.map((file) => {
    const { size, mtimeMs } = statSync(join(ROOT, file));
    return `${file} ${size} ${mtimeMs}`;
  });
  return createHash('sha256').update(facts.join('\n')).digest('hex');
}

/** Playwright's global set-up. Throws if the build fails. */
export default function build(): void {
  const now = stamp();
  const built = TARGETS.every((target) => existsSync(join(ROOT, 'dist', target, 'manifest.json')));
  if (built && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === now) return;
  for (const target of TARGETS) {
    const done = spawnSync('npx', ['vite', 'build', '--mode', target, '--logLevel', 'warn'], {
      cwd: ROOT,
      stdio: 'inherit',
    });
    if (done.status !== 0) throw new Error(`The ${target} build does not work.`);
  }
  mkdirSync(join(ROOT, 'dist'), { recursive: true });
  writeFileSync(STAMP, now);
}
