/** Notices about sync besides its state: what was skipped on the server, and what was restored. */
import type { JSX } from 'preact';
import { X } from 'lucide';
import { tellSyncState } from '../../../adapters/browser/sync-state.ts';
import { number, t } from '../../../adapters/i18n/sentences.ts';
import type { SyncState } from '../../../core/library/sync/state.ts';
import { IconButton } from '../controls/Button.tsx';
import './sync-asides.css';

/** One line each. The message that edits survived deletions stays until the person closes it. */
export function SyncAsides({ tooNew, foreign, cameBack }: SyncState): JSX.Element {
  return (
    <>
      {cameBack > 0 && (
        <p class="facts sync-aside">
          {t('sync_came_back', number(cameBack))}
          <IconButton icon={X} name={t('parts_close')} onClick={() => void tellSyncState({ cameBack: 0 })} />
        </p>
      )}
      {tooNew > 0 && <p class="facts sync-aside">{t('sync_too_new', number(tooNew))}</p>}
      {foreign > 0 && <p class="facts sync-aside">{t('sync_foreign', number(foreign))}</p>}
    </>
  );
}
