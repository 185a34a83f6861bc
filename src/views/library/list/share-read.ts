/** How much of a saved article a person has read. */
import { useEffect, useState } from 'preact/hooks';
import { articleOf } from '../../../adapters/store/read/library.ts';
import type { Entry } from '../../../core/library/records.ts';

/** Lengths of articles by their entry's id, as they were when the list last showed them. */
const lengths = new Map<string, number>();

/**
 * Share that was read (0–1), by the last reading position; null if nothing or everything was read, or if the article is
 * not saved. Only computed for visible rows, because the length requires loading the article.
 */
export function useShareRead({ id, position = 0, readAt }: Entry): number | null {
  const [length, setLength] = useState(lengths.get(id) ?? 0);
  const isHalfRead = position > 0 && readAt === undefined;
  useEffect(() => {
    let isHere = true;
    if (isHalfRead && !lengths.has(id)) {
      void articleOf(id).then((kept) => {
        if (!kept.ok || !kept.value) return;
        lengths.set(id, kept.value.article.text.length);
        if (isHere) setLength(kept.value.article.text.length);
      });
    }
    return () => {
      isHere = false;
    };
  }, [id, isHalfRead]);
  const share01 = length ? Math.min(1, position / length) : 0;
  return isHalfRead && share01 >= 0.01 ? share01 : null;
}
