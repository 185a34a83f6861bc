/** The line at the foot that says what was done and offers undo. */
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { X } from 'lucide';
import { t } from '../../../adapters/i18n/sentences.ts';
import { Button, IconButton } from './Button.tsx';
import './toast.css';

/** What was done; `undo` takes it back. */
export interface Said {
  sentence: string;
  undo?: () => void;
}

/**
 * How long a line without "undo" stays, and one with it (WCAG 2.2.1 wants time enough; focus or the pointer on it
 * stop the clock).
 */
const STAYS_MS = 4_000;
const STAYS_WITH_UNDO_MS = 10_000;

/** The line, or nothing. The region is always in the page, so screen readers announce its changes. */
export function Toast({ said, onGone }: { said: Said | null; onGone: () => void }): JSX.Element {
  useEffect(() => {
    if (!said) return undefined;
    const wait = () => {
      const held = document.querySelector('.toast:hover, .toast:focus-within');
      if (held) timer = window.setTimeout(wait, STAYS_MS);
      else onGone();
    };
    let timer = window.setTimeout(wait, said.undo ? STAYS_WITH_UNDO_MS : STAYS_MS);
    return () => clearTimeout(timer);
  }, [said]);
  return (
    <div class="toast-region" role="status">
      {said && (
        <div class="toast arrives">
          <span class="toast-sentence">{said.sentence}</span>
          {said.undo && (
            <Button
              kind="plain"
              onClick={() => {
                said.undo?.();
                onGone();
              }}
            >
              {t('parts_undo')}
            </Button>
          )}
          <IconButton icon={X} name={t('parts_dismiss')} onClick={onGone} />
        </div>
      )}
    </div>
  );
}
