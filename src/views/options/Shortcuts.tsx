/** The browser's shortcuts for Lede as the person has them, and the way to the browser's own page that changes them. */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { ExternalLink } from 'lucide';
import { openShortcuts, shortcuts } from '../../adapters/browser/triggers.ts';
import { t } from '../../adapters/i18n/sentences.ts';
import { Button } from '../parts/controls/Button.tsx';

/** What each shortcut of the manifest does, in the language that the person chose here; `_execute_action` is the toolbar button's. */
const SAYS: Record<string, string> = {
  _execute_action: 'app_action',
  highlight: 'command_highlight',
  calm: 'command_calm',
  read: 'command_read',
};

/** The list and the button. */
export function Shortcuts(): JSX.Element {
  const [all, setAll] = useState<Awaited<ReturnType<typeof shortcuts>>>([]);
  const [byHand, setByHand] = useState(false);
  useEffect(() => {
    const again = () => void shortcuts().then(setAll);
    again();
    window.addEventListener('focus', again);
    return () => window.removeEventListener('focus', again);
  }, []);
  return (
    <>
      <dl class="shortcuts">
        {all.map(({ name, shortcut, description }) => (
          <div key={name} class="shortcut">
            <dt>{SAYS[name] ? t(SAYS[name]) : description || name}</dt>
            <dd>{shortcut ? <kbd>{shortcut}</kbd> : <span class="facts">{t('options_keys_unset')}</span>}</dd>
          </div>
        ))}
      </dl>
      <Button icon={ExternalLink} onClick={() => void openShortcuts().then((opened) => setByHand(!opened))}>
        {t('options_keys_change')}
      </Button>
      {byHand && (
        <p class="facts" role="status">
          {t('options_keys_by_hand')}
        </p>
      )}
    </>
  );
}
