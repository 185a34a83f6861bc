/** The side panel (Chrome) and sidebar (Firefox): stays open while a person reads, and follows the tabs. */
import { readSettings } from '../../adapters/settings.ts';
import { open } from '../parts/glance/open.tsx';
import { createReader } from '../parts/glance/reading.ts';

open(createReader(true, new AbortController().signal), readSettings(), true);
