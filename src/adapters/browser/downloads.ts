/** Saves files into the downloads folder without a click, where the person has allowed it. */
import browser from 'webextension-polyfill';

const ALLOWED = { permissions: ['downloads' as const] };

/** Asks for the permission; must run inside a person's click. False if the person says no. */
export async function askDownloads(): Promise<boolean> {
  try {
    return await browser.permissions.request(ALLOWED);
  } catch {
    return false;
  }
}

/** Gives the permission up. */
export async function dropDownloads(): Promise<void> {
  await browser.permissions.remove(ALLOWED);
}

/** Whether the person has allowed it and not taken it back in the browser's settings. */
export function mayDownload(): Promise<boolean> {
  return browser.permissions.contains(ALLOWED);
}

/**
 * Saves a file under a path within the downloads folder, such as `Lede/backup.zip`; an existing file stays, and the new
 * one gets a number. Resolves with true once the file is complete on the disk.
 */
export async function download(path: string, bytes: Blob): Promise<boolean> {
  const url = URL.createObjectURL(bytes);
  const states = new Map<number, string>();
  let ended: (id: number) => void = () => undefined;
  const listen = ({ id, state }: browser.Downloads.OnChangedDownloadDeltaType) => {
    if (!state?.current || state.current === 'in_progress') return;
    states.set(id, state.current);
    ended(id);
  };
  browser.downloads.onChanged.addListener(listen);
  try {
    const mine = await browser.downloads.download({ url, filename: path, saveAs: false, conflictAction: 'uniquify' });
    // A small file may be there before its id is.
    if (!states.has(mine)) await new Promise<void>((over) => (ended = (id) => id === mine && over()));
    return states.get(mine) === 'complete';
  } catch {
    return false;
  } finally {
    browser.downloads.onChanged.removeListener(listen);
    URL.revokeObjectURL(url);
  }
}
