/** Wakes the background later, also when it was stopped meanwhile. */
import browser from 'webextension-polyfill';

/** Wakes every so many minutes; setting it again changes nothing. The browsers wait half a minute at least. */
export async function wakeEvery(name: string, minutes: number): Promise<void> {
  const there = await browser.alarms.get(name);
  if (there?.periodInMinutes !== minutes) await browser.alarms.create(name, { periodInMinutes: minutes });
}

/** No more waking under this name. */
export async function stopWaking(name: string): Promise<void> {
  await browser.alarms.clear(name);
}

/** Calls back at each waking, with its name. */
export function onWake(woken: (name: string) => void): void {
  browser.alarms.onAlarm.addListener(({ name }) => woken(name));
}

/** How often the browser hears from us while we work: it stops a worker that was silent for thirty seconds. ms */
const HEARD_MS = 20_000;

/**
 * Runs work that takes long and goes on without events: each call of the extension's API lets the browser's patience
 * start over.
 */
export async function awake<T>(work: () => Promise<T>): Promise<T> {
  const timer = setInterval(() => void browser.runtime.getPlatformInfo().catch(() => undefined), HEARD_MS);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}
