/** How a person calls Lede besides the toolbar button: shortcuts, the context menu, the first start. */
import browser from 'webextension-polyfill';
import { type Tab, tabOf } from './browser.ts';

/** One item of the context menu. */
export interface MenuItem {
  id: string;
  title: string;
  contexts: ('page' | 'selection' | 'image' | 'action')[];
}

/** Calls back when Lede was just installed or updated. */
export function onInstalled(installed: (reason: 'install' | 'update') => void): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install' || reason === 'update') installed(reason);
  });
}

/** Calls back for a shortcut of the manifest, inside the person's gesture. */
export function onCommand(run: (name: string, tab: Tab | null) => void): void {
  browser.commands.onCommand.addListener((name, tab) => run(name, tab ? tabOf(tab) : null));
}

/** The shortcuts as the person has set them; `shortcut` is empty if none is set. */
export async function shortcuts(): Promise<{ name: string; shortcut: string; description: string }[]> {
  const all = await browser.commands.getAll();
  return all.map((c) => ({ name: c.name ?? '', shortcut: c.shortcut ?? '', description: c.description ?? '' }));
}

/** Opens the browser's own page to change shortcuts; false if only the person can open it. */
export async function openShortcuts(): Promise<boolean> {
  const { commands } = browser;
  try {
    if ('openShortcutSettings' in commands && typeof commands.openShortcutSettings === 'function') {
      await commands.openShortcutSettings();
    } else await browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
    return true;
  } catch {
    return false;
  }
}

/** Replaces Lede's context menu with these items. */
export async function setMenu(items: MenuItem[]): Promise<void> {
  await browser.contextMenus.removeAll();
  for (const { id, title, contexts } of items) browser.contextMenus.create({ id, title, contexts });
}

/** Calls back for a click in our context menu, inside the person's gesture. */
export function onMenu(run: (id: string, tab: Tab | null) => void): void {
  browser.contextMenus.onClicked.addListener((info, tab) => run(String(info.menuItemId), tab ? tabOf(tab) : null));
}
