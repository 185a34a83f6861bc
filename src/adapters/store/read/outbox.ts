/** How many changes of this device wait to be synced, for views. */
import { LibraryDatabase } from '../database.ts';

let opened: LibraryDatabase | undefined;

/** Changes that wait; 0 if the database refuses. */
export async function waitingChanges(): Promise<number> {
  try {
    return await (opened ??= new LibraryDatabase()).outbox.count();
  } catch {
    return 0;
  }
}
