/** The side panel (Chrome) and sidebar (Firefox): stays open while a person reads, and follows the tabs. */
import { Glance } from '../parts/glance/Glance.tsx';
import { createReader } from '../parts/glance/reading.ts';
import { start } from '../parts/start.tsx';

// The page is read while settings and words are still on their way.
const reader = createReader(true, new AbortController().signal);
void start(
  'app_name',
  (settings) => <Glance reader={reader} settings={settings} inPanel />,
  () => reader.begun,
);
