/** Puts Lede's scripts into the page of a tab, and after them the sentences of the language that the person chose. */
import browser from 'webextension-polyfill';
import { type Result, fail, ok } from '../../core/result.ts';
import { type Spoken, sentencesFor } from '../i18n/language.ts';
import { readSettings } from './settings.ts';

/** The scripts of a page: `page` marks and answers, `reading` reads the page into an article. */
export const PAGE_SCRIPTS = { page: '/page.js', reading: '/reading.js' } as const;

/**
 * Injects the page script and the reading script into a tab's top frame; injecting twice is safe. `page-closed` if the
 * browser does not let us in.
 */
export function enterPage(tabId: number): Promise<Result<null>> {
  return inject(tabId, [PAGE_SCRIPTS.reading, PAGE_SCRIPTS.page]);
}

/** Runs our scripts in a tab's top frame, one after the other; `page-closed` if the browser does not let us in. */
export async function inject(tabId: number, files: string[]): Promise<Result<null>> {
  const target = { tabId };
  const chosen = files.includes(PAGE_SCRIPTS.page) ? chosenSentences() : null;
  try {
    // From the top: Firefox reads a relative path from the folder of the view that asks. At once: that view may be
    // closed as soon as it is seen.
    await browser.scripting.executeScript({ target, files });
    const spoken = await chosen;
    if (spoken) await browser.scripting.executeScript({ target, func: giveSpoken, args: [spoken] });
    return ok(null);
  } catch {
    return fail('page-closed');
  }
}

async function chosenSentences(): Promise<Spoken | null> {
  const { language } = await readSettings();
  return language ? sentencesFor(language).catch(() => null) : null;
}

/** Runs in the page, in our isolated world. */
function giveSpoken(spoken: Spoken): void {
  window.ledeSpeak?.(spoken);
}
