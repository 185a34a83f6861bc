/** Tries a server for sync: looks at it, creates its database, starts; and says what came of it. */
import { ask } from '../../../adapters/browser/channel.ts';
import { askGrant, grantPattern } from '../../../adapters/browser/grants.ts';
import { number, t } from '../../../adapters/i18n/sentences.ts';
import type { Stop } from '../../../core/library/sync/state.ts';
import type { SyncServer } from '../../../messages.ts';

/** What the last try came to: what stops it, or a sentence about what was found; null if there is nothing to say. */
export type Outcome = { stop: Stop } | { stop: null; sentence: string } | null;

/** What the form holds when a person presses one of its buttons. */
export interface Wish {
  server: SyncServer;
  passphrase: string;
  notesOnly: boolean;
  settings: boolean;
}

/** Looks at the server and changes nothing. */
export async function look({ server, passphrase }: Wish): Promise<Outcome> {
  const answer = await ask('sync.look', { ...server, passphrase });
  if (!answer.ok) return { stop: 'unreachable' };
  if (answer.value.stop !== null) return { stop: answer.value.stop };
  const { found, documents } = answer.value;
  const sentence = found === 'empty' ? t('sync_found_empty') : t('sync_found_library', number(documents));
  return { stop: null, sentence };
}

/** Starts sync; null if it has started. */
export async function start({ server, ...wish }: Wish): Promise<Outcome> {
  const answer = await ask('sync.start', { ...server, ...wish });
  const stop = answer.ok ? answer.value.stop : 'unreachable';
  return stop === null ? null : { stop };
}

/** Creates the database and looks at it. */
export async function create(wish: Wish): Promise<Outcome> {
  const answer = await ask('sync.create', wish.server);
  const stop = answer.ok ? answer.value.stop : 'unreachable';
  return stop === null ? look(wish) : { stop };
}

/**
 * Tries something at a server. Must begin inside the person's click: the browser asks for the server's permission
 * first.
 */
export async function tryWith(wish: Wish, work: (wish: Wish) => Promise<Outcome>): Promise<Outcome> {
  const site = grantPattern(wish.server.url);
  const allowed = site === null || (await askGrant(site));
  const outcome = await work(wish);
  // A refused permission is no obstacle where the server itself allows the extension by CORS.
  return outcome?.stop === 'cors' && !allowed ? { stop: 'not-allowed' } : outcome;
}
