/** Every sentence shown to a person, from `_locales`. */
import browser from 'webextension-polyfill';

/** The sentence of that key with `$1`, `$2` … filled in. */
export function t(key: string, ...substitutions: (string | number)[]): string {
  return browser.i18n.getMessage(key, substitutions.map(String));
}
