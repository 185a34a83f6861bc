/** The popup of the toolbar button: the article in front at a glance. */
import { Glance } from '../parts/glance/Glance.tsx';
import { start } from '../parts/start.tsx';
import { fitPopup } from './fit-popup.ts';

fitPopup();
void start('app_name', (settings) => <Glance settings={settings} inPanel={false} />);
