/**
 * Remembers, for this browser session, which open tab shows which address, so that the background can notify the right
 * pages.
 */
import browser from 'webextension-polyfill';

const PREFIX = 'tab:';

/**
 * Remembers the address key that a tab shows. Where the browser refuses, the page learns of changes when it asks
 * again.
 */
export async function rememberTab(tabId: number, key: string): Promise<void> {
  try {
    await browser.storage.session.set({ [PREFIX + tabId]: key });
  } catch {
    return;
  }
}

/** All tabs, each with the address key that it was last known to show. */
export async function rememberedTabs(): Promise<[tabId: number, key: string][]> {
  try {
    const all: Record<string, unknown> = await browser.storage.session.get(null);
    return Object.entries(all).flatMap(([name, key]) =>
      name.startsWith(PREFIX) && typeof key === 'string' ? [[Number(name.slice(PREFIX.length)), key]] : [],
    );
  } catch {
    return [];
  }
}

/** Tabs that were last known to show one of these address keys, each with its key. */
export async function tabsShowing(keys: ReadonlySet<string>): Promise<[tabId: number, key: string][]> {
  return (await rememberedTabs()).filter(([, key]) => keys.has(key));
}

/** Registers a listener that forgets tabs as they close. */
export function forgetClosedTabs(): void {
  browser.tabs.onRemoved.addListener((tabId) => {
    void browser.storage.session.remove(PREFIX + tabId).catch(() => undefined);
  });
}
