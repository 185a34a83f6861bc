/** Keeps the key of a language model on this machine, bound to the origin that the person typed it for. */
import * as v from 'valibot';
import browser from 'webextension-polyfill';

/** Apart from the settings, so that it is in no file of settings and in no backup; `storage.local` is never synced. */
const KEY = 'model-key';
/** Longest key that is kept. Characters. */
const KEY_MOST = 512;

const kept = v.object({ key: v.pipe(v.string(), v.maxLength(KEY_MOST)), origin: v.string() });

/** `https://example.org:8443` of an address; null if it is no address of the web. */
function originOf(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const { protocol, origin } = new URL(address);
  return protocol === 'http:' || protocol === 'https:' ? origin : null;
}

/** The key typed for the origin of this address; empty if there is none or it was typed for another origin. */
export async function readModelKey(address: string): Promise<string> {
  const origin = originOf(address);
  if (origin === null) return '';
  try {
    const read = v.safeParse(kept, (await browser.storage.local.get(KEY))[KEY]);
    return read.success && read.output.origin === origin ? read.output.key : '';
  } catch {
    return '';
  }
}

/**
 * Keeps the key for the origin of this address in place of any other, or forgets the stored one if `key` is empty.
 * False if the address is invalid or storage is refused.
 */
export async function keepModelKey(address: string, key: string): Promise<boolean> {
  const origin = originOf(address);
  if (origin === null) return false;
  try {
    if (key === '') await browser.storage.local.remove(KEY);
    else await browser.storage.local.set({ [KEY]: { key: key.slice(0, KEY_MOST), origin } });
    return true;
  } catch {
    return false;
  }
}
