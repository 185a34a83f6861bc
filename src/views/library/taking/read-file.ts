/** Reads a file of notes in a separate worker, which ends with the answer. */
import type { ParsedFile } from '../../../core/library/import/problem.ts';
import type { Note } from '../../../core/library/records.ts';
import { type Result, fail, ok } from '../../../core/result.ts';
import type { FilePart, FileToRead } from './file-reader.ts';

/** What the file holds, as `readImport` tells it; `too-large` if the browser ends the worker for want of memory. */
export function readFile(file: File, nowMs: number): Promise<Result<ParsedFile>> {
  const worker = new Worker(new URL('./file-reader.ts', import.meta.url), { type: 'module' });
  const { port1, port2 } = new MessageChannel();
  const answer = new Promise<Result<ParsedFile>>((done) => {
    const notes: Note[] = [];
    port1.onmessage = ({ data }: MessageEvent<FilePart>) => {
      if ('refused' in data) done({ ok: false, error: data.refused });
      else if ('done' in data) done(ok({ records: { ...data.done, notes }, problems: data.problems }));
      else notes.push(...data.notes);
    };
    worker.onerror = () => done(fail('too-large'));
  });
  worker.postMessage({ file, nowMs } satisfies FileToRead, [port2]);
  return answer.finally(() => {
    worker.terminate();
    port1.close();
  });
}
