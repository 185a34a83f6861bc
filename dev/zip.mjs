/**
 * Makes reproducible zips, which are the same byte for byte wherever and whenever they are made: sorted entries, one
 * fixed time, no file modes.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';

/** The oldest time a zip can hold. fflate reads it in the machine's own time zone, and so does this constructor. */
const TIME = new Date(1980, 0, 1);

/** Every file under a folder, as sorted paths relative to it, with `/`. */
export function filesUnder(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
}

/** The bytes of a zip of these files. `paths` are relative to the folder; `extra` maps more paths to their texts. */
export function zipOf(folder, paths, extra = {}) {
  const entries = [
    ...paths.map((path) => [path, readFileSync(join(folder, path))]),
    ...Object.entries(extra).map(([path, text]) => [path, new TextEncoder().encode(text)]),
  ].sort(([a], [b]) => (a < b ? -1 : 1));
  return zipSync(Object.fromEntries(entries), { level: 9, mtime: TIME });
}
