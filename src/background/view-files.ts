/** Answers our own pages about files: imports and backups. */
import type { Handlers } from '../adapters/channel.ts';
import { stored } from '../adapters/database.ts';
import { fail, ok } from '../core/result.ts';
import type { FromView } from '../messages.ts';
import type { Means } from './announce.ts';

type Kinds = 'library.import' | 'backup.restore' | 'backup.saved';

/** The handlers about files. */
export function fileHandlers({ db, nowMs }: Means): Pick<Handlers<FromView>, Kinds> {
  return {
    'library.import': ({ name }) => fail('not-understood', name),
    'backup.restore': () => fail('not-understood'),
    'backup.saved': () =>
      stored(async () => {
        await db.meta.put({ key: 'savedOutsideAt', value: nowMs() });
        return ok(null);
      }),
  };
}
