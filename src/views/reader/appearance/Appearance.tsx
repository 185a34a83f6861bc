/** The sheet on which a person sets how the reader looks; every change is seen at once and kept. */
import type { JSX } from 'preact';
import {
  FOCUSES,
  type ReaderSettings,
  type Settings,
  THEMES,
  TYPEFACES,
  changeSettings,
} from '../../../adapters/browser/settings.ts';
import { t } from '../../../adapters/i18n/sentences.ts';
import { Dialog } from '../../parts/controls/Dialog.tsx';
import './appearance.css';

interface Props {
  reading: ReaderSettings;
  theme: Settings['theme'];
  onChange: (reading: ReaderSettings) => void;
  onTheme: (theme: Settings['theme']) => void;
  onClose: () => void;
}

interface SliderProps {
  name: string;
  value: number;
  least: number;
  most: number;
  step: number;
  onChange: (value: number) => void;
}

function Slider({ name, value, least, most, step, onChange }: SliderProps): JSX.Element {
  return (
    <label class="appearance-line">
      <span>{name}</span>
      <input
        type="range"
        min={least}
        max={most}
        step={step}
        value={value}
        onInput={(event) => onChange(event.currentTarget.valueAsNumber)}
      />
    </label>
  );
}

interface ChoiceProps<Value extends string> {
  name: string;
  group: string;
  values: readonly Value[];
  value: Value;
  onChange: (value: Value) => void;
}

function Choice<Value extends string>({ name, group, values, value, onChange }: ChoiceProps<Value>): JSX.Element {
  return (
    <fieldset class="appearance-choice">
      <legend>{name}</legend>
      {values.map((one) => (
        <label key={one} class={`appearance-option ${group}-${one}`}>
          <input type="radio" name={group} checked={one === value} onChange={() => onChange(one)} />
          <span>{t(`${group}_${one}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** Rendered while it is open. */
export function Appearance({ reading, theme, onChange, onTheme, onClose }: Props): JSX.Element {
  const set = (change: Partial<ReaderSettings>) => {
    const next = { ...reading, ...change };
    onChange(next);
    void changeSettings({ reading: next });
  };
  const wear = (chosen: Settings['theme']) => {
    onTheme(chosen);
    void changeSettings({ theme: chosen });
  };
  return (
    <Dialog title={t('reader_appearance')} onClose={onClose}>
      <div class="appearance">
        <Choice name={t('reader_theme')} group="theme" values={THEMES} value={theme} onChange={wear} />
        <Choice
          name={t('reader_typeface')}
          group="typeface"
          values={TYPEFACES}
          value={reading.typeface}
          onChange={(typeface) => set({ typeface })}
        />
        <Slider
          name={t('reader_size')}
          value={reading.sizePx}
          least={14}
          most={36}
          step={1}
          onChange={(sizePx) => set({ sizePx })}
        />
        <Slider
          name={t('reader_width')}
          value={reading.widthEm}
          least={26}
          most={52}
          step={2}
          onChange={(widthEm) => set({ widthEm })}
        />
        <Slider
          name={t('reader_leading')}
          value={reading.lineHeight}
          least={1.2}
          most={2.2}
          step={0.05}
          onChange={(lineHeight) => set({ lineHeight })}
        />
        <Slider
          name={t('reader_letter_space')}
          value={reading.letterSpaceEm}
          least={0}
          most={0.2}
          step={0.01}
          onChange={(letterSpaceEm) => set({ letterSpaceEm })}
        />
        <Choice
          name={t('reader_focus')}
          group="focus"
          values={FOCUSES}
          value={reading.focus}
          onChange={(focus) => set({ focus })}
        />
        <label class="appearance-line">
          <span>{t('reader_justified')}</span>
          <input
            type="checkbox"
            checked={reading.justified}
            onChange={(event) => set({ justified: event.currentTarget.checked })}
          />
        </label>
        <label class="appearance-line">
          <span>{t('reader_columns')}</span>
          <input
            type="checkbox"
            checked={reading.columns}
            onChange={(event) => set({ columns: event.currentTarget.checked })}
          />
        </label>
      </div>
    </Dialog>
  );
}
