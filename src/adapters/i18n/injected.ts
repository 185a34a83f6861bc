/** Takes the chosen language from whoever injects the page script: that script may not fetch it. */
import type { Spoken } from './language.ts';
import { speak } from './sentences.ts';

declare global {
  interface Window {
    /** Passes the chosen language to the page script, in Lede's isolated world of a page. */
    ledeSpeak?: (spoken: Spoken) => void;
  }
}

/** From now on, speaks a language as soon as it is injected; before that, the browser's own. */
export function speakAsInjected(): void {
  window.ledeSpeak = ({ tag, sentences }) => speak(tag, sentences);
}
