/** Pads documents before encryption, so that the length of a ciphertext says little about its content. */

/** Smallest padded size in bytes: an ordinary entry or note, compressed, fits and looks like any other. */
const LEAST_BYTES = 1_024;
/** Up to here sizes are powers of two; above, steps of an eighth of one, which add at most 12.5 %. */
const POWERS_UP_TO = 65_536;
/** Bytes that hold the length of what is padded, big endian. */
const HEADER_BYTES = 4;

/**
 * The padded size in bytes for a payload of `bytes` bytes, header included. There are few sizes, each shared by many
 * documents. Follows Padmé (Nikitin et al., Reducing Metadata Leakage from Encrypted Files, 2019, arXiv:1806.03160),
 * but is coarser for small payloads.
 */
export function paddedSize(bytes: number): number {
  const wanted = bytes + HEADER_BYTES;
  let power = LEAST_BYTES;
  while (power < wanted) power *= 2;
  if (power <= POWERS_UP_TO) return power;
  const step = power / 16; // an eighth of the next smaller power of two, power / 2
  return Math.ceil(wanted / step) * step;
}

/** The bytes behind their length, filled up with zeros to `paddedSize`. */
export function pad(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const padded = new Uint8Array(paddedSize(bytes.length));
  new DataView(padded.buffer).setUint32(0, bytes.length);
  padded.set(bytes, HEADER_BYTES);
  return padded;
}

/** The payload, or null if the stored length exceeds what is there. */
export function unpad(padded: Uint8Array): Uint8Array | null {
  if (padded.length < HEADER_BYTES) return null;
  const length = new DataView(padded.buffer, padded.byteOffset).getUint32(0);
  return length <= padded.length - HEADER_BYTES ? padded.subarray(HEADER_BYTES, HEADER_BYTES + length) : null;
}
