/** The sync client as a script of its own, which the background loads when sync is on: nobody else pays for it. */
import { createClient } from './client.ts';

Object.assign(globalThis, { ledeSync: { createClient } });
