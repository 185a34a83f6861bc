/**
 * The worker that reads a file of notes. All pages of the extension share one thread: a large file read on it would
 * hold up a save in any of them for seconds.
 */
import { readImport } from '../../../core/library/import/import.ts';
import type { Note, Records } from '../../../core/library/records.ts';
import type { Problem } from '../../../core/library/import/problem.ts';
import type { Failure } from '../../../core/result.ts';

/** The request; the answer comes through the port in the same message. */
export interface FileToRead {
  file: File;
  nowMs: number;
}

/** The answer, in parts small enough to be taken in at once: many times `notes`, then one of the others. */
export type FilePart = { notes: Note[] } | { done: Omit<Records, 'notes'>; problems: Problem[] } | { refused: Failure };

/** Notes of one part: some milliseconds of the page's time. */
const PART_NOTES = 1_000;

async function read({ file, nowMs }: FileToRead, answer: (part: FilePart) => void): Promise<void> {
  const reading = readImport(await file.text(), nowMs);
  if (!reading.ok) return answer({ refused: reading.error });
  const { records, problems } = reading.value;
  const { notes, ...others } = records;
  for (let at = 0; at < notes.length; at += PART_NOTES) answer({ notes: notes.slice(at, at + PART_NOTES) });
  answer({ done: others, problems });
}

addEventListener('message', ({ data, ports: [port] }: MessageEvent<FileToRead>) => {
  void read(data, (part) => port?.postMessage(part)).catch(() =>
    port?.postMessage({ refused: { kind: 'too-large' } } satisfies FilePart),
  );
});
