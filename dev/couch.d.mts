import type { IncomingMessage, ServerResponse } from 'node:http';

/** One request as the server saw it. Sizes are in bytes. */
export interface Asked {
  method: string;
  path: string;
  bytes: number;
  answered: number;
}
/** Returns true if it has answered the request. */
type Act = (request: IncomingMessage, response: ServerResponse) => boolean | undefined;

export interface Couch {
  origin: string;
  port: number;
  user: string;
  password: string;
  state: { delayMs: number; mayCreate: boolean; readOnly: boolean; cutEvery: number; corsOrigin: string };
  requests: Asked[];
  tamper(act: Act | null): void;
  stop(): Promise<void>;
}
export function startCouch(options?: {
  folder?: string;
  port?: number;
  delayMs?: number;
  mayCreate?: boolean;
  target?: string;
}): Promise<Couch>;
