/** Wakes the background later, even if the browser has stopped it in the meantime. */
import browser from 'webextension-polyfill';

/**
 * Wakes the background every `minutes` minutes; setting the same alarm again changes nothing. Browsers wait at least
 * half a minute.
 */
export async function wakeEvery(name: string, minutes: number): Promise<void> {
  const there = await browser.alarms.get(name);
  if (there?.periodInMinutes !== minutes) await browser.alarms.create(name, { periodInMinutes: minutes });
}

/** Clears the alarm of this name. */
export async function stopWaking(name: string): Promise<void> {
  await browser.alarms.clear(name);
}

/** Calls back at each waking, with its name. */
export function onWake(woken: (name: string) => void): void {
  browser.alarms.onAlarm.addListener(({ name }) => woken(name));
}

/**
 * Interval of keep-alive calls during long work, in ms. The browser stops a worker that makes no calls for thirty
 * seconds.
 */
const HEARD_MS = 20_000;

/** Runs long work that waits for no events: each call of an extension API restarts the browser's idle timer. */
export async function awake<T>(work: () => Promise<T>): Promise<T> {
  const timer = setInterval(() => void browser.runtime.getPlatformInfo().catch(() => undefined), HEARD_MS);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}
