/** Takes up the language that was put into a page before the page script: that script may not fetch it. */
import type { Spoken } from './language.ts';
import { speak } from './sentences.ts';

declare global {
  interface Window {
    /** The chosen language, in our isolated world of a page; absent if it is the browser's own. */
    ledeSpoken?: Spoken;
  }
}

/** Speaks that language from now on. */
export function speakAsInjected(): void {
  const { ledeSpoken } = window;
  if (ledeSpoken) speak(ledeSpoken.tag, ledeSpoken.sentences);
}
