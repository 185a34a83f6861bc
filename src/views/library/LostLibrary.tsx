/** Offers, in one sentence, to restore a lost library from Lede's backups. */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { ask } from '../../adapters/browser/channel.ts';
import { count, day, t } from '../../adapters/i18n/sentences.ts';
import type { Lost } from '../../adapters/store/read/backups.ts';
import { lostLibraryNow } from '../../adapters/store/read/library.ts';
import { dateOfDay } from '../../core/library/backup/days.ts';
import { Button } from '../parts/controls/Button.tsx';
import type { Said } from '../parts/controls/Toast.tsx';
import { TakingStatus } from './taking/TakingStatus.tsx';
import { givenLost } from './taking/given.ts';
import { useTaking } from './taking/use-taking.ts';

/** The offer, where a library was lost and the person has not answered yet; nothing otherwise. */
export function LostLibrary({ onSaid }: { onSaid: (said: Said) => void }): JSX.Element | null {
  const [lost, setLost] = useState<Lost | null>(null);
  const work = useTaking();
  useEffect(() => {
    void lostLibraryNow(Date.now()).then((found) => found.ok && setLost(found.value));
  }, []);
  if (!lost) return null;
  const answer = async () => {
    await ask('loss.answer', null);
    setLost(null);
  };
  const bringBack = async () => {
    const given = await givenLost(lost, Date.now());
    if (!given.ok) return work.refused(given.error);
    const sentence = await work.take(given.value);
    if (sentence === null) return;
    onSaid({ sentence });
    await answer();
  };
  const date = lost.day ? dateOfDay(lost.day) : new Date(Date.now()).toISOString().slice(0, 10);
  return (
    <section class="lost-library" role="alert">
      <p>{t('library_lost', count('library_notes', lost.notes), day(date))}</p>
      {work.done01 === null && (
        <div class="files-row">
          <Button kind="main" onClick={() => void bringBack()}>
            {t('library_restore')}
          </Button>
          <Button onClick={() => void answer()}>{t('restore_not_now')}</Button>
        </div>
      )}
      <TakingStatus work={work} onGo={() => undefined} />
    </section>
  );
}
