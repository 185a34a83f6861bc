/** The shapes of what our own pages ask about sync. */
import * as v from 'valibot';
import { serverAddress } from '../../core/library/sync/address.ts';
import type { FromViewOnSync } from '../../messages.ts';
import type { Shapes } from '../request-schemas.ts';

const line = v.pipe(v.string(), v.maxLength(1_000));
const server = {
  url: v.pipe(
    v.string(),
    v.check((url) => 'url' in serverAddress(url), 'no database to sync with'),
  ),
  user: line,
  password: line,
};
const passphrase = v.pipe(v.string(), v.minLength(1), v.maxLength(1_000));

/** What our own pages may ask about sync. */
export const syncShapes: Shapes<FromViewOnSync> = {
  'sync.look': v.object({ ...server, passphrase }),
  'sync.create': v.object(server),
  'sync.start': v.object({ ...server, passphrase, notesOnly: v.boolean(), settings: v.boolean() }),
  'sync.run': v.object({ asked: v.boolean() }),
  'sync.halt': v.null(),
  'sync.leave': v.null(),
  'sync.change-passphrase': v.object({ passphrase }),
  'sync.remove': v.null(),
  'sync.invite': v.object({ withPassword: v.boolean() }),
};
