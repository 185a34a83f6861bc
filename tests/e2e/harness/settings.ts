import type { Browser } from './surface.ts';

/** Replaces the settings with what a person would set in the options; what is not named is as after installing. */
export async function setSettings(lede: Browser, settings: { theme?: string; language?: string }): Promise<void> {
  await lede.background(async (change) => {
    interface Api {
      storage: { local: { set(items: object): Promise<void> } };
    }
    const { chrome } = globalThis as unknown as { chrome: Api };
    await chrome.storage.local.set({ settings: change });
  }, settings);
}
