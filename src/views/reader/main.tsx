/** Opens the reader: `?tab=ID` for an open tab, `?entry=ID` for a saved article. */
import { start } from '../parts/start.tsx';
import { ReaderPage } from './ReaderPage.tsx';

const asked = new URLSearchParams(location.search);
const tab = Number(asked.get('tab') ?? NaN);
const entry = asked.get('entry');

void start('reader_title', (settings) => (
  <ReaderPage source={entry ? { entryId: entry } : { tabId: tab }} reading={settings.reading} />
));
