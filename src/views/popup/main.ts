/** The popup of the toolbar button: the article in front at a glance. */
import { reader, settings } from './begin.ts';
import { open } from '../glance/open.tsx';
import { fitPopup } from './fit-popup.ts';

fitPopup();
open(reader, settings, false);
