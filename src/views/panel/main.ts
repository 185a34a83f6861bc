/** The side panel (Chrome) and sidebar (Firefox): stays open while a person reads, and follows the tabs. */
import { readSettings } from '../../adapters/browser/settings.ts';
import { open } from '../glance/open.tsx';
import { createFrontPageReader } from '../glance/front-page/front-page.ts';

open(createFrontPageReader(true, new AbortController().signal), readSettings(), true);
