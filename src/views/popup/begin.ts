/**
 * What the popup begins with, before the view's own code has come: the page in front is read, and what the person
 * set.
 */
import { readSettings } from '../../adapters/browser/settings.ts';
import { createFrontPageReader } from '../glance/front-page.ts';

/** Reads the page in front. */
export const reader = createFrontPageReader(false, new AbortController().signal);
/** What the person set. */
export const settings = readSettings();
