/** The part of PouchDB 9 that the replica uses; its packages bring no types of their own. */
declare module 'pouchdb-core' {
  /** A document with its revision. */
  export type Stored<D> = D & { _id: string; _rev: string; _deleted?: boolean; _conflicts?: string[] };
  /** A document to be written; `_rev` names the one it replaces. */
  export type Written<D> = Partial<D> & { _id: string; _rev?: string; _deleted?: boolean };

  export interface Change<D> {
    id: string;
    seq: number;
    deleted?: boolean;
    changes: { rev: string }[];
    doc?: Stored<D>;
  }
  export interface Row<D> {
    key: string;
    id?: string;
    error?: string;
    value?: { rev: string; deleted?: boolean };
    doc?: Stored<D> | null;
  }
  export interface ReplicationCount {
    docs_read: number;
    docs_written: number;
    doc_write_failures: number;
  }
  export interface Replication extends Promise<ReplicationCount> {
    on(event: 'change', heard: (count: ReplicationCount) => void): this;
    cancel(): void;
  }

  export default class PouchDB<D extends object> {
    constructor(name: string, options?: object);
    static plugin(plugin: unknown): typeof PouchDB;
    static replicate<D extends object>(source: PouchDB<D>, target: PouchDB<D>, options: object): Replication;
    info(): Promise<{ doc_count: number; update_seq: number | string }>;
    get(id: string, options: { rev: string }): Promise<Stored<D>>;
    allDocs(options: { keys: string[]; include_docs: true; conflicts: true }): Promise<{ rows: Row<D>[] }>;
    changes(options: object): Promise<{ results: Change<D>[]; last_seq: number }>;
    bulkDocs(documents: Written<D>[]): Promise<({ ok: true; id: string; rev: string } | { error: string })[]>;
    close(): Promise<void>;
    destroy(): Promise<void>;
  }
}
declare module 'pouchdb-adapter-idb' {
  const plugin: unknown;
  export default plugin;
}
declare module 'pouchdb-adapter-http' {
  const plugin: unknown;
  export default plugin;
}
declare module 'pouchdb-replication' {
  const plugin: unknown;
  export default plugin;
}
declare module 'pouchdb-adapter-memory' {
  const plugin: unknown;
  export default plugin;
}
