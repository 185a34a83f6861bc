/** The library as the browser stores it, from outside: emptied between tests, for notes follow an article from address to address. */
import type { Browser } from './surface.ts';

/** Takes every record out of every database of Lede's, and leaves the databases standing. */
export function emptyLibrary(lede: Browser): Promise<null> {
  return lede.background(async () => {
    for (const { name } of await indexedDB.databases()) {
      if (!name) continue;
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open(name);
        opening.onsuccess = () => resolve(opening.result);
        opening.onerror = () => reject(opening.error ?? new Error(name));
      });
      const stores = [...database.objectStoreNames];
      if (stores.length > 0) {
        const clearing = database.transaction(stores, 'readwrite');
        for (const store of stores) clearing.objectStore(store).clear();
        await new Promise((resolve) => {
          clearing.oncomplete = resolve;
        });
      }
      database.close();
    }
    return null;
  }, null);
}
