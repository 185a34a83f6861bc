/** The library page: every saved article and note, with search as you type, sorting and editing in place. */
import type { JSX } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { SEARCHES_MOST, SEARCH_MOST } from '../../adapters/browser/settings.ts';
import { t } from '../../adapters/i18n/sentences.ts';
import type { Shelf } from '../../core/library/shelf.ts';
import { Empty } from '../parts/controls/Empty.tsx';
import { type Said, Toast } from '../parts/controls/Toast.tsx';
import { failureSentence } from '../parts/failure-sentence.ts';
import { useWeeklyCopy } from '../parts/saving/use-weekly-copy.ts';
import { useSettings } from '../parts/use-settings.ts';
import { createActs } from './acts.ts';
import { Bin } from './Bin.tsx';
import { Facets } from './filters/Facets.tsx';
import { SavedSearches } from './filters/SavedSearches.tsx';
import { useKeptFocus } from './hooks/use-kept-focus.ts';
import { useLibrary } from './hooks/use-library.ts';
import { useDeferredQuery } from './hooks/use-query.ts';
import { useRows } from './hooks/use-rows.ts';
import { useSelection } from './hooks/use-selection.ts';
import { LibraryLine } from './LibraryLine.tsx';
import { LibraryList } from './LibraryList.tsx';
import { LibraryMenu, type Sheet } from './LibraryMenu.tsx';
import { LibrarySheets } from './LibrarySheets.tsx';
import { type Row, withFilter } from './list/rows.ts';
import { LostLibrary } from './LostLibrary.tsx';
import { SyncState } from './SyncState.tsx';
import './library.css';

const NO_SHELVES: Shelf[] = [];
const NO_ROWS: Row[] = [];

/** The page; `first` is what is searched for at once. */
export function LibraryPage({ first }: { first: string }): JSX.Element {
  const library = useLibrary();
  const [settings, setSettings] = useSettings();
  const [typed, setTyped, query] = useDeferredQuery(first);
  const [inBin, setInBin] = useState(false);
  const [sheet, setSheet] = useState<Sheet | null>(null);
  const [said, setSaid] = useState<Said | null>(null);
  useWeeklyCopy(setSaid);
  const [main, setMain] = useState<HTMLElement | null>(null);
  useKeptFocus(main);
  const acts = useMemo(() => createActs(setSaid), []);
  const list = useRows(library, query);
  // While the bin is shown, no key changes rows that are out of sight.
  const selection = useSelection(inBin ? NO_ROWS : list.rows, acts, () => setSheet('keys'));
  const { searches } = settings;
  const search = (words: string) => {
    setInBin(false);
    setTyped(words);
  };
  const facets = useMemo(
    () => (
      <Facets
        shelves={library.whole ? (library.shelves ?? []) : NO_SHELVES}
        query={query}
        inBin={inBin}
        onBin={setInBin}
        onFilter={(filter) => search(withFilter(query, filter))}
      >
        <SavedSearches
          searches={searches}
          query={query}
          onSearch={search}
          onForget={(forgotten) => setSettings({ searches: searches.filter((one) => one !== forgotten) })}
        />
      </Facets>
    ),
    [library.whole, library.shelves, query, inBin, searches],
  );
  if (library.failure) {
    return (
      <main class="library-nothing">
        <Empty sentence={failureSentence(library.failure)} live />
      </main>
    );
  }
  const words = query.trim();
  const isKeepable = words.length <= SEARCH_MOST && searches.length < SEARCHES_MOST && !searches.includes(words);
  const keep = !isKeepable ? null : () => setSettings({ searches: [...searches, words] });
  return (
    <div class={`library${selection.isFresh ? ' library-fresh' : ''}${settings.compactList ? ' library-compact' : ''}`}>
      <header class="library-head">
        <h1>{t('library_title')}</h1>
        <input
          class="field library-search"
          type="search"
          dir="auto"
          value={typed}
          aria-label={t('library_search')}
          placeholder={t('library_search_hint')}
          onInput={({ currentTarget }) => {
            search(currentTarget.value);
            selection.setActive(0);
          }}
        />
        <LibraryMenu {...{ settings, inBin, acts }} onSettings={setSettings} onBin={setInBin} onSheet={setSheet} />
        <SyncState />
      </header>
      {facets}
      <main ref={setMain} class="library-main">
        <LostLibrary onSaid={setSaid} />
        {inBin ? (
          <Bin onSaid={setSaid} onLeave={() => setInBin(false)} />
        ) : (
          <>
            <LibraryLine library={library} list={list} onKeep={keep} />
            <LibraryList
              {...{ library, list, selection, acts, query }}
              onQuery={setTyped}
              reviews={settings.review}
              onExport={() => setSheet('files')}
            />
          </>
        )}
      </main>
      <LibrarySheets
        {...{ sheet, keys: selection.keys, chosenRows: selection.chosenRows }}
        onSaid={setSaid}
        onClose={() => setSheet(null)}
      />
      <Toast said={said} onGone={() => setSaid(null)} />
    </div>
  );
}
