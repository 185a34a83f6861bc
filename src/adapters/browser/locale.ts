/** The browser's own language and its sentences from `_locales`. */
import browser from 'webextension-polyfill';

/** The language of the browser's interface, BCP 47. */
export function uiLanguage(): string {
  return browser.i18n.getUILanguage();
}

/** The sentence of that key in the browser's language, with `$1` … `$9` filled in; '' if there is none. */
export function localeMessage(key: string, substitutions: string[] = []): string {
  return browser.i18n.getMessage(key, substitutions);
}
