/** Values in the extension's own local storage, which is separate from the databases of the origin. */
import browser from 'webextension-polyfill';

/** Writes all values; rejects and writes none if the browser refuses. */
export async function setValues(values: Record<string, unknown>): Promise<void> {
  await browser.storage.local.set(values);
}

/** All values whose key begins with `prefix`. */
export async function valuesUnder(prefix: string): Promise<Record<string, unknown>> {
  const all: Record<string, unknown> = await browser.storage.local.get(null);
  return Object.fromEntries(Object.entries(all).filter(([key]) => key.startsWith(prefix)));
}

/** Removes the values of these keys. */
export async function removeValues(keys: string[]): Promise<void> {
  await browser.storage.local.remove(keys);
}

/** Sets a mark that lasts until the browser is closed. It is kept in memory, so that a full disk does not lose it. */
export async function setMark(name: string, on: boolean): Promise<void> {
  await (on ? browser.storage.session.set({ [name]: true }) : browser.storage.session.remove(name)).catch(
    () => undefined,
  );
}

/** Whether `setMark` was called with this name since the browser was started. */
export async function hasMark(name: string): Promise<boolean> {
  try {
    return (await browser.storage.session.get(name))[name] === true;
  } catch {
    return false;
  }
}
