/** The menu lines for correcting a page that was read wrongly, and the messages afterwards. */
import { Crosshair, Minus, Plus, RotateCcw } from 'lucide';
import { t } from '../../adapters/i18n/sentences.ts';
import type { Correction } from '../../core/article/removals/correction.ts';
import type { MenuLine } from './controls/Menu.tsx';

interface Given {
  correction: Correction | null;
  correct: (correction: Correction | null) => void;
  pickPart: () => void;
}

/** The correction with another measure, or without one; null if nothing is left of it. */
function withKeep({ part }: Correction, keep: Correction['keep']): Correction | null {
  if (keep === undefined && !part) return null;
  return { ...(part ? { part } : {}), ...(keep ? { keep } : {}) };
}

/** Keep more, keep less, pick the part, and back to the judge where something was corrected. */
export function correctionLines({ correction, correct, pickPart }: Given): MenuLine[] {
  const now = correction ?? {};
  const toggle = (keep: 'more' | 'less') => () => correct(withKeep(now, now.keep === keep ? undefined : keep));
  return [
    { icon: Plus, name: t('correct_more'), on: now.keep === 'more', run: toggle('more') },
    { icon: Minus, name: t('correct_less'), on: now.keep === 'less', run: toggle('less') },
    { icon: Crosshair, name: t('correct_pick'), run: pickPart },
    ...(correction ? [{ icon: RotateCcw, name: t('correct_none'), run: () => correct(null) }] : []),
  ];
}

/** The message after a correction. */
export function correctedSentence(correction: Correction | null, site: string, changed: boolean): string {
  if (correction === null) return t('correct_is_none', site);
  if (!changed) return t('correct_same', site);
  return correction.keep ? t(`correct_is_${correction.keep}`, site) : t('correct_is_part');
}

/** How a site is read, in a list: "more", "one part" or both. */
export function correctionFacts({ keep, part }: Correction): string {
  return [part ? t('correct_fact_part') : '', keep ? t(`correct_fact_${keep}`) : ''].filter(Boolean).join(' · ');
}
