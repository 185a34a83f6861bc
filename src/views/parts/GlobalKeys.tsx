/** The browser's shortcuts for Lede, which work on every page, as the person has them. */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { shortcuts } from '../../adapters/browser/triggers.ts';
import { t } from '../../adapters/i18n/sentences.ts';
import './global-keys.css';

/**
 * What each shortcut of the manifest does, in the language that the person chose here; `_execute_action` is the
 * toolbar button's.
 */
const SAYS: Record<string, string> = {
  _execute_action: 'app_action',
  highlight: 'command_highlight',
  calm: 'command_calm',
  read: 'command_read',
  save: 'command_save',
};

/** The list of shortcuts, read again when the person returns from the browser's own page. */
export function GlobalKeys(): JSX.Element {
  const [all, setAll] = useState<Awaited<ReturnType<typeof shortcuts>>>([]);
  useEffect(() => {
    const again = () => void shortcuts().then(setAll);
    again();
    window.addEventListener('focus', again);
    return () => window.removeEventListener('focus', again);
  }, []);
  return (
    <dl class="shortcuts">
      {all.map(({ name, shortcut, description }) => (
        <div key={name} class="shortcut">
          <dt>{SAYS[name] ? t(SAYS[name]) : description || name}</dt>
          <dd>{shortcut ? <kbd>{shortcut}</kbd> : <span class="facts">{t('options_keys_unset')}</span>}</dd>
        </div>
      ))}
    </dl>
  );
}
