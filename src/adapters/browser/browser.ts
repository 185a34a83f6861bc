/** What we ask of the browser's tabs and windows: the tab in front, our own pages, the badge. */
import browser from 'webextension-polyfill';
import { type Result, fail, ok } from '../../core/result.ts';

/** A tab as far as we may know it; `url` only with activeTab or a grant. */
export interface Tab {
  id: number;
  windowId: number;
  url?: string;
  title?: string;
  incognito: boolean;
}

/** The Chromium-only call that the polyfill does not name. */
declare const chrome: { sidePanel?: { open(options: { windowId: number }): Promise<void> } } | undefined;

/** The part of the browser's tab record that we use; null for a window of developer tools. */
export function tabOf(tab: browser.Tabs.Tab): Tab | null {
  if (tab.id === undefined || tab.windowId === undefined) return null;
  return {
    id: tab.id,
    windowId: tab.windowId,
    ...(tab.url ? { url: tab.url } : {}),
    ...(tab.title ? { title: tab.title } : {}),
    incognito: tab.incognito,
  };
}

/** The active tab of the window that was used last, or null. */
export async function activeTab(): Promise<Tab | null> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  return tab ? tabOf(tab) : null;
}

/** Whether a tab is in a private window; false for a closed tab. */
export async function isPrivateTab(tabId: number): Promise<boolean> {
  try {
    return (await browser.tabs.get(tabId)).incognito;
  } catch {
    return false;
  }
}

/** Calls back when another tab comes to the front or the one in front loads another page. */
export function onTabChange(changed: (tabId: number) => void, signal: AbortSignal): void {
  const activated = ({ tabId }: { tabId: number }) => changed(tabId);
  const updated = (tabId: number, change: { status?: string; url?: string }) => {
    if (change.status === 'complete' || change.url) changed(tabId);
  };
  browser.tabs.onActivated.addListener(activated);
  browser.tabs.onUpdated.addListener(updated);
  signal.addEventListener('abort', () => {
    browser.tabs.onActivated.removeListener(activated);
    browser.tabs.onUpdated.removeListener(updated);
  });
}

/** The address of one of our files. */
export function ownUrl(path: string): string {
  return browser.runtime.getURL(path);
}

/** Opens one of our pages in a tab of its own. */
export async function openPage(path: string): Promise<void> {
  await browser.tabs.create({ url: ownUrl(path) });
}

/**
 * Opens the welcome page after an installation: in front, or in the background if Lede was loaded from a folder for
 * development.
 */
export async function openWelcome(path: string): Promise<void> {
  const { installType } = await browser.management.getSelf();
  await browser.tabs.create({ url: ownUrl(path), active: installType !== 'development' });
}

/** Opens an address in a new tab; returns the tab's id. */
export async function openAddress(url: string): Promise<number | undefined> {
  return (await browser.tabs.create({ url })).id;
}

/** Opens a web address in an existing tab; a closed tab is ignored. */
export async function goToAddress(tabId: number, url: string): Promise<void> {
  await browser.tabs.update(tabId, { url }).catch(() => undefined);
}

/** Brings a tab and its window to the front; a closed tab is ignored. */
export async function showTab(tabId: number): Promise<void> {
  try {
    const { windowId } = await browser.tabs.update(tabId, { active: true });
    if (windowId !== undefined) await browser.windows.update(windowId, { focused: true });
  } catch {
    return;
  }
}

/** Opens an address in the active tab, as the address bar does. */
export async function showAddress(url: string): Promise<void> {
  await browser.tabs.update({ url });
}

/** Opens the side panel (Chrome) or the sidebar (Firefox); must run inside a person's click. */
export async function openPanel(windowId: number): Promise<Result<null>> {
  try {
    if (typeof chrome !== 'undefined' && chrome.sidePanel) await chrome.sidePanel.open({ windowId });
    else await browser.sidebarAction.open();
    return ok(null);
  } catch {
    return fail('not-allowed');
  }
}

/** Grey that reads on light and dark toolbars. */
const BADGE_COLOUR = '#5b5b57';

/** Shows a number on the toolbar button of a tab; nothing for 0. A closed tab is ignored. */
export async function setBadge(tabId: number, count: number): Promise<void> {
  try {
    await browser.action.setBadgeBackgroundColor({ tabId, color: BADGE_COLOUR });
    await browser.action.setBadgeText({ tabId, text: count > 0 ? String(count) : '' });
  } catch {
    return;
  }
}
