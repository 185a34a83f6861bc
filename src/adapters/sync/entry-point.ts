/** Entry point of `sync.js`, which the background loads only when sync is on. */
import { createClient } from './client.ts';

Object.assign(globalThis, { ledeSync: { createClient } });
