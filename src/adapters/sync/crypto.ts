/** End-to-end encryption with WebCrypto, under non-extractable keys derived from the person's passphrase. */
import { pad, unpad } from '../../core/library/sync/padding.ts';

/** Rounds of PBKDF2-SHA256. Source: OWASP Password Storage Cheat Sheet, 600,000 as of 2023. */
export const ITERATIONS = 600_000;
/** Most rounds that are accepted from a server: more would only keep this machine busy. */
export const ITERATIONS_MOST = 10_000_000;
const SALT_BYTES = 16;
const IV_BYTES = 12;
/** Bytes of a document's name: 128 bits, so that no two documents of a library collide. */
const NAME_BYTES = 16;
/** Most bytes that a document may unpack to: five times the longest article Lede keeps. */
const UNPACKED_LIMIT = 100_000_000;

/** What every device needs to derive the same keys from the same passphrase; not secret. */
export interface KeyRecipe {
  /** A random id of these keys, which every document carries. */
  keyId: string;
  /** Base64. */
  salt: string;
  iterations: number;
}

/** The keys of one passphrase: one encrypts, the other makes the names of documents. */
export interface SyncKeys {
  seal: CryptoKey;
  name: CryptoKey;
}

/** A new recipe with a random id and salt. */
export function newRecipe(iterations = ITERATIONS): KeyRecipe {
  const salt = toBase64(crypto.getRandomValues(new Uint8Array(SALT_BYTES)));
  return { keyId: crypto.randomUUID().replaceAll('-', '').slice(0, NAME_BYTES), salt, iterations };
}

/** The keys of a passphrase: PBKDF2, then one key for each use by HKDF. Costs about a fifth of a second. */
export async function deriveKeys(passphrase: string, { salt, iterations }: KeyRecipe): Promise<SyncKeys> {
  // NFKC: keyboards compose the same letters in different ways.
  const typed = new TextEncoder().encode(passphrase.normalize('NFKC'));
  const secret = await crypto.subtle.importKey('raw', typed, 'PBKDF2', false, ['deriveBits']);
  const stretch = { name: 'PBKDF2', hash: 'SHA-256', salt: fromBase64(salt), iterations };
  const master = await crypto.subtle.importKey(
    'raw',
    await crypto.subtle.deriveBits(stretch, secret, 256),
    'HKDF',
    false,
    ['deriveKey'],
  );
  const part = (use: string) => ({
    name: 'HKDF',
    hash: 'SHA-256',
    salt: new Uint8Array(),
    info: new TextEncoder().encode(`lede-sync ${use}`),
  });
  const [seal, name] = await Promise.all([
    crypto.subtle.deriveKey(part('seal'), master, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']),
    crypto.subtle.deriveKey(part('name'), master, { name: 'HMAC', hash: 'SHA-256', length: 256 }, false, ['sign']),
  ]);
  return { seal, name };
}

/** The id of the document for a name (`notes <id>`): 32 hex digits, an HMAC that is the same on every device. */
export async function documentId({ name: key }: SyncKeys, name: string): Promise<string> {
  const signed = await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(name));
  const hex = [...new Uint8Array(signed, 0, NAME_BYTES)].map((byte) => byte.toString(16).padStart(2, '0'));
  return hex.join('');
}

/** Encrypts a text for the document of that id: deflate, padding, AES-GCM with a random IV. Returns base64. */
export async function seal({ seal: key }: SyncKeys, id: string, text: string): Promise<string> {
  const packed = pad(await through(new CompressionStream('deflate-raw'), new TextEncoder().encode(text)));
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: bound(id) }, key, packed);
  const all = new Uint8Array(IV_BYTES + sealed.byteLength);
  all.set(iv);
  all.set(new Uint8Array(sealed), IV_BYTES);
  return toBase64(all);
}

/** The text that was encrypted for this id, or null: another key, another id, or anything changed. Never throws. */
export async function open({ seal: key }: SyncKeys, id: string, sealed: string): Promise<string | null> {
  try {
    const all = fromBase64(sealed);
    const [iv, rest] = [all.subarray(0, IV_BYTES), all.subarray(IV_BYTES)];
    const padded = await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData: bound(id) }, key, rest);
    const packed = unpad(new Uint8Array(padded));
    if (!packed) return null;
    const bytes = await through(new DecompressionStream('deflate-raw'), packed);
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** The data that ciphertext is bound to, so that a server cannot return it under another id. */
function bound(id: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(`lede-sync 1 ${id}`);
}

async function through(way: CompressionStream | DecompressionStream, bytes: Uint8Array): Promise<Uint8Array> {
  const writer = way.writable.getWriter();
  // The reading side reports what goes wrong; the writing side's rejection adds nothing.
  void writer.write(new Uint8Array(bytes)).catch(() => undefined);
  void writer.close().catch(() => undefined);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (const reader = way.readable.getReader(); ;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > UNPACKED_LIMIT) throw new RangeError('too large');
    chunks.push(value);
  }
  const all = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}

/** Bytes given to `String.fromCharCode` at once: far below what a call takes. */
const STEP = 8_192;

function toBase64(bytes: Uint8Array): string {
  let letters = '';
  for (let at = 0; at < bytes.length; at += STEP) letters += String.fromCharCode(...bytes.subarray(at, at + STEP));
  return btoa(letters);
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}
