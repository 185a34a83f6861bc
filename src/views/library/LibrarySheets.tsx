/** The dialogs of the library: its keys, files in and out, and all tags; at most one at a time. */
import type { JSX } from 'preact';
import { ask } from '../../adapters/browser/channel.ts';
import { t } from '../../adapters/i18n/sentences.ts';
import { Button } from '../parts/controls/Button.tsx';
import { Dialog } from '../parts/controls/Dialog.tsx';
import type { Said } from '../parts/controls/Toast.tsx';
import { KeySheet } from '../parts/KeySheet.tsx';
import type { KeyLine } from '../parts/keys.ts';
import { Files } from './Files.tsx';
import type { Sheet } from './LibraryMenu.tsx';
import type { Row } from './list/rows.ts';
import { TagNames } from './TagNames.tsx';

interface Props {
  sheet: Sheet | null;
  keys: KeyLine[];
  chosenRows: Row[];
  onSaid: (said: Said) => void;
  onClose: () => void;
}

/** The open one, or nothing. */
export function LibrarySheets({ sheet, keys, chosenRows, onSaid, onClose }: Props): JSX.Element | null {
  if (sheet === 'keys') return <KeySheet lines={keys} onClose={onClose} />;
  if (sheet === 'files')
    return <Files rows={chosenRows.length ? chosenRows : null} onSaid={onSaid} onClose={onClose} />;
  if (sheet !== 'tags') return null;
  return (
    <Dialog title={t('library_tags')} onClose={onClose}>
      <TagNames onSaid={onSaid} />
      <Button onClick={() => void ask('change.undo', null)}>{t('library_undo')}</Button>
    </Dialog>
  );
}
