/** The build configuration names only files and folders that exist. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { CHUNKS } from '../vite.config.ts';

it('every file and folder of a chunk exists', () => {
  const paths = CHUNKS.flatMap(({ of, but = [] }) => [...of, ...but]);
  expect(paths.length).toBeGreaterThan(10);
  expect(paths.filter((path) => !existsSync(join(import.meta.dirname, '..', path)))).toEqual([]);
});
