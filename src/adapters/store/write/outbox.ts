/** Records, in the transaction that writes a record, that it waits to be sent; only while sync is on. */
import { type LibraryDatabase, type Outgoing } from '../database.ts';

/** The key in `meta` that is set while sync is on. */
export const FOLLOWING = 'syncing';

/** Puts these names (`notes <id>`) into the outbox. Must run in a transaction that holds `outbox` and `meta`. */
export async function rememberToSend(db: LibraryDatabase, names: Iterable<string>, mark: string): Promise<void> {
  const rows: Outgoing[] = [...new Set(names)].map((name) => ({ name, mark }));
  if (rows.length && (await db.meta.get(FOLLOWING))) await db.outbox.bulkPut(rows);
}
