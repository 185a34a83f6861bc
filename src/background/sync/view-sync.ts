/** Handlers about sync: looking at a server, setting up, running, and ending it. */
import type { Handlers } from '../../adapters/browser/channel.ts';
import type { Outcome } from '../../adapters/sync/client.ts';
import { invitation } from '../../core/library/sync/address.ts';
import type { Stop } from '../../core/library/sync/state.ts';
import { ok } from '../../core/result.ts';
import type { FromViewOnSync } from '../../messages.ts';
import { type Syncing, reasonAt } from './syncing.ts';

/** The handlers about sync. */
export function syncHandlers({ run, halt, alone, accounts }: Syncing): Handlers<FromViewOnSync> {
  return {
    'sync.look': async ({ passphrase, ...server }) => {
      const looked = await alone((client) => client.look(server, passphrase));
      if (!looked.ok) return ok({ stop: await reasonAt(server.url, looked.stop) });
      return ok({
        stop: null,
        documents: looked.value.found === 'library' ? looked.value.documents : 0,
        ...looked.value,
      });
    },
    'sync.create': async (server) => ok({ stop: stopOf(await alone((client) => client.create(server))) }),
    'sync.start': async ({ passphrase, notesOnly, settings, ...server }) => {
      const started = await alone((client) => client.start({ server, passphrase, notesOnly, settings }));
      if (started.ok) void run(true);
      return ok({ stop: stopOf(started) });
    },
    'sync.run': async ({ asked }) => {
      void run(asked);
      return ok(null);
    },
    'sync.halt': () => {
      halt();
      return ok(null);
    },
    'sync.leave': async () => {
      await alone((client) => client.leave());
      return ok(null);
    },
    'sync.change-passphrase': async ({ passphrase }) => {
      const changed = await alone((client, signal) => client.changePassphrase(passphrase, signal));
      return ok({ stop: stopOf(changed), clean: changed.ok && changed.value });
    },
    'sync.remove': async () => {
      const removed = await alone((client) => client.remove());
      return ok({ stop: stopOf(removed), clean: removed.ok && removed.value });
    },
    'sync.invite': async ({ withPassword }) => {
      const account = await accounts.read();
      if (!account) return ok({ link: '' });
      return ok({ link: invitation(account.server, withPassword ? account.server.password : undefined) });
    },
  };
}

function stopOf(outcome: Outcome<unknown>): Stop | null {
  return outcome.ok ? null : outcome.stop;
}
