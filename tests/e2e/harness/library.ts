/**
 * The library as the browser stores it, from outside: emptied between tests, for notes follow an article from address
 * to address.
 */
import type { Browser } from './surface.ts';

/**
 * Takes every record out of every database of Lede's, leaves the databases standing, and says that the person does not
 * want the lost library back: else the library page offers it, as it does after a real loss.
 */
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
        if (stores.includes('meta')) {
          clearing.objectStore('meta').put({ key: 'lossAnswered', value: Date.now() });
        }
        await new Promise((resolve) => {
          clearing.oncomplete = resolve;
        });
      }
      database.close();
    }
    return null;
  }, null);
}
