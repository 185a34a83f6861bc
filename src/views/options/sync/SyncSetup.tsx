/** The form that sets sync up; "Test" says what is right or wrong before anything is sent. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { t } from '../../../adapters/i18n/sentences.ts';
import { readInvitation, serverAddress } from '../../../core/library/sync/address.ts';
import type { SyncState } from '../../../core/library/sync/state.ts';
import { Button } from '../../parts/controls/Button.tsx';
import { Checkbox, Field } from './Field.tsx';
import { SetupOutcome } from './SetupOutcome.tsx';
import { type Outcome, type Wish, create, look, start, tryWith } from './setup-trial.ts';

/** The form; `known` fills in what was set up before. */
export function SyncSetup({ known, onStarted }: { known: SyncState; onStarted: () => void }): JSX.Element {
  const [address, setAddress] = useState(known.url);
  const [user, setUser] = useState(known.user);
  const [password, setPassword] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const [notesOnly, setNotesOnly] = useState(known.notesOnly);
  const [settings, setSettings] = useState(known.settings);
  const [outcome, setOutcome] = useState<Outcome>(null);
  const [busy, setBusy] = useState(false);

  const read = serverAddress(address);
  const server = 'url' in read ? { url: read.url, user, password } : null;
  const isLink = address.trim().startsWith('lede-sync:');
  const problem = address.trim() !== '' && !isLink && 'problem' in read ? read.problem : null;
  const ready = server !== null && passphrase !== '' && !busy;

  /** A link from another device fills in the form as soon as it is complete, pasted or typed. */
  const takeLink = () => {
    const invited = readInvitation(address);
    if (!invited) return;
    setAddress(invited.url);
    setUser(invited.user);
    if (invited.password !== undefined) setPassword(invited.password);
  };
  const act = async (work: (wish: Wish) => Promise<Outcome>) => {
    if (!server) return;
    setBusy(true);
    setOutcome(await tryWith({ server, passphrase, notesOnly, settings }, work));
    setBusy(false);
  };
  const startAndTell = async (wish: Wish) => {
    const came = await start(wish);
    if (came === null) onStarted();
    return came;
  };

  return (
    <form
      class="sync-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) void act(startAndTell);
      }}
    >
      <Field
        name={t('sync_address')}
        value={address}
        onValue={(typed) => {
          setOutcome(null);
          setAddress(typed);
        }}
        onChange={takeLink}
        placeholder="https://sync.example.org/lede"
      />
      {problem && (
        <p class="facts" role="status">
          {t(`sync_address_${problem.replaceAll('-', '_')}`)}
        </p>
      )}
      <Field name={t('sync_user')} value={user} onValue={setUser} autoComplete="off" />
      <Field name={t('sync_password')} value={password} onValue={setPassword} type="password" autoComplete="off" />
      <Field
        name={t('sync_passphrase')}
        value={passphrase}
        onValue={setPassphrase}
        type="password"
        autoComplete="new-password"
      />
      <p class="facts">{t('sync_passphrase_about')}</p>
      <Checkbox name={t('sync_notes_only')} checked={notesOnly} onChecked={setNotesOnly} />
      <Checkbox name={t('sync_settings')} checked={settings} onChecked={setSettings} />
      <div class="option-buttons">
        <Button disabled={!ready} onClick={() => void act(look)}>
          {t('sync_test')}
        </Button>
        <Button kind="main" type="submit" disabled={!ready}>
          {t('sync_start')}
        </Button>
        {outcome?.stop === 'no-database' && (
          <Button disabled={busy} onClick={() => void act(create)}>
            {t('sync_create')}
          </Button>
        )}
      </div>
      <SetupOutcome outcome={outcome} busy={busy} url={server?.url ?? null} />
    </form>
  );
}
