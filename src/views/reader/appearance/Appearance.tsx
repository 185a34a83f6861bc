/** The popover for the reader's appearance, next to the live article. Every change is visible at once and saved. */
import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { X } from 'lucide';
import { type ReaderSettings, type Settings, THEMES, changeSettings } from '../../../adapters/browser/settings.ts';
import { t } from '../../../adapters/i18n/sentences.ts';
import { Choice, TextSettings } from '../../parts/appearance/TextSettings.tsx';
import { IconButton } from '../../parts/controls/Button.tsx';

interface Props {
  reading: ReaderSettings;
  theme: Settings['theme'];
  onChange: (reading: ReaderSettings) => void;
  onTheme: (theme: Settings['theme']) => void;
  onClose: () => void;
}

/** Rendered while it is open. It takes the focus and gives it back; the article behind it stays in reach. */
export function Appearance({ reading, theme, onChange, onTheme, onClose }: Props): JSX.Element {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const before = document.activeElement;
    box.current?.querySelector<HTMLElement>('input:checked')?.focus({ preventScroll: true });
    return () => {
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, []);
  useEffect(() => {
    const elsewhere = ({ target }: PointerEvent) => {
      const inside = target instanceof Element && target.closest('.appearance-popover, .reader-bar');
      if (!inside) onClose();
    };
    document.addEventListener('pointerdown', elsewhere);
    return () => document.removeEventListener('pointerdown', elsewhere);
  }, [onClose]);
  return (
    <div class="appearance-popover arrives" role="dialog" aria-label={t('reader_appearance')} ref={box}>
      <div class="drawer-head">
        <h2>{t('reader_appearance')}</h2>
        <IconButton icon={X} name={t('parts_close')} onClick={onClose} />
      </div>
      <Choice
        name={t('reader_theme')}
        group="theme"
        values={THEMES}
        value={theme}
        onChange={(chosen) => {
          onTheme(chosen);
          void changeSettings({ theme: chosen });
        }}
      />
      <TextSettings
        reading={reading}
        onChange={(next) => {
          onChange(next);
          void changeSettings({ reading: next });
        }}
      />
    </div>
  );
}
