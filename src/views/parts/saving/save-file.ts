/** Hands the person a file. */

/** The browser has taken the file by then. */
const TAKEN_MS = 60_000;

/** Gives the person a file, by the browser's own download. */
export function saveFile(name: string, text: string, type: string): void {
  save(name, new Blob([text], { type }));
}

/** Gives the person a file of bytes. */
export function saveBlob(name: string, bytes: Uint8Array | Blob, type: string): void {
  save(name, bytes instanceof Blob ? bytes : new Blob([new Uint8Array(bytes)], { type }));
}

function save(name: string, blob: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), TAKEN_MS);
}
