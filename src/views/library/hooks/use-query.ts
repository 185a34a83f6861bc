/** The query being typed, and the part of it that is searched. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';

/**
 * The words typed, their setter, and the words searched for: the latest that were typed, as soon as the browser has
 * taken in the keys that wait. Keys that come faster than results are drawn overtake each other, and only the last
 * one is searched for; none waits for a pause.
 */
export function useDeferredQuery(first: string): [string, (query: string) => void, string] {
  const [query, setQuery] = useState(first);
  const [settled, setSettled] = useState(first);
  const latest = useRef(first);
  // A message, as timers are held back to 4 ms; keys that wait come before it.
  const { port1, port2 } = useMemo(() => new MessageChannel(), []);
  useEffect(() => {
    port1.onmessage = () => setSettled(latest.current);
    return () => port1.close();
  }, []);
  const type = (typed: string) => {
    latest.current = typed;
    setQuery(typed);
    port2.postMessage(null);
  };
  return [query, type, settled];
}
