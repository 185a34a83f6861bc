/** The browser's shortcuts for Lede as the person has them, and the way to the browser's own page that changes them. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { ExternalLink } from 'lucide';
import { openShortcuts } from '../../adapters/browser/triggers.ts';
import { t } from '../../adapters/i18n/sentences.ts';
import { GlobalKeys } from '../parts/GlobalKeys.tsx';
import { Button } from '../parts/controls/Button.tsx';

/** The list and the button. */
export function Shortcuts(): JSX.Element {
  const [byHand, setByHand] = useState(false);
  return (
    <>
      <GlobalKeys />
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
