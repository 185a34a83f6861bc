/** Loads the sync client into the background: by `importScripts` in a worker, as a script element in Firefox. */
import type { Client, ClientDependencies } from './client.ts';

/** The script's name at the top of the extension. */
const SCRIPT = '/sync.js';

interface Loaded {
  ledeSync?: { createClient: (dependencies: ClientDependencies) => Client };
}
interface Worker {
  importScripts?: (...urls: string[]) => void;
}
const here = globalThis as Loaded & Worker;

/** Call when the background starts: a worker can import later only what it imported while being installed. */
export function allowClient(): void {
  if (here.importScripts) addEventListener('install', () => here.importScripts?.(SCRIPT));
}

/** The client, loaded at the first call. Throws if the script is missing, which is a bug. */
export async function loadClient(dependencies: ClientDependencies): Promise<Client> {
  if (!here.ledeSync) {
    if (here.importScripts) here.importScripts(SCRIPT);
    else await addScript();
  }
  if (!here.ledeSync) throw new Error('the sync client did not load');
  return here.ledeSync.createClient(dependencies);
}

function addScript(): Promise<void> {
  return new Promise((loaded, failed) => {
    const script = document.createElement('script');
    script.src = SCRIPT;
    script.addEventListener('load', () => loaded());
    script.addEventListener('error', () => failed(new Error(`${SCRIPT} did not load`)));
    document.head.append(script);
  });
}
