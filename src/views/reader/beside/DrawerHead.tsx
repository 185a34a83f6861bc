/**
 * The head of a drawer: its name, and a button to close it. Hidden if the drawer is permanently open next to the
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
