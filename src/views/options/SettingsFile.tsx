/** Settings out to a file and back in. */
import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { Download, Upload } from 'lucide';
import { type Settings, defaultSettings, parseSettingsFile, settingsFile } from '../../adapters/browser/settings.ts';
import { t } from '../../adapters/i18n/sentences.ts';
import { Button } from '../parts/controls/Button.tsx';
import { Dialog } from '../parts/controls/Dialog.tsx';
import { saveFile } from '../parts/saving/save-file.ts';
import type { Said } from '../parts/controls/Toast.tsx';

/** A settings file is a few hundred bytes; what is larger than this is something else. */
const FILE_BYTES_MOST = 1_000_000;

interface Props {
  settings: Settings;
  onTaken: (settings: Settings) => void;
  onSaid: (said: Said) => void;
}

/** The buttons. An invalid file changes nothing; the import of a valid one can be undone. */
export function SettingsFile({ settings, onTaken, onSaid }: Props): JSX.Element {
  const chooser = useRef<HTMLInputElement>(null);
  /** What a file that names a language model's address would make of the settings: waits for the person's answer. */
  const [question, setQuestion] = useState<Settings | null>(null);
  const take = async (file: File | undefined) => {
    if (!file) return;
    const read = file.size > FILE_BYTES_MOST ? null : parseSettingsFile(await file.text(), settings);
    if (!read) return onSaid({ sentence: t('options_file_unknown') });
    onTaken(read.settings);
    onSaid({ sentence: t('options_file_taken'), undo: () => onTaken(settings) });
    setQuestion(read.model && { ...read.settings, ...read.model });
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
      {question && (
        <ModelQuestion
          address={question.modelAddress}
          onUse={() => onTaken(question)}
          onClose={() => setQuestion(null)}
        />
      )}
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

interface QuestionProps {
  address: string;
  onUse: () => void;
  onClose: () => void;
}

/** Asks whether sentences may be sent to the address that a file names. Closing the dialog means no. */
function ModelQuestion({ address, onUse, onClose }: QuestionProps): JSX.Element {
  return (
    <Dialog title={t('options_file_model')} onClose={onClose}>
      <p>{t('options_file_model_ask')}</p>
      <p>
        <code dir="ltr">{address}</code>
      </p>
      <div class="option-buttons">
        <Button kind="main" onClick={onClose}>
          {t('options_file_model_keep')}
        </Button>
        <Button
          onClick={() => {
            onUse();
            onClose();
          }}
        >
          {t('options_file_model_use')}
        </Button>
      </div>
    </Dialog>
  );
}
