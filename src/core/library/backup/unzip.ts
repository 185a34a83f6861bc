/**
 * Reads one file of a zip at a time from anything that can be sliced, so that a large backup is never completely in
 * memory. The format: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, sections 4.3.7, 4.3.12 and 4.3.16.
 */
import { inflateSync } from 'fflate';
import { type Result, ok } from '../../result.ts';
import { refuse } from '../import/problem.ts';

/** A file, or bytes in memory. */
export interface Sliceable {
  size: number;
  /** The bytes of `[start, end)`; fewer where the file ends before. */
  slice: (start: number, end: number) => Promise<Uint8Array>;
}

/** Bytes in memory as what can be sliced. */
export function sliceable(bytes: Uint8Array): Sliceable {
  return { size: bytes.length, slice: async (start, end) => bytes.subarray(start, end) };
}

/** One file inside a zip. */
export interface Member {
  name: string;
  /** Where its local header begins. */
  at: number;
  /** Bytes in the zip, and unpacked. */
  packed: number;
  size: number;
  /** 0: stored, 8: deflated. */
  method: number;
  crc: number;
}

const [END, ENTRY, LOCAL] = [0x06054b50, 0x02014b50, 0x04034b50];
/** Bytes of the three headers without names. */
const [END_LENGTH, ENTRY_LENGTH, LOCAL_LENGTH] = [22, 46, 30];
/** Bytes of the comment that may follow the end. */
const COMMENT_MOST = 65_535;
/**
 * How many times its packed size a file may hold: JSON of notes stays below 100; what goes beyond is made to fill the
 * memory.
 */
const RATIO_MOST = 400;
/** Bytes that one file inside, and all of them together, may hold unpacked. */
const MEMBER_MOST = 400_000_000;
const TOTAL_MOST = 8_000_000_000;

/**
 * The files of a zip in the order of its directory; refused as `damaged` where it is cut short or no zip, as
 * `too-large` where it would unpack to more than a library can hold. Reads the directory alone.
 */
export async function membersOf(zip: Sliceable): Promise<Result<Member[]>> {
  const tail = await zip.slice(Math.max(0, zip.size - END_LENGTH - COMMENT_MOST), zip.size);
  const view = viewOf(tail);
  let end = tail.length - END_LENGTH;
  while (end >= 0 && view.getUint32(end, true) !== END) end -= 1;
  if (end < 0) return refuse(1, 'damaged');
  const [length, start] = [view.getUint32(end + 12, true), view.getUint32(end + 16, true)];
  if (start + length > zip.size) return refuse(1, 'damaged');
  const members = directory(await zip.slice(start, start + length));
  if (!members || members.some(({ at, packed }) => at + packed > zip.size)) return refuse(1, 'damaged');
  let total = 0;
  for (const { size, packed } of members) {
    total += size;
    if (size > MEMBER_MOST || total > TOTAL_MOST || size > (packed + 1_000) * RATIO_MOST) return refuse(1, 'too-large');
  }
  return ok(members);
}

/** The bytes of one file; null if they are damaged. */
export async function unpack(zip: Sliceable, { at, packed, size, method, crc }: Member): Promise<Uint8Array | null> {
  const header = viewOf(await zip.slice(at, at + LOCAL_LENGTH));
  if (header.byteLength < LOCAL_LENGTH || header.getUint32(0, true) !== LOCAL) return null;
  const start = at + LOCAL_LENGTH + header.getUint16(26, true) + header.getUint16(28, true);
  const bytes = await zip.slice(start, start + packed);
  try {
    const plain = method === 0 ? bytes : method === 8 ? inflateSync(bytes, { out: new Uint8Array(size) }) : null;
    return plain?.length === size && crcOf(plain) === crc ? plain : null;
  } catch {
    return null;
  }
}

/** The entries of a zip's directory; null if it breaks off. */
function directory(bytes: Uint8Array): Member[] | null {
  const [view, members, names] = [viewOf(bytes), [] as Member[], new TextDecoder()];
  for (let at = 0; at < bytes.length;) {
    if (at + ENTRY_LENGTH > bytes.length || view.getUint32(at, true) !== ENTRY) return null;
    const nameLength = view.getUint16(at + 28, true);
    const next = at + ENTRY_LENGTH + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (next > bytes.length) return null;
    members.push({
      name: names.decode(bytes.subarray(at + ENTRY_LENGTH, at + ENTRY_LENGTH + nameLength)),
      at: view.getUint32(at + 42, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
    });
    at = next;
  }
  return members;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** CRC-32 as zips use it (ISO 3309), by table. */
function crcOf(bytes: Uint8Array): number {
  let crc = -1;
  for (const byte of bytes) crc = (TABLE[(crc ^ byte) & 255] ?? 0) ^ (crc >>> 8);
  return (crc ^ -1) >>> 0;
}
const TABLE = Int32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});
