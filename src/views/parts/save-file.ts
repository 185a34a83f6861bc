/** Hands the person a file. */

/** The browser has taken the file by then. */
const TAKEN_MS = 60_000;

/** Gives the person a file, by the browser's own download. */
export function saveFile(name: string, text: string, type: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), TAKEN_MS);
}
