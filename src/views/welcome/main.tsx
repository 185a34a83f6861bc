/** The first page a person sees of Lede. */
import { start } from '../parts/start.tsx';
import { Welcome } from './Welcome.tsx';

void start('welcome_title', () => <Welcome />);
