/** What is being typed, and what stands still long enough to be searched for. */
import { useEffect, useState } from 'preact/hooks';

/** A pause in typing after which the search runs, ms: a search takes less, the list's drawing may not. */
const PAUSE_MS = 60;

/** The words typed, their setter, and the words settled. */
export function useDeferredQuery(first: string): [string, (query: string) => void, string] {
  const [query, setQuery] = useState(first);
  const [settled, setSettled] = useState(first);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(query), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [query]);
  return [query, setQuery, settled];
}
