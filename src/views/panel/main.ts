/** The side panel (Chrome) and sidebar (Firefox): stays open while a person reads, and follows the tabs. */
import { readSettings } from '../../adapters/browser/settings.ts';
import { open } from '../glance/open.tsx';
import { createReader } from '../glance/reading.ts';

open(createReader(true, new AbortController().signal), readSettings(), true);
