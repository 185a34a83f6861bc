/** Stands in for webextension-polyfill where a test runs outside an extension: only what adapters name, and no behaviour of the thing under test. */

/** One area of storage, in memory. */
function area() {
  const kept = new Map<string, unknown>();
  return {
    get: (key: string | null) =>
      Promise.resolve(Object.fromEntries([...kept].filter(([name]) => key === null || name === key))),
    set: (items: Record<string, unknown>) => {
      for (const [name, value] of Object.entries(items)) kept.set(name, value);
      return Promise.resolve();
    },
    remove: (key: string) => Promise.resolve(void kept.delete(key)),
  };
}

/** All that was sent to views (`told`) and to pages (`asked`), for tests to read. */
export const sent: { told: unknown[]; asked: { tabId: number; message: unknown }[] } = { told: [], asked: [] };

export default {
  runtime: {
    id: 'fake',
    getURL: (path: string) => `chrome-extension://fake/${path}`,
    sendMessage: (message: unknown) => Promise.resolve(void sent.told.push(message)),
    onMessage: { addListener: () => undefined, removeListener: () => undefined },
  },
  tabs: {
    sendMessage: (tabId: number, message: unknown) => Promise.resolve(void sent.asked.push({ tabId, message })),
  },
  permissions: { contains: () => Promise.resolve(false) },
  storage: { local: area(), session: area() },
  i18n: { getMessage: (key: string) => key, getUILanguage: () => 'en' },
};
