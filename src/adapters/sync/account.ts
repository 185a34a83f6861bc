/** Keeps the server and the keys in a separate database, which no export, backup or settings file reads. */
import Dexie, { type Table } from 'dexie';
import type { KeyRecipe, SyncKeys } from './crypto.ts';
import type { Remembered } from './round.ts';
import type { Server } from './server.ts';
import type { Agreed } from './settings.ts';

/** Everything a round needs. The keys are not extractable. */
export interface Account {
  server: Server;
  recipe: KeyRecipe;
  keys: SyncKeys;
  /** The key document's check, so that a change of passphrase that was cut off can be finished. */
  check: string;
  notesOnly: boolean;
  /** What this device and the server last had of the settings; absent where settings stay on this device. */
  settings?: Agreed;
  remembered: Remembered;
  /** The server is being emptied for these new keys; that must be finished before anything else. */
  renewing: boolean;
}

/** Where the account is kept. */
export interface AccountStore {
  read(): Promise<Account | null>;
  write(account: Account): Promise<void>;
  /** Changes some fields of the existing account; does nothing without one. */
  change(part: Partial<Account>): Promise<void>;
  forget(): Promise<void>;
}

const NAME = 'lede-sync';
const KEY = 'account';

class AccountDatabase extends Dexie {
  declare account: Table<Account & { key: string }, string>;
  constructor(name: string) {
    super(name, { chromeTransactionDurability: 'strict' });
    this.version(1).stores({ account: 'key' });
  }
}

/** The account of this browser profile. */
export function accountStore(name = NAME): AccountStore {
  const db = new AccountDatabase(name);
  return {
    read: async () => {
      const row = await db.account.get(KEY);
      if (!row) return null;
      const { key: _key, ...account } = row;
      return account;
    },
    write: async (account) => void (await db.account.put({ ...account, key: KEY })),
    change: async (part) => void (await db.account.update(KEY, part)),
    forget: () => db.account.clear(),
  };
}
