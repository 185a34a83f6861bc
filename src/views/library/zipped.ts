/** Puts several files into one zip. */
import { strToU8, zipSync } from 'fflate';
import type { ExportedFile } from '../../core/library/export/export.ts';

/** The zip's bytes. */
export async function zipped(files: ExportedFile[]): Promise<Uint8Array> {
  return zipSync(Object.fromEntries(files.map(({ name, text }) => [name, strToU8(text)])));
}
