/** The popup of the toolbar button: the article in front at a glance. */
import { Glance } from '../parts/glance/Glance.tsx';
import { createReader } from '../parts/glance/reading.ts';
import { start } from '../parts/start.tsx';
import { fitPopup } from './fit-popup.ts';

// The page is read while settings and words are still on their way.
const reader = createReader(false, new AbortController().signal);
fitPopup();
void start(
  'app_name',
  (settings) => <Glance reader={reader} settings={settings} inPanel={false} />,
  () => reader.begun,
);
