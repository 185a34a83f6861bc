/** Empties the stored library between tests, because notes follow an article from address to address. */
import type { Browser } from './surface.ts';

/**
 * Deletes every record in Lede's databases, keeps the databases, and declines the offer to restore the lost library,
 * which the library page would show as after a real loss.
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
