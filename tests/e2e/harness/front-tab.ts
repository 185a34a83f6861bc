/** Which tab is in front, as the extension itself knows it. */
import type { Browser } from './surface.ts';

/** What of the extension's own calls is used here; Firefox knows them by Chrome's name too. */
interface Api {
  tabs: { query(which: { active: boolean; lastFocusedWindow: boolean }): Promise<{ id: number }[]> };
}

/** The id of the tab in front. */
export function frontTab(lede: Browser): Promise<number> {
  return lede.background(async () => {
    const { chrome } = globalThis as unknown as { chrome: Api };
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    return tab?.id ?? -1;
  }, null);
}
