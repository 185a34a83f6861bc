/** What a person can set. */
import { start } from '../parts/start.tsx';
import { Options } from './Options.tsx';

void start('options_title', (settings) => <Options settings={settings} />);
