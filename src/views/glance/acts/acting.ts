/** What all actions of popup and panel share: the active tab, and a line at the foot that says what was done. */
import type { Tab } from '../../../adapters/browser/browser.ts';
import type { Result } from '../../../core/result.ts';
import { failureSentence } from '../../parts/failure-sentence.ts';
import type { Said } from '../../parts/controls/Toast.tsx';
import type { FrontPageReader } from '../front-page/front-page.ts';
import type { FrontPage } from '../front-page/state.ts';

/** Given to each group of actions. */
export interface Acting {
  reader: FrontPageReader;
  now: () => FrontPage;
  say: (said: Said) => void;
  /** Says why something failed; goes on with the value if it did not. */
  told: <T>(answer: Result<T>, done?: (value: T) => void) => void;
  /** Acts on the active tab, if there is one. */
  onTab: (act: (tab: Tab) => Promise<void>) => void;
}

/** The shared part, for the page that `reader` reads. */
export function createActing(reader: FrontPageReader, say: (said: Said) => void): Acting {
  return {
    reader,
    now: () => reader.now(),
    say,
    told(answer, done) {
      if (!answer.ok) say({ sentence: failureSentence(answer.error) });
      else done?.(answer.value);
    },
    onTab(act) {
      const { tab } = reader.now();
      if (tab) void act(tab);
    },
  };
}
