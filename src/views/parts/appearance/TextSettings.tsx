/**
 * The controls for the reader's text: typeface, sizes with their exact values, focus; every change is handed over at
 * once.
 */
import type { JSX } from 'preact';
import { FOCUSES, type ReaderSettings, TYPEFACES, readerDefaults } from '../../../adapters/browser/settings.ts';
import { language, t } from '../../../adapters/i18n/sentences.ts';
import { Button } from '../controls/Button.tsx';
import './appearance.css';

interface SliderProps {
  name: string;
  value: number;
  least: number;
  most: number;
  step: number;
  unit: string;
  onChange: (value: number) => void;
}

/** A value with its unit as people of this language write it: "1.6", "19 px". */
function exact(value: number, unit: string): string {
  const amount = new Intl.NumberFormat(language(), { maximumFractionDigits: 2 }).format(value);
  return unit ? `${amount} ${unit}` : amount;
}

function Slider({ name, value, least, most, step, unit, onChange }: SliderProps): JSX.Element {
  return (
    <label class="appearance-line">
      <span>{name}</span>
      <input
        type="range"
        min={least}
        max={most}
        step={step}
        value={value}
        aria-valuetext={exact(value, unit)}
        onInput={(event) => onChange(event.currentTarget.valueAsNumber)}
      />
      <output class="facts">
        <bdi dir="ltr">{exact(value, unit)}</bdi>
      </output>
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

/** One of a few values, all in sight. */
export function Choice<Value extends string>(props: ChoiceProps<Value>): JSX.Element {
  const { name, group, values, value, onChange } = props;
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

const SIZES = [
  { field: 'sizePx', name: 'reader_size', least: 14, most: 36, step: 1, unit: 'px' },
  { field: 'widthEm', name: 'reader_width', least: 26, most: 52, step: 2, unit: 'em' },
  { field: 'lineHeight', name: 'reader_leading', least: 1.2, most: 2.2, step: 0.05, unit: '' },
  { field: 'letterSpaceEm', name: 'reader_letter_space', least: 0, most: 0.2, step: 0.01, unit: 'em' },
] as const;

interface Props {
  reading: ReaderSettings;
  onChange: (reading: ReaderSettings) => void;
}

/** The controls; the voice of reading aloud is not among them, and stays at a reset. */
export function TextSettings({ reading, onChange }: Props): JSX.Element {
  const set = (change: Partial<ReaderSettings>) => onChange({ ...reading, ...change });
  const { voiceRate, voices } = reading;
  return (
    <div class="appearance">
      <Choice
        name={t('reader_typeface')}
        group="typeface"
        values={TYPEFACES}
        value={reading.typeface}
        onChange={(typeface) => set({ typeface })}
      />
      {SIZES.map(({ field, name, ...range }) => (
        <Slider
          key={field}
          name={t(name)}
          {...range}
          value={reading[field]}
          onChange={(value) => set({ [field]: value })}
        />
      ))}
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
      <Button kind="plain" onClick={() => set({ ...readerDefaults(), voiceRate, voices })}>
        {t('reader_reset')}
      </Button>
    </div>
  );
}
