/** Finds the active tab through the extension itself. */
import type { Browser } from './surface.ts';

/** The part of the extension API that is used here; Firefox supports Chrome's name too. */
interface Api {
  tabs: { query(which: { active: boolean; lastFocusedWindow: boolean }): Promise<{ id: number }[]> };
}

/** The id of the active tab. */
export function frontTab(lede: Browser): Promise<number> {
  return lede.background(async () => {
    const { chrome } = globalThis as unknown as { chrome: Api };
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    return tab?.id ?? -1;
  }, null);
}
