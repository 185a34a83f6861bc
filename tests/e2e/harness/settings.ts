import type { Browser } from './surface.ts';

/** Replaces the settings as a person would in the options. Settings that are not given have their defaults. */
export async function setSettings(lede: Browser, settings: { theme?: string; language?: string }): Promise<void> {
  await lede.background(async (change) => {
    interface Api {
      storage: { local: { set(items: object): Promise<void> } };
    }
    const { chrome } = globalThis as unknown as { chrome: Api };
    await chrome.storage.local.set({ settings: change });
  }, settings);
}
