/** The browser's own voices: lists those of a language and reads sentences aloud. */

/** A voice a person can choose. `local` ones send nothing anywhere. */
export interface Voice {
  name: string;
  lang: string;
  local: boolean;
}

const subtag = (lang: string) => lang.toLowerCase().split(/[-_]/)[0] ?? '';
/** Browsers load their voices late. If there are none after this time, in ms, there are no voices. */
const VOICES_MS = 1500;

/** The voices for a language (BCP 47), those on this machine only: a voice of a server would send what is read. */
export async function voicesFor(lang: string): Promise<Voice[]> {
  if (typeof speechSynthesis === 'undefined') return [];
  if (!speechSynthesis.getVoices().length) {
    await new Promise<void>((loaded) => {
      speechSynthesis.addEventListener('voiceschanged', () => loaded(), { once: true });
      setTimeout(loaded, VOICES_MS);
    });
  }
  return speechSynthesis
    .getVoices()
    .filter((voice) => voice.localService && subtag(voice.lang) === subtag(lang))
    .map(({ name, lang: spoken, localService }) => ({ name, lang: spoken, local: localService }));
}

/** How to read it aloud. */
export interface Manner {
  lang: string;
  /** A voice's name; the browser's choice where it is not there. */
  voice?: string | undefined;
  /** 1 is the voice's own speed. */
  rate: number;
}

/** Speaks one sentence. Resolves to true when it was spoken, or to false when it was stopped or refused. */
export function say(text: string, { lang, voice, rate }: Manner, signal: AbortSignal): Promise<boolean> {
  return new Promise((done) => {
    if (signal.aborted || typeof speechSynthesis === 'undefined') return done(false);
    const words = new SpeechSynthesisUtterance(text);
    const named = speechSynthesis.getVoices().find(({ name }) => name === voice);
    if (named) words.voice = named;
    words.lang = lang;
    words.rate = rate;
    words.onend = () => done(!signal.aborted);
    words.onerror = () => done(false);
    signal.addEventListener('abort', () => speechSynthesis.cancel(), { once: true });
    speechSynthesis.speak(words);
    return undefined;
  });
}
