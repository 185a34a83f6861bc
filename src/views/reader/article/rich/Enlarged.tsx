/** An image over the whole window; Escape or a click closes it. */
import type { JSX } from 'preact';
import { t } from '../../../../adapters/i18n/sentences.ts';
import { Dialog } from '../../../parts/controls/Dialog.tsx';

/** Rendered while it is open. */
export function Enlarged({ src, alt, onClose }: { src: string; alt: string; onClose: () => void }): JSX.Element {
  return (
    <Dialog title={alt || t('reader_image')} onClose={onClose}>
      <img class="enlarged" src={src} alt={alt} referrerpolicy="no-referrer" />
    </Dialog>
  );
}
