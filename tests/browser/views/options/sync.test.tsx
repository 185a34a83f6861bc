/** Sync in the options and in the library's header: what a person sees and can do. */
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import axe from 'axe-core';
import { page, userEvent } from 'vitest/browser';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import chinese from '../../../../public/_locales/zh_CN/messages.json';
import english from '../../../../public/_locales/en/messages.json';
import { speak } from '../../../../src/adapters/i18n/sentences.ts';
import { LibraryDatabase } from '../../../../src/adapters/store/database.ts';
import type { Stop, SyncState as State } from '../../../../src/core/library/sync/state.ts';
import { SyncState } from '../../../../src/views/library/SyncState.tsx';
import { Sync } from '../../../../src/views/options/sync/Sync.tsx';
import '../../../../src/views/library/library.css';
import '../../../../src/views/options/options.css';
import '../../../../src/views/parts/base.css';
import { stage } from '../../../fakes/stage.ts';

const ON = { on: true, url: 'https://sync.example/lede', user: 'anna', doneAt: 0 };
const MINUTE_MS = 60_000;
let db: LibraryDatabase;

beforeEach(async () => {
  stage.clear();
  stage.background.set('sync.run', () => null);
  stage.background.set('sync.halt', () => null);
  speak('en', english);
  db = new LibraryDatabase();
  await db.outbox.clear();
});
afterEach(async () => {
  cleanup();
  await db.delete();
});

const remember = (state: Partial<State>) => stage.local.set({ 'sync-state': { ...ON, ...state } });
const waitsFor = (count: number) =>
  db.outbox.bulkPut(Array.from({ length: count }, (_, at) => ({ name: `notes n${at}`, mark: 'm' })));
const line = async () => (await screen.findByRole('status')).textContent?.trim();

describe("the library's head", () => {
  it.each<[string, Partial<State>, number, string]>([
    ['in step', { doneAt: Date.now() - 2.2 * MINUTE_MS }, 0, 'Up to date, synced 2 minutes ago'],
    ['offline', { stop: 'unreachable' }, 3, "The server isn't responding. Changes waiting: 3"],
    ['offline with nothing to send', { stop: 'unreachable' }, 0, "The server isn't responding."],
    ['waiting', { doneAt: 1 }, 3, 'Changes waiting: 3'],
    ['paused', { halted: true }, 4, 'Sync is paused. Changes waiting: 4'],
    ['paused with nothing to send', { halted: true }, 0, 'Sync is paused.'],
    ['stopped', { stop: 'password' }, 0, `Sync has stopped: ${english.sync_stop_password.message}`],
    ['never', {}, 0, 'Sync has not run yet.'],
  ])('says in one line that it is %s', async (_what, state, waiting, said) => {
    await waitsFor(waiting);
    await remember(state);
    render(<SyncState />);
    expect(await line()).toBe(said);
  });

  it('is empty while sync is off', async () => {
    render(<SyncState />);
    await new Promise((over) => setTimeout(over, 50));
    expect(document.querySelector('.library-sync')).toBeNull();
  });

  it('shows the progress of a long round, and lets the person pause and continue it', async () => {
    await remember({ running: true, done: 30, total: 1_200 });
    render(<Sync onSaid={() => undefined} />);
    expect(await line()).toBe('Syncing: 30 of 1,200');
    expect(screen.getByRole<HTMLProgressElement>('progressbar').value).toBe(30);
    expect(screen.getByRole<HTMLButtonElement>('button', { name: english.sync_now.message }).disabled).toBe(true);
    await userEvent.click(screen.getByRole('button', { name: english.sync_halt.message }));
    expect(stage.asked.at(-1)?.kind).toBe('sync.halt');
    await remember({ halted: true, running: false });
    await userEvent.click(await screen.findByRole('button', { name: english.sync_go_on.message }));
    expect(stage.asked.at(-1)).toEqual({ kind: 'sync.run', body: { asked: true } });
  });

  it('says why a deleted item is back, until the person closes the message', async () => {
    await remember({ doneAt: Date.now(), cameBack: 2 });
    render(<SyncState />);
    const said = english.sync_came_back.message.replace('$1', '2');
    await screen.findByText(said);
    await userEvent.click(screen.getByRole('button', { name: english.parts_close.message }));
    await waitFor(() => expect(screen.queryByText(said)).toBeNull());
  });
});

/** Fills in the form and presses "Test"; the server says `stop`. */
async function test(stop: Stop, address = 'https://sync.example/lede'): Promise<void> {
  stage.background.set('sync.look', () => ({ stop }));
  render(
    <main>
      <h1>Lede</h1>
      <Sync onSaid={() => undefined} />
    </main>,
  );
  const fields = await waitFor(() => {
    const found = document.querySelectorAll<HTMLInputElement>('.sync-form .field');
    expect(found).toHaveLength(4);
    return found;
  });
  for (const [at, text] of [address, 'anna', 'secret', 'eleven quiet rivers'].entries()) {
    const field = fields[at];
    if (field) fireEvent.input(field, { target: { value: text } });
  }
  await userEvent.click(screen.getByRole('button', { name: english.sync_test.message }));
}
const statusText = () => screen.getAllByRole('status').map(({ textContent }) => textContent);

describe('the connection test', () => {
  it.each([
    ['unreachable', english.sync_stop_unreachable.message],
    ['not-couchdb', english.sync_stop_not_couchdb.message],
    ['password', english.sync_stop_password.message],
    ['passphrase', english.sync_stop_passphrase.message],
    ['newer', english.sync_stop_newer.message],
  ] as const)('%s is one sentence', async (stop, said) => {
    await test(stop);
    await waitFor(() => expect(statusText()).toContain(said));
  });

  it('offers to create a database that is not there', async () => {
    stage.background.set('sync.create', () => ({ stop: null }));
    await test('no-database');
    const create = await screen.findByRole('button', { name: english.sync_create.message });
    stage.background.set('sync.look', () => ({ stop: null, found: 'empty', documents: 0 }));
    await userEvent.click(create);
    await waitFor(() => expect(statusText()).toContain(english.sync_found_empty.message));
  });

  it('asks for permission for this server only, and shows the commands that make it unnecessary', async () => {
    stage.grants = false;
    await test('cors');
    await waitFor(() => expect(statusText()).toContain(english.sync_stop_not_allowed.message));
    expect(stage.origins).toEqual([]);
    const commands = document.querySelector('.sync-command')?.textContent ?? '';
    expect(commands).toContain('https://sync.example/_node/_local/_config/chttpd/enable_cors');
    expect(commands).toContain(`cors/origins -d '"${location.origin}"'`);
  });

  it('refuses to send a password over http to another machine', async () => {
    render(<Sync onSaid={() => undefined} />);
    const address = await screen.findByLabelText(english.sync_address.message);
    fireEvent.input(address, { target: { value: 'http://192.168.0.2:5984/lede' } });
    await waitFor(() => expect(statusText()).toContain(english.sync_address_unencrypted.message));
    expect(screen.getByRole<HTMLButtonElement>('button', { name: english.sync_test.message }).disabled).toBe(true);
  });
});

describe.each([
  ['light', 'ltr', 800],
  ['dark', 'ltr', 800],
  ['light', 'rtl', 320],
  ['dark', 'rtl', 320],
] as const)('%s, %s, %d px', (theme, dir, width) => {
  it.each<[string, Partial<State> | null]>([
    ['the form with its commands', null],
    ['a long round', { running: true, done: 30, total: 1_200 }],
    ['stopped, with things to know', { stop: 'full', tooNew: 2, foreign: 1, cameBack: 3 }],
  ])('has no violation that axe knows, and nothing sticks out: %s', async (_name, state) => {
    await page.viewport(width, 900);
    Object.assign(document.documentElement, { dir, lang: dir === 'rtl' ? 'ar' : 'en' });
    document.documentElement.dataset['theme'] = theme;
    document.title = 'Lede';
    if (dir === 'rtl') speak('ar', chinese);
    if (state) {
      await remember(state);
      render(
        <main>
          <h1>Lede</h1>
          <SyncState />
          <Sync onSaid={() => undefined} />
        </main>,
      );
      await waitFor(() => expect(document.querySelector('.sync-on')).not.toBeNull());
    } else {
      speak('en', english);
      await test('cors');
      await waitFor(() => expect(document.querySelector('.sync-command')).not.toBeNull());
    }
    const { violations } = await axe.run(document);
    expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.target.join() ?? ''}`)).toEqual([]);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(innerWidth);
  });
});
