/** The bar of the reader's voice: back, pause or go on, ahead, speed, voice, end. */
import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Pause, Play, SkipBack, SkipForward, X } from 'lucide';
import { type ReaderSettings, changeSettings } from '../../../adapters/browser/settings.ts';
import { type Voice, voicesFor } from '../../../adapters/speech.ts';
import { number, t } from '../../../adapters/i18n/sentences.ts';
import { IconButton } from '../../parts/controls/Button.tsx';
import type { ReadAloud } from './read-aloud.ts';
import './listening.css';

/** Speeds a person can choose. */
const RATES = [0.75, 1, 1.25, 1.5, 1.75, 2] as const;

/** How long the sentence stays that there is no voice, ms; while the pointer or focus is on it, that long again. */
const NO_VOICE_MS = 10_000;

interface Props {
  voice: ReadAloud;
  lang: string;
  reading: ReaderSettings;
  onReading: (reading: ReaderSettings) => void;
  onPlay: () => void;
  onClose: () => void;
}

/** Rendered while a person listens. */
export function Listening({ voice, lang, reading, onReading, onPlay, onClose }: Props): JSX.Element {
  const [voices, setVoices] = useState<Voice[] | null>(null);
  const subtag = lang.split('-')[0] ?? '';
  useEffect(() => {
    void voicesFor(lang).then(setVoices);
  }, [lang]);
  const bar = useRef<HTMLDivElement>(null);
  const isMute = voices?.length === 0;
  useEffect(() => {
    if (!isMute) return undefined;
    const close = () => {
      if (!bar.current?.matches(':hover, :focus-within')) return onClose();
      timer = window.setTimeout(close, NO_VOICE_MS);
    };
    let timer = window.setTimeout(close, NO_VOICE_MS);
    return () => clearTimeout(timer);
  }, [isMute]);
  const set = (change: Partial<ReaderSettings>) => {
    const next = { ...reading, ...change };
    onReading(next);
    void changeSettings({ reading: next });
  };
  return (
    <div class="listening" role="region" aria-label={t('reader_listen')} ref={bar}>
      {/* In the page before its sentence is: a screen reader tells what changes in it. */}
      <p role="status">{isMute && t('reader_no_voice')}</p>
      {!isMute && (
        <>
          <IconButton icon={SkipBack} name={t('reader_sentence_back')} mirror onClick={() => voice.step(-1)} />
          {voice.saying === null ? (
            <IconButton icon={Play} name={t('reader_play')} mirror onClick={onPlay} />
          ) : (
            <IconButton icon={Pause} name={t('reader_pause')} onClick={voice.pause} />
          )}
          <IconButton icon={SkipForward} name={t('reader_sentence_ahead')} mirror onClick={() => voice.step(1)} />
          <label>
            <span class="visually-hidden">{t('reader_speed')}</span>
            <select
              value={reading.voiceRate}
              onChange={(event) => set({ voiceRate: Number(event.currentTarget.value) })}
            >
              {RATES.map((rate) => (
                <option key={rate} value={rate}>
                  {`${number(rate)}×`}
                </option>
              ))}
            </select>
          </label>
          {voices && voices.length > 1 && (
            <label>
              <span class="visually-hidden">{t('reader_voice')}</span>
              <select
                value={reading.voices[subtag] ?? ''}
                onChange={(event) => set({ voices: { ...reading.voices, [subtag]: event.currentTarget.value } })}
              >
                <option value="">{t('reader_voice_any')}</option>
                {voices.map(({ name }) => (
                  <option key={name} value={name}>
                    {name}
                  </option>
                ))}
              </select>
            </label>
          )}
        </>
      )}
      <IconButton icon={X} name={t(isMute ? 'parts_dismiss' : 'reader_listen_end')} onClick={onClose} />
    </div>
  );
}
