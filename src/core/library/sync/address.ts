/** Which addresses of a CouchDB database may be used, and the link that gives one to a second device. */

/** A database and who signs in there. */
export interface ServerAddress {
  /** `https://sync.example/lede`, without a slash at the end. */
  url: string;
  user: string;
}

/**
 * Why an address cannot be used: it is not an address, it names no database, or it would send a password
 * unencrypted to another machine.
 */
export type AddressProblem = 'no-address' | 'no-database' | 'unencrypted';

/** Loopback hosts: what is sent to them never leaves this machine. */
const HERE = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/u;
/** Names that CouchDB allows for a database, with the folders that a proxy may put before it. */
const DATABASE = /\/[a-z][a-z0-9_$()+-]*$/u;
/** Longest address that is taken, in characters. */
const ADDRESS_LIMIT = 500;
/** How the link begins; what follows is a query. */
const LINK = 'lede-sync:?';

/** The address in its normalised form, or why it is not valid. A user name and password in it are left out. */
export function serverAddress(typed: string): { url: string } | { problem: AddressProblem } {
  const text = typed.trim();
  if (text.length > ADDRESS_LIMIT || !URL.canParse(text)) return { problem: 'no-address' };
  const { protocol, hostname, origin, pathname } = new URL(text);
  if (protocol !== 'https:' && protocol !== 'http:') return { problem: 'no-address' };
  if (protocol === 'http:' && !HERE.test(hostname)) return { problem: 'unencrypted' };
  const path = pathname.replace(/\/+$/u, '');
  return DATABASE.test(path) ? { url: origin + path } : { problem: 'no-database' };
}

/** The link for a second device, `lede-sync:?address=…&user=…`. The password is in it only where it is given. */
export function invitation({ url, user }: ServerAddress, password?: string): string {
  const fields = new URLSearchParams({ address: url, user });
  if (password !== undefined) fields.set('password', password);
  return LINK + fields.toString();
}

/** What a link says, or null if the text is not one of our links. */
export function readInvitation(text: string): (ServerAddress & { password?: string }) | null {
  const trimmed = text.trim();
  if (!trimmed.startsWith(LINK)) return null;
  const fields = new URLSearchParams(trimmed.slice(LINK.length));
  const [address, user, password] = ['address', 'user', 'password'].map((name) => fields.get(name));
  const read = serverAddress(address ?? '');
  if (!('url' in read)) return null;
  return { url: read.url, user: user ?? '', ...(password === null || password === undefined ? {} : { password }) };
}
