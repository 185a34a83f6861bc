/** Renders popup and panel. Reading of the page has started before this file loads. */
import type { Settings } from '../../adapters/browser/settings.ts';
import { start } from '../parts/start.tsx';
import { Glance } from './Glance.tsx';
import type { FrontPageReader } from './front-page/front-page.ts';

/** Starts the view once it is known which page is in front. */
export function open(reader: FrontPageReader, settings: Promise<Settings>, inPanel: boolean): void {
  void start(
    'app_name',
    (now) => <Glance reader={reader} settings={now} inPanel={inPanel} />,
    () => reader.begun,
    settings,
  );
}
