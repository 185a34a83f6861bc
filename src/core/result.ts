/** The answer of anything that may not work out: a value, or a named failure. A throw is a bug. */
export type Result<T> = { ok: true; value: T } | { ok: false; error: Failure };

/** Every way in which something may not work out. Each has one sentence, `failure_<kind with _>`, in `_locales`. */
export type FailureKind =
  | 'no-article' // the page holds nothing to read
  | 'listing' // the page lists articles and is none itself
  | 'page-closed' // a browser page, a store page or a page we may not enter
  | 'page-gone' // the tab was closed or moved on
  | 'pdf' // the browser's own viewer shows this
  | 'too-large' // past a bound that protects the person's machine
  | 'quote-lost' // no place in the text is good enough for a quote
  | 'storage-full' // the disk or the quota has no room
  | 'newer-library' // a newer Lede wrote the database; it is left alone
  | 'storage-refused' // the browser does not let us keep anything
  | 'not-found' // no record of that id
  | 'not-understood' // a message or a file that is not of the agreed shape
  | 'not-allowed' // the sender may not ask this, or the person refused
  | 'private' // a private window, of which nothing is kept
  | 'remote-unreachable' // a model the person chose did not answer
  | 'restarted'; // the extension was updated; the tab must be loaded again

/** A failure, with what a person may need to know to mend it (a line, a host); never a stack. */
export interface Failure {
  kind: FailureKind;
  detail?: string;
}

/** Wraps a value. */
export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

/** Wraps a failure. */
export function fail<T = never>(kind: FailureKind, detail?: string): Result<T> {
  return { ok: false, error: detail === undefined ? { kind } : { kind, detail } };
}
