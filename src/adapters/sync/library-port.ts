/** What sync needs from the library. Every method is one transaction and safe to repeat. */
import type { Content } from '../../core/library/sync/content.ts';
import type { Result } from '../../core/result.ts';

/** How far the replica's changes have been merged into the library: the replica's name and a sequence number. */
export interface ReplicaCheckpoint {
  replica: string;
  seq: number;
}

/** What the replica has under one name. */
export interface Arrived {
  name: string;
  /** The winning content and those of conflicting revisions; empty if the document was deleted or cannot be read. */
  contents: Content[];
  /** The document must be rewritten whatever the library holds, as it is deleted, damaged or in conflict. */
  again: boolean;
}

/** A change of the library that waits to be sent. */
export interface Waiting {
  name: string;
  /** Changes with every change of the record, so that a later change keeps waiting. */
  mark: string;
  /** What the library holds; null if it holds nothing under this name. */
  content: Content | null;
}

/** The result of merging a batch. */
export interface Taken {
  /** Entries that changed. */
  entryIds: string[];
  /** Names that were in the bin or erased on one side and changed on the other, and so came back. */
  cameBack: string[];
}

/** The library as sync sees it. */
export interface LibraryPort {
  place(): Promise<ReplicaCheckpoint | null>;
  /** Merges a batch and moves on to `to`, in one transaction. */
  take(batch: readonly Arrived[], to: ReplicaCheckpoint): Promise<Result<Taken>>;
  /** Call once everything on the server is merged: repairs relations, such as a live note whose entry is in the bin. */
  complete(): Promise<Result<Taken>>;
  /** Up to `most` waiting changes. Those held by a newer document, in `hold`, are not among them. */
  waiting(most: number): Promise<Waiting[]>;
  /** How many changes wait. */
  count(): Promise<number>;
  /** Marks these as sent. */
  settle(sent: readonly Pick<Waiting, 'name' | 'mark'>[]): Promise<void>;
  /** Holds these back until this Lede is as new as what is on the server. */
  hold(names: readonly string[]): Promise<void>;
  /** Queues these, or everything in the library, to be compared with the server again. */
  enqueue(names: readonly string[] | 'all'): Promise<void>;
  /** The names of everything in the library. */
  names(): Promise<string[]>;
  /** Starts or stops recording changes. Stopping forgets what waits and the checkpoint. */
  follow(on: boolean): Promise<void>;
}
