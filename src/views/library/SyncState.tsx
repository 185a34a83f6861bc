/** The state of sync in the library's head, where it is on; opening the library is a reason to look for news. */
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { openPage } from '../../adapters/browser/browser.ts';
import { ask } from '../../adapters/browser/channel.ts';
import { t } from '../../adapters/i18n/sentences.ts';
import { Button } from '../parts/controls/Button.tsx';
import { SyncAsides } from '../parts/sync/SyncAsides.tsx';
import { SyncLine } from '../parts/sync/SyncLine.tsx';
import { useSync } from '../parts/sync/use-sync.ts';

/** Nothing where sync is off. */
export function SyncState(): JSX.Element | null {
  const sync = useSync();
  const on = sync?.state.on === true;
  useEffect(() => {
    if (on) void ask('sync.run', { asked: false });
  }, [on]);
  if (!sync || !on) return null;
  const { halted, running, stop } = sync.state;
  const atOnce = stop === null || stop === 'unreachable';
  return (
    <div class="library-sync">
      <SyncLine {...sync} />
      {!running && (
        <Button
          kind="plain"
          onClick={() => void (atOnce ? ask('sync.run', { asked: true }) : openPage('options/index.html'))}
        >
          {!atOnce ? t('library_options') : halted ? t('sync_go_on') : t('sync_now')}
        </Button>
      )}
      <SyncAsides {...sync.state} />
    </div>
  );
}
