/** Opens the library; `?q=` begins with a search, as the omnibox does. */
import { start } from '../parts/start.tsx';
import { LibraryPage } from './LibraryPage.tsx';

void start('library_title', () => <LibraryPage first={new URLSearchParams(location.search).get('q') ?? ''} />);
