/**
 * Reads an article aloud, sentence after sentence, from any place; a person can stop, go on, skip and change speed at
 * any time.
 */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { say } from '../../../adapters/speech.ts';
import type { ReaderSettings } from '../../../adapters/browser/settings.ts';
import type { Article } from '../../../core/article/article.ts';

/** A sentence of the article's text, `[start, end)`. */
export interface Sentence {
  start: number;
  end: number;
}

/** The actions, and what is being spoken. */
export interface ReadAloud {
  /** The index of the sentence being spoken; null while silent. */
  saying: number | null;
  play(fromPosition: number): void;
  pause(): void;
  step(by: 1 | -1): void;
}

/** The first sentence that ends after a position. */
function sentenceAt(sentences: readonly Sentence[], position: number): number {
  const found = sentences.findIndex(({ end }) => end > position);
  return found < 0 ? Math.max(0, sentences.length - 1) : found;
}

/** The hook. It calls `said` with each sentence as it begins, so that the reader can mark and follow it. */
export function useReadAloud(
  article: Article,
  reading: ReaderSettings,
  said: (sentence: Sentence | null) => void,
): ReadAloud {
  const [saying, setSaying] = useState<number | null>(null);
  const life = useRef<AbortController | null>(null);
  const sentences = useRef<readonly Sentence[]>([]);
  const stop = useCallback(() => {
    life.current?.abort();
    life.current = null;
    setSaying(null);
    said(null);
  }, [said]);
  const run = useCallback(
    async (from: number) => {
      life.current?.abort();
      const mine = new AbortController();
      life.current = mine;
      const lang = article.lang ?? document.documentElement.lang;
      const voice = reading.voices[lang.split('-')[0] ?? ''];
      for (let index = from; index < sentences.current.length; index++) {
        const sentence = sentences.current[index];
        if (!sentence) break;
        setSaying(index);
        said(sentence);
        const text = article.text.slice(sentence.start, sentence.end);
        const whole = await say(text, { lang, voice, rate: reading.voiceRate }, mine.signal);
        if (mine.signal.aborted) return; // another start or a stop has taken over
        if (!whole) break;
      }
      stop();
    },
    [article, reading.voiceRate, reading.voices, said, stop],
  );
  const play = async (fromPosition: number) => {
    // Few listen: what parts a text into sentences is fetched for those who do.
    const { sentences: sentencesOf } = await import('../../../core/digest/language/sentences.ts');
    sentences.current = sentencesOf(article);
    await run(sentenceAt(sentences.current, fromPosition));
  };
  useEffect(() => () => life.current?.abort(), []);
  // A change of speed or voice begins the sentence again.
  useEffect(() => {
    if (saying !== null) void run(saying);
  }, [reading.voiceRate, reading.voices]);
  return {
    saying,
    play: (fromPosition) => void play(fromPosition),
    pause: stop,
    step: (by) => saying !== null && void run(Math.max(0, Math.min(sentences.current.length - 1, saying + by))),
  };
}
