/**
 * What reads a page into an article, as a script of its own: it comes into a page when an article is wanted, not
 * before.
 */
import { isPartOf, joinParts } from '../core/article/join.ts';
import { listing } from '../core/article/listing.ts';
import { read, trace } from '../core/article/read.ts';

const reading = { read, trace, isPartOf, joinParts, listing };

/** The functions that the page script finds in its own world once this script ran there. */
export type ArticleReader = typeof reading;

declare global {
  interface Window {
    ledeReading?: ArticleReader;
  }
}

window.ledeReading = reading;
