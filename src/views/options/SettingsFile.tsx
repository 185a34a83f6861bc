/** Settings out to a file and back in. */
import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { Download, Upload } from 'lucide';
import { type Settings, defaultSettings, parseSettingsFile, settingsFile } from '../../adapters/browser/settings.ts';
import { t } from '../../adapters/i18n/sentences.ts';
import { Button } from '../parts/controls/Button.tsx';
import { saveFile } from '../parts/save-file.ts';
import type { Said } from '../parts/controls/Toast.tsx';

/** A settings file is a few hundred bytes; what is larger than this is something else. */
const FILE_BYTES_MOST = 1_000_000;

interface Props {
  settings: Settings;
  onTaken: (settings: Settings) => void;
  onSaid: (said: Said) => void;
}

/** The buttons. A file that is none changes nothing; one that is can be taken back. */
export function SettingsFile({ settings, onTaken, onSaid }: Props): JSX.Element {
  const chooser = useRef<HTMLInputElement>(null);
  const take = async (file: File | undefined) => {
    if (!file) return;
    const taken = file.size > FILE_BYTES_MOST ? null : parseSettingsFile(await file.text());
    if (!taken) return onSaid({ sentence: t('options_file_unknown') });
    onTaken(taken);
    onSaid({ sentence: t('options_file_taken'), undo: () => onTaken(settings) });
  };
  const reset = () => {
    onTaken(defaultSettings());
    onSaid({ sentence: t('options_reset_done'), undo: () => onTaken(settings) });
  };
  return (
    <div class="option-buttons">
      <Button
        icon={Download}
        onClick={() => saveFile('lede-settings.json', settingsFile(settings), 'application/json')}
      >
        {t('options_file_save')}
      </Button>
      <Button icon={Upload} onClick={() => chooser.current?.click()}>
        {t('options_file_load')}
      </Button>
      <Button kind="plain" onClick={reset}>
        {t('options_reset')}
      </Button>
      <input
        ref={chooser}
        type="file"
        accept="application/json,.json"
        hidden
        aria-label={t('options_file_load')}
        onChange={({ currentTarget }) => {
          void take(currentTarget.files?.[0]);
          currentTarget.value = '';
        }}
      />
    </div>
  );
}
