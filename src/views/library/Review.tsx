/** Old highlights to see again, a few each day, above the list; only where the person asked for it. */
import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { t } from '../../adapters/i18n/sentences.ts';
import { handful } from '../../core/library/handful.ts';
import type { Shelf } from '../../core/library/shelf.ts';
import type { LibraryActs } from './acts.ts';
import './review.css';

/** Nothing where the library holds no old highlight. */
export function Review({ shelves, acts }: { shelves: readonly Shelf[]; acts: LibraryActs }): JSX.Element | null {
  const now = new Date();
  const day = now.getFullYear() * 10_000 + now.getMonth() * 100 + now.getDate();
  const chosen = useMemo(() => handful(shelves, day, Date.now()), [shelves, day]);
  if (!chosen.length) return null;
  return (
    <details class="review" open>
      <summary class="facts">{t('library_review_title')}</summary>
      <ul>
        {chosen.map(({ entry, note }) => (
          <li key={note.id} class={`mark-${note.colour}`}>
            <button
              type="button"
              class="note-quote"
              dir="auto"
              onClick={() => acts.openPage({ key: `n${note.id}`, entry, note })}
            >
              <q class="note-words clamped" lang={entry.lang}>
                {note.quote.exact}
              </q>
            </button>
            {note.text && (
              <p class="note-text" dir="auto">
                {note.text}
              </p>
            )}
            <button
              type="button"
              class="review-title facts"
              onClick={() => acts.open({ key: `e${entry.id}`, entry, notes: 0 })}
            >
              <bdi lang={entry.lang}>{entry.title || entry.url}</bdi>
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
