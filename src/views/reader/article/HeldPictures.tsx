/** Says that an article's pictures are not loaded, and from which servers they would be. */
import type { JSX } from 'preact';
import { list, t } from '../../../adapters/i18n/sentences.ts';
import { Button } from '../../parts/controls/Button.tsx';
import type { PicturePolicy } from './picture-policy.ts';

/** Maximum number of hosts that are named. */
const NAMED_MOST = 3;

interface Props {
  policy: PicturePolicy;
  hosts: readonly string[];
  onLoad: () => void;
}

/** One sentence, with a button where the person may decide; nothing where no server would be asked. */
export function HeldPictures({ policy, hosts, onLoad }: Props): JSX.Element | null {
  if (policy === 'load' || hosts.length === 0) return null;
  if (policy === 'never') return <p class="facts">{t('reader_pictures_private')}</p>;
  const named = hosts.length > NAMED_MOST ? [...hosts.slice(0, NAMED_MOST), '…'] : hosts;
  return (
    <p class="held-pictures facts">
      {t('reader_pictures_held', list(named))} <Button onClick={onLoad}>{t('reader_pictures_load')}</Button>
    </p>
  );
}
