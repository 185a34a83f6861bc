/** Sync that is set up: its state, another device, the passphrase, and ways to end it. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { ask } from '../../../adapters/browser/channel.ts';
import { askGrant, grantPattern } from '../../../adapters/browser/grants.ts';
import { t } from '../../../adapters/i18n/sentences.ts';
import type { SyncState } from '../../../core/library/sync/state.ts';
import { Button } from '../../parts/controls/Button.tsx';
import { Dialog } from '../../parts/controls/Dialog.tsx';
import type { Said } from '../../parts/controls/Toast.tsx';
import { SyncAsides } from '../../parts/sync/SyncAsides.tsx';
import { SyncLine, stopSentence } from '../../parts/sync/SyncLine.tsx';
import { Field } from './Field.tsx';
import { Invitation } from './Invitation.tsx';

interface Props {
  state: SyncState;
  waiting: number;
  nowMs: number;
  onAgain: () => void;
  onSaid: (said: Said) => void;
}

type Sheet = 'device' | 'passphrase' | 'leave' | 'remove' | null;

/** The state, and below it what can be done. */
export function SyncOn({ onAgain, onSaid, ...sync }: Props): JSX.Element {
  const { state } = sync;
  const [sheet, setSheet] = useState<Sheet>(null);
  const close = () => setSheet(null);
  return (
    <div class="sync-on">
      <p class="facts" dir="ltr">
        {state.user === '' ? state.url : `${state.user} · ${state.url}`}
      </p>
      <SyncLine {...sync} />
      <SyncAsides {...state} />
      <div class="option-buttons">
        {/* Each button stays in place, because a round may begin automatically just when a person clicks. */}
        <Button kind="main" disabled={state.running} onClick={() => void runAllowed(state.url)}>
          {state.halted ? t('sync_go_on') : t('sync_now')}
        </Button>
        <Button disabled={!state.running} onClick={() => void ask('sync.halt', null)}>
          {t('sync_halt')}
        </Button>
        {state.stop !== null && <Button onClick={onAgain}>{t('sync_again')}</Button>}
        <Button onClick={() => setSheet('device')}>{t('sync_invite')}</Button>
        <Button onClick={() => setSheet('passphrase')}>{t('sync_change')}</Button>
        <Button onClick={() => setSheet('leave')}>{t('sync_leave')}</Button>
        <Button kind="danger" onClick={() => setSheet('remove')}>
          {t('sync_remove')}
        </Button>
      </div>
      {sheet === 'device' && (
        <Dialog title={t('sync_invite')} onClose={close}>
          <Invitation onSaid={onSaid} />
        </Dialog>
      )}
      {sheet === 'passphrase' && <ChangePassphrase onClose={close} onSaid={onSaid} />}
      {sheet === 'leave' && (
        <Sure
          title={t('sync_leave')}
          sentence={t('sync_leave_about')}
          onClose={close}
          act={async () => {
            await ask('sync.leave', null);
            return t('sync_left');
          }}
          onSaid={onSaid}
        />
      )}
      {sheet === 'remove' && (
        <Sure
          title={t('sync_remove')}
          sentence={t('sync_remove_about')}
          onClose={close}
          act={async () => {
            const done = await ask('sync.remove', null);
            if (!done.ok || done.value.stop !== null)
              return stopSentence(done.ok && done.value.stop ? done.value.stop : 'unreachable');
            return done.value.clean ? t('sync_removed') : t('sync_unclean');
          }}
          onSaid={onSaid}
        />
      )}
    </div>
  );
}

/** Runs a sync. The click also asks for the server's permission again if the browser no longer has it. */
async function runAllowed(url: string): Promise<void> {
  const site = grantPattern(url);
  if (site !== null) await askGrant(site);
  await ask('sync.run', { asked: true });
}

interface SureProps {
  title: string;
  sentence: string;
  act: () => Promise<string>;
  onClose: () => void;
  onSaid: (said: Said) => void;
}

function Sure({ title, sentence, act, onClose, onSaid }: SureProps): JSX.Element {
  const [busy, setBusy] = useState(false);
  return (
    <Dialog title={title} onClose={onClose}>
      <p>{sentence}</p>
      <div class="option-buttons">
        <Button
          kind="danger"
          disabled={busy}
          onClick={() => {
            setBusy(true);
            void act().then((said) => {
              onSaid({ sentence: said });
              onClose();
            });
          }}
        >
          {title}
        </Button>
      </div>
    </Dialog>
  );
}

function ChangePassphrase({ onClose, onSaid }: Pick<SureProps, 'onClose' | 'onSaid'>): JSX.Element {
  const [passphrase, setPassphrase] = useState('');
  const [busy, setBusy] = useState(false);
  const change = async () => {
    setBusy(true);
    const done = await ask('sync.change-passphrase', { passphrase });
    const stop = done.ok ? done.value.stop : 'unreachable';
    if (stop !== null) onSaid({ sentence: stopSentence(stop) });
    else onSaid({ sentence: done.ok && done.value.clean ? t('sync_changed') : t('sync_unclean') });
    onClose();
  };
  return (
    <Dialog title={t('sync_change')} onClose={onClose}>
      <p>{t('sync_change_about')}</p>
      <Field
        name={t('sync_new_passphrase')}
        value={passphrase}
        onValue={setPassphrase}
        type="password"
        autoComplete="new-password"
      />
      <div class="option-buttons">
        <Button kind="main" disabled={busy || passphrase === ''} onClick={() => void change()}>
          {t('sync_change')}
        </Button>
      </div>
    </Dialog>
  );
}
