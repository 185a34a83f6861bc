/**
 * The head of a drawer: what it holds, and the way to close it. Not shown where the drawer stands open beside the
 * article.
 */
import type { JSX } from 'preact';
import { X } from 'lucide';
import { t } from '../../../adapters/i18n/sentences.ts';
import { IconButton } from '../../parts/controls/Button.tsx';

/** Its name and a close button. */
export function DrawerHead({ name, onClose }: { name: string; onClose: () => void }): JSX.Element {
  return (
    <div class="drawer-head">
      <h2>{name}</h2>
      <IconButton icon={X} name={t('parts_close')} onClick={onClose} />
    </div>
  );
}
