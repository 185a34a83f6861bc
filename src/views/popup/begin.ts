/** The popup's first script: starts reading the active page and the settings before the view's own code loads. */
import { readSettings } from '../../adapters/browser/settings.ts';
import { createFrontPageReader } from '../glance/front-page/front-page.ts';

/** Reads the page in front. */
export const reader = createFrontPageReader(false, new AbortController().signal);
/** What the person set. */
export const settings = readSettings();
