/** A device of the soak test: a browser with the built extension, driven through one of the extension's pages. */
import { join } from 'node:path';
import { startChromium } from '../../tests/e2e/harness/chromium.ts';
import { startFirefox } from '../../tests/e2e/harness/firefox.ts';
import type { Browser, Surface } from '../../tests/e2e/harness/surface.ts';
import { articleOf } from '../../tests/fakes/article-of.ts';
import type { Note } from '../../src/core/library/records.ts';
import type { SyncState } from '../../src/core/library/sync/state.ts';
import { recordsOf } from './sync-records.ts';

/** The page that sends the requests. It is a small one. */
const PAGE = 'options/index.html';
/** Records written in one transaction while the library is stocked. */
const PIECE = 500;

/** The result of one request: the note before and after it, and whether it was acknowledged. */
export interface Acted {
  acked: boolean;
  before: Note | null;
  after: Note | null;
}

/** A browser with its own profile. */
export class Device {
  private page!: Surface;
  private constructor(readonly browser: Browser) {}

  static async start(kind: 'chromium' | 'firefox', dist: string, profile: string): Promise<Device> {
    const start = kind === 'chromium' ? startChromium : startFirefox;
    const folder = kind === 'chromium' ? 'chrome' : 'firefox';
    const device = new Device(await start(join(dist, folder), null, 'en_US', profile));
    await device.open();
    return device;
  }
  private async open(): Promise<void> {
    await this.browser.allow('http://127.0.0.1/*');
    this.page = await this.browser.page(PAGE);
    // A killed Firefox may have forgotten the permission: the person's click on "Sync now" asks for it again.
    if ((await this.state()).on) await this.page.click({ css: '.sync-on .option-buttons button' });
  }

  /** Writes the first records straight into the database, before sync is set up. */
  async stock(count: number, nowMs: number): Promise<void> {
    const { entries, notes } = recordsOf(count, nowMs);
    for (const [table, records] of [['entries', entries] as const, ['notes', notes] as const]) {
      for (let at = 0; at < records.length; at += PIECE) {
        await this.page.evaluate(putAll, { table, records: records.slice(at, at + PIECE) });
      }
    }
  }

  /** Fills in the form of the options as a person would. */
  async setUp(url: string, user: string, password: string, passphrase: string): Promise<void> {
    for (const [at, text] of [url, user, password, passphrase].entries()) {
      await this.page.click({ css: '.sync-form .field', at });
      await this.page.type(text);
    }
    await this.page.click({ css: '.sync-form .button-main' });
  }

  /** Sends a request to the background. `id` is the note that is read before and after. */
  act(kind: string, body: unknown, id: string): Promise<Acted> {
    return this.page.evaluate(askAbout, { kind, body, id }).catch(() => ({ acked: false, before: null, after: null }));
  }
  /** The note as it is now. */
  async note(id: string): Promise<Note | null> {
    return (await this.act('', null, id)).before;
  }
  /** The body that adds a note to one of `articles` addresses that all devices share. */
  static addition(id: string, article: number, text: string): unknown {
    const url = `https://added.example/${article}`;
    const quote = { exact: `marked ${id}`, prefix: '', suffix: '', start: 0 };
    const words = articleOf(`## Added ${article}\nAn article of some words, the same on each device.`);
    return { article: { ...words, url, title: `Added ${article}` }, quote, colour: 'green', text, id };
  }

  run(): Promise<unknown> {
    return this.act('sync.run', { asked: true }, '');
  }
  state(): Promise<SyncState> {
    return this.page.evaluate(readState);
  }
  /** All records and their digest, which is equal on devices with equal records. */
  all(): Promise<{ digest: string; waiting: number; entries: unknown[]; notes: Note[] }> {
    return this.page.evaluate(readAll);
  }
  killWorker(): Promise<void> {
    return this.browser.stopBackground();
  }
  async killBrowser(): Promise<void> {
    await this.browser.crash();
    await this.open();
  }
  close(): Promise<void> {
    return this.browser.close();
  }
}

async function putAll({ table, records }: { table: string; records: unknown[] }): Promise<null> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('lede');
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error ?? new Error('lede'));
  });
  const writing = database.transaction(table, 'readwrite');
  for (const record of records) writing.objectStore(table).put(record);
  await new Promise((done) => writing.addEventListener('complete', done));
  database.close();
  return null;
}

interface Api {
  runtime: { sendMessage(message: unknown): Promise<{ ok: boolean; value: unknown } | undefined> };
  storage: { local: { get(key: string): Promise<Record<string, unknown>> } };
}

/** Runs in the page. A killed background never answers, so the request counts as not acknowledged after a timeout. */
async function askAbout({ kind, body, id }: { kind: string; body: unknown; id: string }): Promise<Acted> {
  const scope = globalThis as unknown as { browser?: Api; chrome: Api };
  const { runtime } = scope.browser ?? scope.chrome;
  const look = async (): Promise<Note | null> => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('lede');
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error ?? new Error('lede'));
    });
    const asking = database.transaction('notes').objectStore('notes').get(id);
    const note = await new Promise<Note | null>((resolve) => {
      asking.onsuccess = () => resolve((asking.result as Note | undefined) ?? null);
      asking.onerror = () => resolve(null);
    });
    database.close();
    return note;
  };
  const before = await look();
  if (kind === '') return { acked: false, before, after: before };
  const late = new Promise<undefined>((done) => setTimeout(() => done(undefined), 20_000));
  const asked = runtime.sendMessage({ lede: 'ask', kind, body }).catch(() => undefined);
  const answer = await Promise.race([asked, late]);
  if (answer?.ok !== true) return { acked: false, before, after: null };
  const own = kind === 'note.change' || kind === 'note.add';
  return { acked: true, before, after: own ? (answer.value as Note) : await look() };
}

async function readState(): Promise<SyncState> {
  const scope = globalThis as unknown as { browser?: Api; chrome: Api };
  const { storage } = scope.browser ?? scope.chrome;
  return ((await storage.local.get('sync-state'))['sync-state'] ?? {}) as SyncState;
}

async function readAll(): Promise<{ digest: string; waiting: number; entries: unknown[]; notes: Note[] }> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('lede');
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error ?? new Error('lede'));
  });
  const reading = database.transaction(['entries', 'notes', 'outbox', 'erased']);
  const rows = (table: string) =>
    new Promise<unknown[]>((resolve) => {
      const asking = reading.objectStore(table).getAll();
      asking.onsuccess = () => resolve(asking.result);
    });
  const [entries, notes, outbox, erased] = await Promise.all(['entries', 'notes', 'outbox', 'erased'].map(rows));
  database.close();
  const sorted = (_key: string, value: unknown): unknown =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : value;
  const text = JSON.stringify([entries, notes, (erased ?? []).map((one) => (one as { id: string }).id)], sorted);
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  const digest = [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return { digest, waiting: outbox?.length ?? 0, entries: entries ?? [], notes: (notes ?? []) as Note[] };
}
