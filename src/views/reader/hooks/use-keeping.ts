/** Keeps the reader's article in the library, and the place in it where the person reads. */
import { useCallback } from 'preact/hooks';
import { ask } from '../../../adapters/browser/channel.ts';
import { keepSessionPlace } from '../../../adapters/browser/session-articles.ts';
import { t } from '../../../adapters/i18n/sentences.ts';
import type { Article } from '../../../core/article/article.ts';
import type { Entry } from '../../../core/library/records.ts';
import type { Said } from '../../parts/controls/Toast.tsx';
import { failureSentence } from '../../parts/failure-sentence.ts';

interface Kept {
  article: Article;
  entry: Entry | null;
  isPrivate: boolean;
}

/** What can be kept. */
export interface Keeping {
  /** Saves the article for later; null if it is in the library. */
  save: (() => void) | null;
  /** Keeps the place, a position of the article's text: with the entry, else for the session. */
  keepPlace: (position: number) => void;
}

/** Nothing is kept of an article in a private window; saving says so. */
export function useKeeping({ article, entry, isPrivate }: Kept, onSaid: (said: Said) => void): Keeping {
  const entryId = entry?.id ?? null;
  const keepPlace = useCallback(
    (at: number) => {
      if (isPrivate) return;
      if (entryId === null) void keepSessionPlace(article.url, at);
      else void ask('entry.change', { id: entryId, change: { position: at } });
    },
    [article, entryId, isPrivate],
  );
  const save = async () => {
    if (isPrivate) return onSaid({ sentence: failureSentence({ kind: 'private' }) });
    const kept = await ask('entry.keep', { article });
    if (!kept.ok) return onSaid({ sentence: failureSentence(kept.error) });
    const undo = async () => {
      const undone = await ask('change.undo', { id: kept.value.id });
      if (!undone.ok) onSaid({ sentence: failureSentence(undone.error) });
    };
    onSaid({ sentence: t('toolbar_saved'), undo: () => void undo() });
  };
  const isSaved = entry !== null && entry.archivedAt === undefined;
  return { save: isSaved ? null : () => void save(), keepPlace };
}
