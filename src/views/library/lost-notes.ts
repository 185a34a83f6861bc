/** Lets a person place lost notes from the library: on the page itself, in a tab that shows it. */
import { openAddress, showTab } from '../../adapters/browser/browser.ts';
import { ask, askPage } from '../../adapters/browser/channel.ts';
import { tabsShowing } from '../../adapters/browser/tab-memory.ts';
import { t } from '../../adapters/i18n/sentences.ts';
import type { Entry, Note } from '../../core/library/records.ts';
import type { Result } from '../../core/result.ts';
import type { Choosing } from '../parts/notes/MayBelong.tsx';
import type { Said } from '../parts/controls/Toast.tsx';
import { failureSentence } from '../parts/failure-sentence.ts';

/**
 * Timeout for Lede to start automatically in a page that was just opened (on a permitted site), and the interval of
 * checks.
 */
const ENTER_MS = 6_000;
const ASK_AGAIN_MS = 250;

/** Open tabs that show the article under any of its addresses. */
async function tabsOf({ urlKey, aliases }: Entry): Promise<number[]> {
  return (await tabsShowing(new Set([urlKey, ...aliases]))).map(([tabId]) => tabId);
}

/** Brings the page to the front, opened where it is not, and lets the next selection there become the note's place. */
export async function placeOnPage(entry: Entry, note: Note, say: (said: Said) => void): Promise<void> {
  for (const tab of await tabsOf(entry)) {
    if (!(await askPage(tab, 'highlight.place', { id: note.id })).ok) continue;
    return showTab(tab);
  }
  const opened = await openAddress(entry.url);
  const end = Date.now() + ENTER_MS;
  while (opened !== undefined && Date.now() < end) {
    const states = await askPage(opened, 'highlight.states', null);
    const there = states.ok && states.value.some(({ id }) => id === note.id);
    if (there && (await askPage(opened, 'highlight.place', { id: note.id })).ok) return;
    await new Promise((over) => setTimeout(over, ASK_AGAIN_MS));
  }
  say({ sentence: t('library_place_there') });
}

/**
 * Where a lost note may belong on its page; nothing to choose from while no tab shows it. Holds nothing: each act asks
 * the open tabs again.
 */
export function choosingOnPage(entry: Entry, note: Note, say: (said: Said) => void): Choosing {
  const { id } = note;
  /** The first tab that takes the act; a page that went on meanwhile does not. */
  const onPage = async (act: (tab: number) => Promise<Result<unknown>>) => {
    for (const tab of await tabsOf(entry)) if ((await act(tab)).ok) return true;
    say({ sentence: failureSentence({ kind: 'quote-lost' }) });
    return false;
  };
  const undo = async () => {
    const undone = await ask('change.undo', { id });
    if (!undone.ok) say({ sentence: failureSentence(undone.error) });
  };
  const put = async (start: number) => {
    if (await onPage((tab) => askPage(tab, 'highlight.place-at', { id, start })))
      say({ sentence: t('glance_put_here'), undo: () => void undo() });
  };
  return {
    find: async () => {
      for (const tab of await tabsOf(entry)) {
        const found = await askPage(tab, 'highlight.suggest', { id });
        if (found.ok && found.value.length > 0) return found.value;
      }
      return [];
    },
    // The tab scrolls there and stays where it is: the words are in sight here, and so is the button.
    show: ({ start }) => void onPage((tab) => askPage(tab, 'highlight.show-at', { id, start })),
    put: ({ start }) => void put(start),
  };
}
