/** The result of anything that may fail: a value, or a named failure. A thrown error is a bug. */
export type Result<T> = { ok: true; value: T } | { ok: false; error: Failure };

/** Every kind of failure. Each has one sentence, `failure_<kind with _>`, in `_locales`. */
export type FailureKind =
  | 'no-article' // the page holds nothing to read
  | 'listing' // the page is a list of articles
  | 'page-closed' // a browser page, a store page or a page we may not enter
  | 'page-gone' // the tab was closed or moved on
  | 'pdf' // the browser's own viewer shows this
  | 'too-large' // past a bound that protects the person's machine
  | 'quote-lost' // no place in the text is good enough for a quote
  | 'storage-full' // the disk or the quota has no room
  | 'newer-library' // a newer Lede wrote the database; it is left alone
  | 'storage-refused' // the browser refuses to store anything
  | 'not-found' // no record of that id
  | 'not-understood' // a message or a file that is not of the agreed shape
  | 'not-allowed' // the sender may not ask this, or the person refused
  | 'private' // a private window, for which nothing is stored
  | 'remote-unreachable' // a model the person chose did not answer
  | 'restarted'; // the extension was updated; the tab must be loaded again

/** A failure, with a detail that helps the person (a line, a host); never a stack trace. */
export interface Failure {
  kind: FailureKind;
  detail?: string;
}

/** A successful result. */
export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

/** A failed result. */
export function fail<T = never>(kind: FailureKind, detail?: string): Result<T> {
  return { ok: false, error: detail === undefined ? { kind } : { kind, detail } };
}
