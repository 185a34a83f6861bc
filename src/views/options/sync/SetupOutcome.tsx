/** What trying a server for sync came to, with the commands that help where the server does not allow the extension. */
import type { JSX } from 'preact';
import { t } from '../../../adapters/i18n/sentences.ts';
import { stopSentence } from '../../parts/sync/SyncLine.tsx';
import type { Outcome } from './setup-trial.ts';

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

/** The outcome; `url` is the server's address, null while it is none. */
export function SetupOutcome(props: { outcome: Outcome; busy: boolean; url: string | null }): JSX.Element {
  const { outcome, busy, url } = props;
  return (
    <>
      <p class="facts" role="status">
        {busy && t('sync_testing')}
        {!busy && outcome && (outcome.stop === null ? outcome.sentence : stopSentence(outcome.stop))}
      </p>
      {(outcome?.stop === 'cors' || outcome?.stop === 'not-allowed') && url !== null && (
        <>
          {outcome.stop === 'not-allowed' && <p class="facts">{stopSentence('cors')}</p>}
          <code class="sync-command" dir="ltr">
            {corsCommands(url, location.origin)}
          </code>
        </>
      )}
    </>
  );
}
