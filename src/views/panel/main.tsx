/** The side panel (Chrome) and sidebar (Firefox): stays open while a person reads, and follows the tabs. */
import { Glance } from '../parts/glance/Glance.tsx';
import { start } from '../parts/start.tsx';

void start('app_name', (settings) => <Glance settings={settings} inPanel />);
