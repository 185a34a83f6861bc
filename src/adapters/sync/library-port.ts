/** What sync needs of the library. Every method is one transaction and safe to repeat. */
import type { Content } from '../../core/library/sync/content.ts';
import type { Result } from '../../core/result.ts';

/** How far the replica's changes were taken into the library: the replica's name and its sequence number. */
export interface ReplicaCheckpoint {
  replica: string;
  seq: number;
}

/** What the replica has under one name. */
export interface Arrived {
  name: string;
  /** The winning content and those of conflicting revisions; empty if the document was deleted or cannot be read. */
  contents: Content[];
  /** The document must be written again whatever the library holds: it is deleted, damaged or in conflict. */
  again: boolean;
}

/** A change of the library that waits to be sent. */
export interface Waiting {
  name: string;
  /** Changes whenever the record does: what was changed again meanwhile goes on waiting. */
  mark: string;
  /** What the library holds; null if it holds nothing under this name. */
  content: Content | null;
}

/** What came of taking a batch. */
export interface Taken {
  /** Entries that are not as they were. */
  entryIds: string[];
  /** Names that were in the bin or erased on one side and changed on the other, and so are here again. */
  cameBack: string[];
}

/** The library as sync sees it. */
export interface LibraryPort {
  place(): Promise<ReplicaCheckpoint | null>;
  /** Merges a batch and moves on to `to`, in one transaction. */
  take(batch: readonly Arrived[], to: ReplicaCheckpoint): Promise<Result<Taken>>;
  /** Call once everything on the server was taken: repairs relations, such as a live note whose entry is in the bin. */
  complete(): Promise<Result<Taken>>;
  /** Up to `most` waiting changes. Those held by a newer document, in `hold`, are not among them. */
  waiting(most: number): Promise<Waiting[]>;
  /** How many changes wait. */
  count(): Promise<number>;
  /** These were sent. */
  settle(sent: readonly Pick<Waiting, 'name' | 'mark'>[]): Promise<void>;
  /** These wait until this Lede is as new as what is on the server. */
  hold(names: readonly string[]): Promise<void>;
  /** Lets these, or everything in the library, be compared with the server again. */
  enqueue(names: readonly string[] | 'all'): Promise<void>;
  /** The names of everything in the library. */
  names(): Promise<string[]>;
  /** Starts or ends remembering what changes. Ending forgets what waits and the place. */
  follow(on: boolean): Promise<void>;
}
