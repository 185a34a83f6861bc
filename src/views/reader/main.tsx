/**
 * Opens the reader: `?tab=ID` for an open tab, `?page=ADDRESS` for a page that may be closed, `?entry=ID` for a saved
 * article.
 */
import { start } from '../parts/start.tsx';
import { ReaderPage } from './ReaderPage.tsx';
import { load } from './article/article-source.ts';
import { sourceOf } from './article/reader-address.ts';
import { loadTypeface } from './appearance/reader-style.ts';

/** A page that takes longer to answer is waited for on the screen, ms. */
const PATIENCE_MS = 400;

const source = sourceOf(location.search);

// The article is on its way while settings and words are, so that the first thing drawn is the article.
const opening = load(source);
// Nobody has read a saved article a moment ago, so its digest is to be made: what makes it is fetched beside what the
// library is asked.
if ('entryId' in source) void import('../../core/digest/digest.ts');
const patience = new Promise<void>((over) => setTimeout(over, PATIENCE_MS));
void start(
  'reader_title',
  ({ reading }) => <ReaderPage source={source} opening={opening} reading={reading} />,
  ({ reading }) => Promise.race([Promise.all([opening, loadTypeface(reading)]), patience]),
);
