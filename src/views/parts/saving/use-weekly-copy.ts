/** Looks for the weekly copy while a page is open, and says if it could not be saved. */
import { useEffect } from 'preact/hooks';
import { t } from '../../../adapters/i18n/sentences.ts';
import type { Said } from '../controls/Toast.tsx';

/** `say` shows a line at the foot. */
export function useWeeklyCopy(say: (said: Said) => void): void {
  useEffect(() => {
    const life = new AbortController();
    // Fetched late: the page is drawn first.
    void import('./weekly-copy.ts').then(({ scheduleWeeklyCopy }) => {
      if (!life.signal.aborted) scheduleWeeklyCopy(() => say({ sentence: t('parts_weekly_copy_failed') }), life.signal);
    });
    return () => life.abort();
  }, []);
}
