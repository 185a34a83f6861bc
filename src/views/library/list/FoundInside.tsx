/** The text of a saved article around the words that were found, if its row does not show them. */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { articleOf } from '../../../adapters/store/read/library.ts';
import type { Entry } from '../../../core/library/records.ts';
import { type Query, parseQuery, searchTerms } from '../../../core/library/search/query.ts';
import { folded } from '../../../core/library/search/search-words.ts';
import { type Snippet, snippetOf } from '../../../core/library/search/snippet.ts';

/** Delay after the last key press before an article is searched, in ms. */
const PAUSE_MS = 150;

/** Whether title, site, author and tags already show everything that was searched for. */
function isShown({ title, siteName = '', byline = '', tags }: Entry, query: Query): boolean {
  const seen = folded([title, siteName, byline, ...tags].join('\n'));
  return [...query.phrases, ...searchTerms(query).map(({ word }) => word)].every((word) => seen.includes(word));
}

/**
 * The part of the article around the first match, with the words marked; nothing without an exact match, as after a
 * typo.
 */
export function FoundInside({ entry, query }: { entry: Entry; query: string }): JSX.Element | null {
  const [found, setFound] = useState<Snippet | null>(null);
  useEffect(() => {
    let isHere = true;
    const wanted = parseQuery(query);
    const look = async () => {
      const kept = isShown(entry, wanted) ? null : await articleOf(entry.id);
      if (!isHere) return;
      const snippet = kept?.ok && kept.value ? snippetOf(kept.value.article.text, wanted) : null;
      setFound(snippet?.marks.length ? snippet : null);
    };
    const timer = setTimeout(() => void look(), PAUSE_MS);
    return () => {
      isHere = false;
      clearTimeout(timer);
    };
  }, [entry, query]);
  return (
    found && (
      <p class="entry-found" lang={entry.lang} dir="auto">
        {partsOf(found).map(({ text, isMarked }, at) => (isMarked ? <mark key={at}>{text}</mark> : text))}
      </p>
    )
  );
}

function partsOf({ text, marks }: Snippet): { text: string; isMarked: boolean }[] {
  const parts: { text: string; isMarked: boolean }[] = [];
  let at = 0;
  for (const { start, end } of marks) {
    parts.push({ text: text.slice(at, start), isMarked: false }, { text: text.slice(start, end), isMarked: true });
    at = end;
  }
  return [...parts, { text: text.slice(at), isMarked: false }];
}
