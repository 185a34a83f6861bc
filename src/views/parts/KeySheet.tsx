/** The sheet that `?` opens: each key of the view and what it does. */
import type { JSX } from 'preact';
import { t } from '../../adapters/i18n/sentences.ts';
import { GlobalKeys } from './GlobalKeys.tsx';
import { Dialog } from './controls/Dialog.tsx';
import type { KeyLine } from './keys.ts';
import './key-sheet.css';

const SIGNS: Record<string, string> = {
  ArrowDown: '↓',
  ArrowUp: '↑',
  ArrowLeft: '←',
  ArrowRight: '→',
  Enter: '⏎',
  Escape: 'Esc',
};

/** Rendered while it is open. */
export function KeySheet({ lines, onClose }: { lines: KeyLine[]; onClose: () => void }): JSX.Element {
  return (
    <Dialog title={t('parts_keys')} onClose={onClose}>
      <dl class="key-sheet">
        {lines.map(({ keys, says }) => (
          <div key={says} class="key-sheet-line">
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{SIGNS[key] ?? key}</kbd>
              ))}
            </dt>
            <dd>{t(says)}</dd>
          </div>
        ))}
      </dl>
      <h3 class="key-sheet-head">{t('options_keys')}</h3>
      <GlobalKeys />
    </Dialog>
  );
}
