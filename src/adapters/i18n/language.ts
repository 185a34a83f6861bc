/** Fetches the sentences of a language that a person chose, from our own `_locales`. */
import { ownUrl } from '../browser/browser.ts';
import { type Sentences, speak } from './sentences.ts';

/** The languages Lede speaks, as BCP 47, each the name of a folder of `_locales` with `-` for `_`. */
export const LANGUAGES = ['en', 'zh-CN', 'zh-TW', 'ja', 'ko', 'de', 'fr', 'es', 'pt-BR', 'ru', 'ar', 'he'] as const;

/** A language and its sentences. */
export interface Spoken {
  /** BCP 47, as the person chose it. */
  tag: string;
  sentences: Sentences;
}

/** The sentences of the language that fits `tag` (BCP 47) best; null for '' and for languages without sentences. */
export async function sentencesFor(tag: string): Promise<Spoken | null> {
  const alike = (one: string) => one.split('-')[0] === tag.split('-')[0];
  const fitting = tag && (LANGUAGES.find((one) => one === tag) ?? LANGUAGES.find(alike));
  if (!fitting) return null;
  const answer = await fetch(ownUrl(`_locales/${fitting.replace('-', '_')}/messages.json`));
  const sentences: Sentences = await answer.json();
  return { tag, sentences };
}

/** Speaks the language that fits `tag` (BCP 47) best from now on; the browser's own where none does. */
export async function speakLanguage(tag: string): Promise<void> {
  const spoken = await sentencesFor(tag);
  speak(spoken?.tag ?? '', spoken?.sentences ?? null);
}
