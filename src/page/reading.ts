/** The script that reads a page into an article, loaded into a page only when an article is wanted. */
import { isPartOf, joinParts } from '../core/article/join.ts';
import { listing } from '../core/article/listing.ts';
import { read, trace } from '../core/article/read.ts';

const reading = { read, trace, isPartOf, joinParts, listing };

/** The functions that this script provides to the page script in the same isolated world. */
export type ArticleReader = typeof reading;

declare global {
  interface Window {
    ledeReading?: ArticleReader;
  }
}

window.ledeReading = reading;
