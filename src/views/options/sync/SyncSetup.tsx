/** The form that sets sync up; "Test" says what is right or wrong before anything is sent. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { ask } from '../../../adapters/browser/channel.ts';
import { askGrant, grantPattern } from '../../../adapters/browser/grants.ts';
import { number, t } from '../../../adapters/i18n/sentences.ts';
import { readInvitation, serverAddress } from '../../../core/library/sync/address.ts';
import type { Stop, SyncState } from '../../../core/library/sync/state.ts';
import { Button } from '../../parts/controls/Button.tsx';
import { stopSentence } from '../../parts/sync/SyncLine.tsx';
import { Field } from './Field.tsx';

/** What the last test came to. */
type Tested = { stop: Stop } | { stop: null; sentence: string } | null;

/**
 * Commands that let this extension read a CouchDB's answers without the browser's permission. Its defaults name the
 * methods and headers that are needed. Source: CouchDB 3 documentation, "Cross-Origin Resource Sharing".
 */
function corsCommands(url: string, extension: string): string {
  const config = `curl -u admin -X PUT ${new URL(url).origin}/_node/_local/_config`;
  return [
    `${config}/chttpd/enable_cors -d '"true"'`, //
    `${config}/cors/origins -d '"${extension}"'`,
  ].join('\n');
}

/** The form; `known` fills in what was set up before. */
export function SyncSetup({ known, onStarted }: { known: SyncState; onStarted: () => void }): JSX.Element {
  const [address, setAddress] = useState(known.url);
  const [user, setUser] = useState(known.user);
  const [password, setPassword] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const [notesOnly, setNotesOnly] = useState(known.notesOnly);
  const [settings, setSettings] = useState(known.settings);
  const [tested, setTested] = useState<Tested>(null);
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
  /** Must begin inside the person's click: the browser asks for the server's permission first. */
  const act = async (work: (own: NonNullable<typeof server>) => Promise<Tested>) => {
    if (!server) return;
    setBusy(true);
    const site = grantPattern(server.url);
    const allowed = site === null || (await askGrant(site));
    const came = await work(server);
    // A refused permission is no obstacle where the server itself allows the extension by CORS.
    setTested(came?.stop === 'cors' && !allowed ? { stop: 'not-allowed' } : came);
    setBusy(false);
  };
  const test = (own: NonNullable<typeof server>): Promise<Tested> =>
    ask('sync.look', { ...own, passphrase }).then((answer) => {
      if (!answer.ok) return { stop: 'unreachable' as const };
      if (answer.value.stop !== null) return { stop: answer.value.stop };
      const { found, documents } = answer.value;
      return {
        stop: null,
        sentence: found === 'empty' ? t('sync_found_empty') : t('sync_found_library', number(documents)),
      };
    });
  const start = async (own: NonNullable<typeof server>): Promise<Tested> => {
    const answer = await ask('sync.start', { ...own, passphrase, notesOnly, settings });
    const stop = answer.ok ? answer.value.stop : 'unreachable';
    if (stop !== null) return { stop };
    onStarted();
    return null;
  };
  const create = async (own: NonNullable<typeof server>): Promise<Tested> => {
    const answer = await ask('sync.create', own);
    const stop = answer.ok ? answer.value.stop : 'unreachable';
    return stop === null ? test(own) : { stop };
  };

  return (
    <form
      class="sync-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) void act(start);
      }}
    >
      <Field
        name={t('sync_address')}
        value={address}
        onValue={(typed) => {
          setTested(null);
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
      <label class="check">
        <input
          type="checkbox"
          checked={notesOnly}
          onChange={({ currentTarget }) => setNotesOnly(currentTarget.checked)}
        />
        <span>{t('sync_notes_only')}</span>
      </label>
      <label class="check">
        <input
          type="checkbox"
          checked={settings}
          onChange={({ currentTarget }) => setSettings(currentTarget.checked)}
        />
        <span>{t('sync_settings')}</span>
      </label>
      <div class="option-buttons">
        <Button disabled={!ready} onClick={() => void act(test)}>
          {t('sync_test')}
        </Button>
        <Button kind="main" type="submit" disabled={!ready}>
          {t('sync_start')}
        </Button>
        {tested?.stop === 'no-database' && (
          <Button disabled={busy} onClick={() => void act(create)}>
            {t('sync_create')}
          </Button>
        )}
      </div>
      <p class="facts" role="status">
        {busy && t('sync_testing')}
        {!busy && tested && (tested.stop === null ? tested.sentence : stopSentence(tested.stop))}
      </p>
      {(tested?.stop === 'cors' || tested?.stop === 'not-allowed') && server && (
        <>
          {tested.stop === 'not-allowed' && <p class="facts">{stopSentence('cors')}</p>}
          <code class="sync-command" dir="ltr">
            {corsCommands(server.url, location.origin)}
          </code>
        </>
      )}
    </form>
  );
}
