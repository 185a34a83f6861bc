/** Starts one of our pages: settings, language, direction, theme, then the view. */
import { type JSX, render } from 'preact';
import * as v from 'valibot';
import { speakLanguage } from '../../adapters/i18n/language.ts';
import { type Settings, THEMES, onSettings, readSettings } from '../../adapters/browser/settings.ts';
import { direction, language, t } from '../../adapters/i18n/sentences.ts';
import { applyTheme } from './theme.ts';
import './base.css';

/**
 * Renders the view into the page once its data has loaded. `?lang=` and `?theme=` override the settings, for previews.
 * `read` are the settings if they were requested before.
 */
export async function start(
  titleKey: string,
  view: (settings: Settings) => JSX.Element,
  ready?: (settings: Settings) => Promise<unknown>,
  read = readSettings(),
): Promise<void> {
  const settings = await read;
  const asked = new URLSearchParams(location.search);
  const worn = asked.get('theme');
  const theme = (now: Settings) => (v.is(v.picklist(THEMES), worn) ? worn : now.theme);
  let dress = new AbortController();
  applyTheme(theme(settings), dress.signal); // before all that waits: nobody who reads in the dark is dazzled meanwhile
  const spoken = asked.get('lang') ?? settings.language;
  await Promise.all([spoken ? speakLanguage(spoken) : undefined, ready?.(settings)]);
  document.documentElement.lang = language();
  document.documentElement.dir = direction();
  document.title = t(titleKey);
  onSettings((changed) => {
    if (changed.language !== settings.language) location.reload();
    dress.abort();
    dress = new AbortController();
    applyTheme(theme(changed), dress.signal);
  }, new AbortController().signal);
  const root = document.getElementById('view');
  if (root) render(view(settings), root);
}
