/** Following the library: changes are reported at once, and handled at a limited rate. */
import { afterEach, expect, it } from 'vitest';
import { followChanges } from '../../../../../src/adapters/store/read/changes.ts';
import { stage } from '../../../../fakes/stage.ts';

const life = new AbortController();
afterEach(() => life.abort());

it('reports a change at once while an earlier one is being handled, and handles it afterwards', async () => {
  const acted: string[][] = [];
  const heard: string[] = [];
  let finish = (): void => undefined;
  const first = new Promise<void>((done) => (finish = done));
  const act = async (ids: string[]) => {
    acted.push(ids);
    await first;
  };
  followChanges(act, life.signal, (ids) => heard.push(...ids));
  for (const id of ['a', 'b', 'c']) stage.tell('library.changed', { entryIds: [id] });
  expect(heard).toEqual(['a', 'b', 'c']);
  expect(acted).toEqual([['a']]);
  finish();
  await expect.poll(() => acted).toEqual([['a'], ['b', 'c']]);
});
