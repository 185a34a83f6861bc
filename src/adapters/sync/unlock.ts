/** Looks at a server and creates its keys, or derives existing ones from the passphrase and checks them. */
import { type KeyRecipe, type SyncKeys, deriveKeys, newRecipe, open, seal } from './crypto.ts';
import { KEY_DOCUMENT, type Server, Stopped, databaseInfo, readKeys, writeKeys } from './server.ts';

/** The text of every check, once decrypted. */
const CHECK = 'lede';

/** What a look at the server found: nothing yet, or a library of that many documents which the passphrase opens. */
export type Found = { found: 'empty' } | { found: 'library'; documents: number };

/** Keys that fit the server. */
export interface Entered {
  recipe: KeyRecipe;
  keys: SyncKeys;
  check: string;
}

/** Looks at the server and changes nothing. Throws `Stopped`. */
export async function look(server: Server, passphrase: string): Promise<Found> {
  const { documents, entered } = await lookInto(server, passphrase);
  return entered ? { found: 'library', documents } : { found: 'empty' };
}

/** Creates the server's keys or takes over existing ones; safe for two devices at once. Throws `Stopped`. */
export async function enter(server: Server, passphrase: string): Promise<Entered> {
  const { entered } = await lookInto(server, passphrase);
  if (entered) return entered;
  const made = await newKeys(passphrase);
  if (await writeKeys(server, { ...made.recipe, check: made.check })) return made;
  const second = await lookInto(server, passphrase);
  if (!second.entered) throw new Stopped('removed');
  return second.entered;
}

/** How many documents are there, and the keys that open them; no keys where nothing is there yet. */
async function lookInto(server: Server, passphrase: string): Promise<{ documents: number; entered: Entered | null }> {
  const { documents } = await databaseInfo(server);
  const there = await readKeys(server);
  if (!there && documents > 0) throw new Stopped('occupied');
  if (!there) return { documents: 0, entered: null };
  const { keyId, salt, iterations, check } = there;
  return {
    documents: documents - 1,
    entered: { recipe: { keyId, salt, iterations }, keys: await keysFor(there, passphrase), check },
  };
}

/** New keys from a passphrase, with a new recipe. */
export async function newKeys(passphrase: string): Promise<Entered> {
  const recipe = newRecipe();
  const keys = await deriveKeys(passphrase, recipe);
  return { recipe, keys, check: await seal(keys, `${KEY_DOCUMENT} ${recipe.keyId}`, CHECK) };
}

async function keysFor(there: KeyRecipe & { check: string }, passphrase: string): Promise<SyncKeys> {
  const keys = await deriveKeys(passphrase, there);
  const said = await open(keys, `${KEY_DOCUMENT} ${there.keyId}`, there.check);
  if (said !== CHECK) throw new Stopped('passphrase');
  return keys;
}
