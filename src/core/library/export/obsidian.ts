/**
 * Hands an article with its notes over to Obsidian by its own addresses
 * (https://help.obsidian.md/Extending+Obsidian/Obsidian+URI).
 */
import type { Shelf } from '../shelf.ts';
import { fileName } from './file-name.ts';
import { markdownOf } from './markdown.ts';

/** Characters that go into an address; Windows takes no address beyond some 2,000 from a browser. */
const ADDRESS_MOST = 1_800;

/** What to do: open `address`, with `clipboard` copied before where the text is too long for an address. */
export interface HandOver {
  address: string;
  clipboard?: string;
}

/** A new note named by the title, in the vault that was open last, with all that was marked and written. */
export function handToObsidian(shelf: Shelf): HandOver {
  const start = `obsidian://new?name=${encodeURIComponent(fileName(shelf.entry.title))}`;
  const text = markdownOf(shelf);
  const whole = `${start}&content=${encodeURIComponent(text.replace(LONE, '\uFFFD'))}`;
  return whole.length <= ADDRESS_MOST ? { address: whole } : { address: `${start}&clipboard=true`, clipboard: text };
}

/** Half a surrogate pair, which no address can hold. */
const LONE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
