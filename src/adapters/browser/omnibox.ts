/** Search from the address bar: the keyword `lede`, a space, and words. */
import browser from 'webextension-polyfill';

/** One line below the address bar: what is opened, and what it says. */
export interface Suggestion {
  content: string;
  description: string;
}

/** Calls `suggest` as the person types and `open` when they choose; `newTab` if they asked for one. */
export function onOmnibox(
  suggest: (text: string) => Promise<Suggestion[]>,
  open: (content: string, newTab: boolean) => void,
): void {
  browser.omnibox.onInputChanged.addListener((text, show) => {
    void suggest(text).then((all) =>
      show(all.map(({ content, description }) => ({ content, description: escaped(description) }))),
    );
  });
  browser.omnibox.onInputEntered.addListener((content, disposition) => open(content, disposition !== 'currentTab'));
}

/** Sets what the first line says before anything is chosen. */
export function setOmniboxHint(text: string): void {
  browser.omnibox.setDefaultSuggestion({ description: escaped(text) });
}

/**
 * Chromium parses descriptions as XML and Firefox shows them unchanged, so only characters that break XML are removed.
 */
function escaped(text: string): string {
  return browser.runtime.getURL('').startsWith('chrome')
    ? text.replace(/[<>&'"]/g, (letter) => `&#${letter.charCodeAt(0)};`)
    : text;
}
