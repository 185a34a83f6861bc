/** Items deleted in the last thirty days, to be restored or deleted for good. */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Trash } from 'lucide';
import { ask } from '../../adapters/browser/channel.ts';
import { binned, follow } from '../../adapters/store/read/library.ts';
import { count, t, when } from '../../adapters/i18n/sentences.ts';
import type { Entry, Note } from '../../core/library/records.ts';
import type { Result } from '../../core/result.ts';
import { Button } from '../parts/controls/Button.tsx';
import { Dialog } from '../parts/controls/Dialog.tsx';
import { Empty } from '../parts/controls/Empty.tsx';
import type { Said } from '../parts/controls/Toast.tsx';
import { failureSentence } from '../parts/failure-sentence.ts';

interface Binned {
  entries: Entry[];
  notes: Note[];
}

interface Props {
  onSaid: (said: Said) => void;
  /** Shows the library again. */
  onLeave: () => void;
}

/** The bin. */
export function Bin({ onSaid, onLeave }: Props): JSX.Element {
  const [all, setAll] = useState<Binned | null>(null);
  const [sure, setSure] = useState(false);
  useEffect(() => {
    const life = new AbortController();
    follow(
      binned,
      (found) => {
        if (found.ok) setAll(found.value);
        else onSaid({ sentence: failureSentence(found.error) });
      },
      life.signal,
    );
    return () => life.abort();
  }, []);
  const told = (answer: Result<unknown>, sentence: string) =>
    onSaid({ sentence: answer.ok ? sentence : failureSentence(answer.error) });
  const restore = (kind: 'entry.restore' | 'note.restore', id: string) =>
    void ask(kind, { ids: [id] }).then((answer) => told(answer, t('library_restored')));
  if (!all) return <div aria-busy="true" />;
  const back = t('library_bin_leave');
  if (!all.entries.length && !all.notes.length) {
    return <Empty icon={Trash} sentence={t('library_bin_empty')} action={{ name: back, run: onLeave }} />;
  }
  const now = Date.now();
  const whole = new Set(all.entries.map(({ id }) => id));
  const alone = all.notes.filter(({ entryId }) => !whole.has(entryId));
  const amounts = new Map<string, number>();
  for (const { entryId } of all.notes) amounts.set(entryId, (amounts.get(entryId) ?? 0) + 1);
  const notesOf = (id: string) => {
    const amount = amounts.get(id);
    return amount ? `${count('library_notes', amount)} · ` : '';
  };
  const line = (key: string, words: string, facts: string, run: () => void) => (
    <li key={key} class="binned">
      <span class="binned-words clamped" dir="auto">
        {words}
      </span>
      <span class="facts">{facts}</span>
      <Button onClick={run}>{t('library_restore')}</Button>
    </li>
  );
  return (
    <>
      <div class="library-line">
        <p class="facts">{t('library_bin_days')}</p>
        <span>
          <Button kind="plain" onClick={onLeave}>
            {back}
          </Button>
          <Button kind="danger" onClick={() => setSure(true)}>
            {t('library_bin_clear')}
          </Button>
        </span>
      </div>
      <ul class="library-scroll">
        {all.entries.map(({ id, title, url, deletedAt = 0 }) =>
          line(`e${id}`, title || url, notesOf(id) + when(deletedAt, now), () => restore('entry.restore', id)),
        )}
        {alone.map(({ id, quote, deletedAt = 0 }) =>
          line(`n${id}`, quote.exact, when(deletedAt, now), () => restore('note.restore', id)),
        )}
      </ul>
      {sure && (
        <Dialog title={t('library_bin_clear')} onClose={() => setSure(false)}>
          <p>{count('library_bin_sure', all.entries.length + alone.length)}</p>
          <div class="dialog-foot">
            <Button onClick={() => setSure(false)}>{t('library_keep')}</Button>
            <Button
              kind="danger"
              onClick={() => {
                setSure(false);
                void ask('bin.empty', null).then((answer) => told(answer, t('library_bin_cleared')));
              }}
            >
              {t('library_bin_clear')}
            </Button>
          </div>
        </Dialog>
      )}
    </>
  );
}
