/** Sync in the options: setting it up where it is off, and all that can be done where it is on. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { t } from '../../../adapters/i18n/sentences.ts';
import type { Said } from '../../parts/controls/Toast.tsx';
import { useSync } from '../../parts/sync/use-sync.ts';
import { SyncOn } from './SyncOn.tsx';
import { SyncSetup } from './SyncSetup.tsx';
import './sync.css';

/** The section on sync. If sync is set up, the form is only shown again on request. */
export function Sync({ onSaid }: { onSaid: (said: Said) => void }): JSX.Element | null {
  const sync = useSync();
  const [again, setAgain] = useState(false);
  if (!sync) return null;
  if (sync.state.on && !again) return <SyncOn {...sync} onAgain={() => setAgain(true)} onSaid={onSaid} />;
  return (
    <SyncSetup
      known={sync.state}
      onStarted={() => {
        setAgain(false);
        onSaid({ sentence: t('sync_started') });
      }}
    />
  );
}
