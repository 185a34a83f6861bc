/** The rules on who may import whom. Every message says what to do instead. */
import { posix } from 'node:path';
import { type Source, importsOf } from './source.ts';

/** The top folders of src, outermost first, and which other folders each may import from. */
const MAY_ENTER: Record<string, string[]> = {
  page: ['adapters', 'messages', 'core'],
  views: ['adapters', 'messages', 'core'],
  background: ['adapters', 'messages', 'core'],
  adapters: ['messages', 'core'],
  messages: ['core'],
  core: [],
};
/** Packages that only one file or folder may import. */
const DOORS: Record<string, { door: RegExp; instead: string }> = {
  '@mozilla/readability': {
    door: /^src\/core\/article\/isolate\.ts$/u,
    instead: 'ask core/article/isolate.ts, the only file that knows it',
  },
  'webextension-polyfill': {
    door: /^src\/adapters\/browser\//u,
    instead: 'give the adapter that stands for this part of the browser a function and call that',
  },
  preact: { door: /^src\/views\//u, instead: 'keep what is drawn with it in views/' },
  dexie: { door: /^src\/adapters\//u, instead: 'ask the adapter of the database' },
};
/** Folders of adapters that only one folder may import: only the background writes. */
const WRITING = /^src\/adapters\/store\/write\//u;

/** Folders of core that may import only each other's types. */
const CORE_ROOMS = ['article', 'digest', 'anchor', 'library'];
/** The one file that counts as types only: its list of tags is the type of a tag. */
const SHAPE = 'src/core/article/article.ts';

function roomOf(path: string): string {
  return path.split('/')[1]?.replace(/\.tsx?$/u, '') ?? '';
}

/** The project's file that an import names, relative to the top; null for a package. */
export function targetOf(path: string, from: string): string | null {
  return from.startsWith('.') ? posix.normalize(posix.join(posix.dirname(path), from.replace(/\?.*$/u, ''))) : null;
}

/** The faults of the imports of one file of src. */
export function arrowFaults({ path, text }: Source): string[] {
  const faults: string[] = [];
  for (const { from, typesOnly } of importsOf(text)) {
    const target = targetOf(path, from);
    if (target === null) {
      const gate = Object.entries(DOORS).find(([name]) => from === name || from.startsWith(`${name}/`))?.[1];
      if (gate && !gate.door.test(path)) faults.push(`${path} imports ${from}: ${gate.instead}.`);
      continue;
    }
    if (!/\.(?:tsx?|css|json|svg)$/u.test(target)) {
      faults.push(`${path} imports ${from}: write the ending (.ts, .tsx) so that a reader can follow it.`);
    }
    if (!target.startsWith('src/')) {
      faults.push(`${path} imports ${from}: src stands alone; move what it needs into src.`);
      continue;
    }
    const [here, there] = [roomOf(path), roomOf(target)];
    if (here !== there && !MAY_ENTER[here]?.includes(there)) {
      faults.push(
        `${path} imports ${target}: ${here} never knows ${there}. Pass it as an argument, ask by a message, ` +
          'or move what both need into core.',
      );
    }
    if (WRITING.test(target) && here !== 'background' && !WRITING.test(path)) {
      faults.push(
        `${path} imports ${target}: only the background writes. Ask it by a message, or read through store/read.`,
      );
    }
    if (here !== 'core' || there !== 'core') continue;
    const [from2, to] = [path.split('/')[2] ?? '', target.split('/')[2] ?? ''];
    if (from2 !== to && CORE_ROOMS.includes(from2) && CORE_ROOMS.includes(to) && !typesOnly && target !== SHAPE) {
      faults.push(
        `${path} imports ${target}: core/${from2} may know core/${to}'s shapes only. Write \`import type\`, ` +
          'or take the value as an argument.',
      );
    }
  }
  return faults;
}
