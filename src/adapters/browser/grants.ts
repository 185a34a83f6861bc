/** The sites that the person granted lasting access to, and the loader that starts there automatically. */
import browser from 'webextension-polyfill';
import { inject } from './injection.ts';

/** The pattern that grants every site. */
export const ALL_SITES = '*://*/*';

/** The id under which the loader is registered for granted sites. */
const GRANTED_SCRIPT = 'lede-granted';
/** Runs on every page of a granted site and loads the rest only if there is something to do. */
const LOADER = '/loader.js';

/** The pattern of a grant for the site of an address, `https://example.org/*`; null for addresses that have no site. */
export function grantPattern(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const { protocol, hostname } = new URL(url);
  return protocol === 'http:' || protocol === 'https:' ? `${protocol}//${hostname}/*` : null;
}

/** Whether the person granted the site of this address. */
export async function isGranted(url: string): Promise<boolean> {
  const origin = grantPattern(url);
  return origin !== null && browser.permissions.contains({ origins: [origin] });
}

/** Whether a grant can be asked for here: Firefox has no `permissions` in an extension page framed by a web page. */
export function canAskGrant(): boolean {
  return 'permissions' in browser;
}

/** Asks for a grant; must run inside a person's click. False if the person says no. */
export async function askGrant(origin: string): Promise<boolean> {
  try {
    return await browser.permissions.request({ origins: [origin] });
  } catch {
    return false;
  }
}

/** Gives a grant up. */
export async function dropGrant(origin: string): Promise<boolean> {
  return browser.permissions.remove({ origins: [origin] });
}

/** Every pattern granted now. */
export async function grants(): Promise<string[]> {
  return (await browser.permissions.getAll()).origins ?? [];
}

/** Registers the loader for granted sites, and only for those. Call again whenever grants change. */
export async function followGrants(): Promise<void> {
  const matches = await grants();
  const known = await browser.scripting.getRegisteredContentScripts({ ids: [GRANTED_SCRIPT] });
  if (known.length) await browser.scripting.unregisterContentScripts({ ids: [GRANTED_SCRIPT] });
  if (!matches.length) return;
  await browser.scripting.registerContentScripts([
    { id: GRANTED_SCRIPT, js: [LOADER], matches, runAt: 'document_idle', persistAcrossSessions: true },
  ]);
}

/** Puts the loader again into every open tab of a granted site, as after an update. */
export async function enterGranted(): Promise<void> {
  const origins = await grants();
  if (!origins.length) return;
  const tabs = await browser.tabs.query({ url: origins });
  await Promise.all(tabs.map((tab) => (tab.id === undefined ? null : inject(tab.id, [LOADER]))));
}

/** Calls back whenever a grant is given or taken. */
export function onGrants(changed: () => void): void {
  browser.permissions.onAdded.addListener(changed);
  browser.permissions.onRemoved.addListener(changed);
}
