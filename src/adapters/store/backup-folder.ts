/**
 * The folder of backups in the origin's private file system: outside IndexedDB, whose databases a browser discards all
 * together.
 */

declare global {
  /** In both browsers, but not yet in TypeScript's types. */
  interface FileSystemFileHandle {
    move: (name: string) => Promise<void>;
  }
}

/** The content of a folder: daily backups, saved articles, or the newest changes if other storage may be unreliable. */
export type FolderKind = 'days' | 'articles' | 'newest';

/** One folder of files. */
export interface BackupFolder {
  /** Names of all files, in no order. */
  names: () => Promise<string[]>;
  /** The bytes of a file; null if there is none. */
  read: (name: string) => Promise<Blob | null>;
  /**
   * Writes a new file and reads it back. Throws if it cannot be written completely; no file of that name is left then.
   */
  write: (name: string, bytes: Blob) => Promise<void>;
  remove: (name: string) => Promise<void>;
}

/**
 * The folder `kind` of the database `library`, created if it is missing. Rejects if the browser has no such file
 * system.
 */
export async function backupFolder(library: string, kind: FolderKind): Promise<BackupFolder> {
  const root = await navigator.storage.getDirectory();
  const own = await root.getDirectoryHandle(`${library}-backups`, { create: true });
  const folder = await own.getDirectoryHandle(kind, { create: true });
  return {
    names: async () => {
      const names: string[] = [];
      for await (const name of folder.keys()) names.push(name);
      return names;
    },
    read: async (name) => {
      try {
        return await (await folder.getFileHandle(name)).getFile();
      } catch {
        return null;
      }
    },
    write: (name, bytes) => writeWhole(folder, name, bytes),
    remove: (name) => folder.removeEntry(name).catch(() => undefined),
  };
}

/**
 * The ending of unfinished files: only a complete file gets its final name, so that a killed worker leaves no half
 * backup.
 */
const UNDER_WAY = '.part';

/** Whether a name is that of a file which was never finished. */
export function isUnfinished(name: string): boolean {
  return name.endsWith(UNDER_WAY);
}

async function writeWhole(folder: FileSystemDirectoryHandle, name: string, bytes: Blob): Promise<void> {
  const part = `${name}${UNDER_WAY}`;
  const file = await folder.getFileHandle(part, { create: true });
  try {
    const stream = await file.createWritable();
    await stream.write(bytes);
    await stream.close();
    if (!(await isSameBytes(await file.getFile(), bytes))) throw new DOMException('not whole', 'QuotaExceededError');
    await file.move(name);
  } catch (thrown) {
    await folder.removeEntry(part).catch(() => undefined);
    throw thrown;
  }
}

/** Bytes compared at once. */
const SLICE = 4_000_000;

async function isSameBytes(a: Blob, b: Blob): Promise<boolean> {
  if (a.size !== b.size) return false;
  for (let at = 0; at < a.size; at += SLICE) {
    const [left, right] = await Promise.all(
      [a, b].map(async (one) => new Uint8Array(await one.slice(at, at + SLICE).arrayBuffer())),
    );
    if (!left || !right || left.some((byte, index) => byte !== right[index])) return false;
  }
  return true;
}
