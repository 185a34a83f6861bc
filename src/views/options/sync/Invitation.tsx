/** The link for another device, as text and as a QR code; the password is in it only where the person says so. */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { encode } from 'uqr';
import { ask } from '../../../adapters/browser/channel.ts';
import { t } from '../../../adapters/i18n/sentences.ts';
import { Button } from '../../parts/controls/Button.tsx';
import type { Said } from '../../parts/controls/Toast.tsx';
import { Checkbox } from './Field.tsx';

/** The content of a dialog. */
export function Invitation({ onSaid }: { onSaid: (said: Said) => void }): JSX.Element {
  const [withPassword, setWithPassword] = useState(false);
  const [link, setLink] = useState('');
  useEffect(() => {
    void ask('sync.invite', { withPassword }).then((answer) => setLink(answer.ok ? answer.value.link : ''));
  }, [withPassword]);
  return (
    <div class="sync-invitation">
      <p>{t('sync_invite_about')}</p>
      {link !== '' && <Code text={link} />}
      <Checkbox name={t('sync_invite_password')} checked={withPassword} onChecked={setWithPassword} />
      <code class="sync-command" dir="ltr">
        {link}
      </code>
      <div class="option-buttons">
        <Button
          kind="main"
          onClick={() => void navigator.clipboard.writeText(link).then(() => onSaid({ sentence: t('sync_copied') }))}
        >
          {t('sync_copy')}
        </Button>
      </div>
    </div>
  );
}

/** Black on white whatever the theme: cameras want it so. */
function Code({ text }: { text: string }): JSX.Element {
  const { data, size } = encode(text, { border: 4 });
  const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
  return (
    <svg class="sync-code" role="img" aria-label={t('sync_invite_code')} viewBox={`0 0 ${size} ${size}`}>
      <path d={`M0 0h${size}v${size}h-${size}z`} fill="#fff" />
      <path d={path} fill="#000" shape-rendering="crispEdges" />
    </svg>
  );
}
