/**
 * Who chooses key points: Lede itself, the browser's own model, or one at an address. No model is used before the
 * person chooses it here.
 */
import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { type BuiltInState, builtInState, prepareBuiltIn } from '../../adapters/models/built-in.ts';
import { askGrant, isGranted } from '../../adapters/browser/grants.ts';
import { keepModelKey, readModelKey } from '../../adapters/browser/model-key.ts';
import { baseOf, modelsAt, patternOf } from '../../adapters/models/remote.ts';
import { MODELS, type Settings } from '../../adapters/browser/settings.ts';
import { number, t } from '../../adapters/i18n/sentences.ts';
import { Button } from '../parts/controls/Button.tsx';
import { failureSentence } from '../parts/failure-sentence.ts';

interface Props {
  settings: Settings;
  onChange: (change: Partial<Settings>) => void;
}

/** Keys of the names of the choices. */
const NAMES = {
  none: 'options_model_none',
  'built-in': 'options_model_built_in',
  address: 'options_model_address',
} as const;

/** The three choices, and below them what the one that is on needs. */
export function Model({ settings, onChange }: Props): JSX.Element {
  return (
    <>
      <fieldset class="model-choices">
        <legend class="visually-hidden">{t('options_model')}</legend>
        {MODELS.map((model) => (
          <label key={model} class="check">
            <input type="radio" name="model" checked={settings.model === model} onChange={() => onChange({ model })} />
            <span>{t(NAMES[model])}</span>
          </label>
        ))}
      </fieldset>
      {settings.model === 'built-in' && <BuiltIn />}
      {settings.model === 'address' && <Address settings={settings} onChange={onChange} />}
    </>
  );
}

function BuiltIn(): JSX.Element {
  const [state, setState] = useState<BuiltInState | null>(null);
  const [loaded01, setLoaded01] = useState<number | null>(null);
  useEffect(() => void builtInState().then(setState), []);
  const download = async () => {
    setLoaded01(0);
    await prepareBuiltIn(setLoaded01, new AbortController().signal);
    setLoaded01(null);
    setState(await builtInState());
  };
  if (loaded01 !== null) {
    return (
      <p class="facts" role="status">
        {t('options_model_built_in_loading', `${number(Math.round(loaded01 * 100))} %`)}
        <progress class="model-progress" value={loaded01} aria-label={t('options_model_built_in_download')} />
      </p>
    );
  }
  if (state === 'downloadable' || state === 'downloading') {
    return <Button onClick={() => void download()}>{t('options_model_built_in_download')}</Button>;
  }
  return (
    <p class="facts" role="status">
      {state === 'available' && t('options_model_built_in_ready')}
      {state === 'unavailable' && t('options_model_built_in_absent')}
    </p>
  );
}

function Field({ name, children }: { name: string; children: ComponentChildren }): JSX.Element {
  return (
    <label class="model-field">
      <span class="facts">{name}</span>
      {children}
    </label>
  );
}

function Address({ settings, onChange }: Props): JSX.Element {
  const [key, setKey] = useState('');
  const [allowed, setAllowed] = useState(true);
  const [tried, setTried] = useState('');
  const { modelAddress: address, modelName: name } = settings;
  const pattern = patternOf(address);
  const fit = baseOf({ address, key }) !== null;
  useEffect(() => void readModelKey(address).then(setKey), [address]);
  useEffect(() => void isGranted(address).then(setAllowed), [address]);
  const attempt = async () => {
    const answer = await modelsAt({ address, name, key }, new AbortController().signal);
    setTried(
      answer.ok ? t('options_model_answers', answer.value.slice(0, 5).join(', ')) : failureSentence(answer.error),
    );
  };
  return (
    <div class="model-address">
      <p class="facts">{t('options_model_address_about')}</p>
      <Field name={t('options_model_address_label')}>
        <input
          class="field"
          type="url"
          dir="ltr"
          value={address}
          onChange={({ currentTarget }) => onChange({ modelAddress: currentTarget.value.trim() })}
        />
      </Field>
      {!fit && (
        <p class="facts" role="status">
          {t('options_model_unfit')}
        </p>
      )}
      <Field name={t('options_model_name')}>
        <input
          class="field"
          dir="ltr"
          value={name}
          onChange={({ currentTarget }) => onChange({ modelName: currentTarget.value.trim() })}
        />
      </Field>
      <Field name={t('options_model_key')}>
        <input
          class="field"
          type="password"
          dir="ltr"
          autoComplete="off"
          value={key}
          onChange={({ currentTarget }) => {
            setKey(currentTarget.value);
            void keepModelKey(address, currentTarget.value);
          }}
        />
      </Field>
      <p class="facts">{t('options_model_key_about')}</p>
      <div class="option-buttons">
        {!allowed && pattern && fit && (
          <Button kind="main" onClick={() => void askGrant(pattern).then(setAllowed)}>
            {t('options_model_allow')}
          </Button>
        )}
        {allowed && fit && <Button onClick={() => void attempt()}>{t('options_model_try')}</Button>}
      </div>
      <p class="facts" role="status">
        {tried}
      </p>
    </div>
  );
}
