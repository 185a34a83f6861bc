/** The end of an article: a summary of the person's notes, and what to read next. */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Bookmark, Check, ExternalLink, NotebookPen } from 'lucide';
import { ask } from '../../adapters/browser/channel.ts';
import { count, minutes, t } from '../../adapters/i18n/sentences.ts';
import type { Entry } from '../../core/library/records.ts';
import { Button } from '../parts/controls/Button.tsx';
import type { Said } from '../parts/controls/Toast.tsx';
import { failureSentence } from '../parts/failure-sentence.ts';
import { searchOf } from './article/reader-address.ts';
import './reader-end.css';

interface Props {
  entry: Entry | null;
  /** Saves the article for later; null if it is in the library. */
  save: (() => void) | null;
  minutesWhole: number;
  notes: number;
  onNotes: () => void;
  onOriginal: () => void;
  onSaid: (said: Said) => void;
}

/**
 * The unread article that was saved last, other than this one and those archived; null if there is none or the library
 * cannot be read.
 */
async function nextUnread(entryId: string | undefined): Promise<Entry | null> {
  const { latestShelves } = await import('../../adapters/store/read/shelves.ts');
  const found = await latestShelves();
  if (!found.ok) return null;
  const { shelves } = found.value;
  const isWaiting = ({ id, readAt, archivedAt }: Entry) =>
    readAt === undefined && archivedAt === undefined && id !== entryId;
  return shelves.find(({ entry }) => isWaiting(entry))?.entry ?? null;
}

/** The foot of the article. */
export function ReaderEnd({ entry, save, minutesWhole, notes, onNotes, onOriginal, onSaid }: Props): JSX.Element {
  const [next, setNext] = useState<Entry | null>(null);
  const isRead = entry?.readAt !== undefined;
  useEffect(() => {
    let over = false;
    void nextUnread(entry?.id).then((found) => {
      if (!over) setNext(found);
    });
    return () => {
      over = true;
    };
  }, [entry?.id]);
  const markRead = async () => {
    if (!entry) return;
    const marked = await ask('entry.mark', { ids: [entry.id], mark: 'readAt', at: isRead ? null : Date.now() });
    if (!marked.ok) onSaid({ sentence: failureSentence(marked.error) });
  };
  return (
    <footer class="reader-end" lang={document.documentElement.lang}>
      <p class="reader-end-mark" aria-hidden="true">
        ◆
      </p>
      <p class="facts">{t('reader_end', minutes(minutesWhole))}</p>
      <div class="reader-end-acts">
        {save && (
          <Button icon={Bookmark} onClick={save}>
            {t('command_save')}
          </Button>
        )}
        {entry && (
          <Button icon={Check} aria-pressed={isRead} onClick={() => void markRead()}>
            {t(isRead ? 'library_mark_unread' : 'library_mark_read')}
          </Button>
        )}
        {notes > 0 && (
          <Button icon={NotebookPen} onClick={onNotes}>
            {count('reader_notes', notes)}
          </Button>
        )}
        <Button icon={ExternalLink} onClick={onOriginal}>
          {t('reader_original')}
        </Button>
      </div>
      {next && (
        <p class="reader-end-next">
          <span class="facts">{t('reader_next')}</span>
          <a dir="auto" lang={next.lang} href={searchOf({ entryId: next.id }, '')}>
            {next.title}
          </a>
        </p>
      )}
    </footer>
  );
}
