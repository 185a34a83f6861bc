/** Every article and note a person kept: found as they type, put in order, changed in place. */
import type { JSX } from 'preact';
import { useDeferredQuery } from './use-query.ts';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { BookOpen, Bookmark } from 'lucide';
import { ask } from '../../adapters/browser/channel.ts';
import { count, language, t } from '../../adapters/i18n/sentences.ts';
import type { Hit } from '../../core/library/search/search.ts';
import type { Mark } from '../../core/library/records.ts';
import type { Shelf } from '../../core/library/shelf.ts';
import { Button } from '../parts/controls/Button.tsx';
import { Dialog } from '../parts/controls/Dialog.tsx';
import { Empty } from '../parts/controls/Empty.tsx';
import { KeySheet } from '../parts/KeySheet.tsx';
import { type Said, Toast } from '../parts/controls/Toast.tsx';
import { failureSentence } from '../parts/failure-sentence.ts';
import { useKeys } from '../parts/keys.ts';
import { useSettings } from '../parts/use-settings.ts';
import { Bin } from './Bin.tsx';
import { Bulk } from './Bulk.tsx';
import { Facets } from './filters/Facets.tsx';
import { Files } from './Files.tsx';
import { List } from './list/List.tsx';
import { LibraryMenu, type Sheet } from './LibraryMenu.tsx';
import { LostLibrary } from './LostLibrary.tsx';
import { Review } from './Review.tsx';
import { SavedSearches } from './filters/SavedSearches.tsx';
import { SyncState } from './SyncState.tsx';
import { TagNames } from './TagNames.tsx';
import { createActs } from './acts.ts';
import { libraryKeys } from './keys.ts';
import { type Row, SORTS, type Sort, rowsOf, withFilter } from './list/rows.ts';
import { useLibrary } from './use-library.ts';
import './library.css';

const NO_SHELVES: Shelf[] = [];

/** The page; `first` is what is searched for at once. */
export function LibraryPage({ first }: { first: string }): JSX.Element {
  const library = useLibrary();
  const [settings, setSettings] = useSettings();
  const [query, setQuery, settled] = useDeferredQuery(first);
  const [sort, setSort] = useState<Sort>('changed');
  const [inBin, setInBin] = useState(false);
  const [sheet, setSheet] = useState<Sheet | null>(null);
  const [said, setSaid] = useState<Said | null>(null);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [active, setActive] = useState(0);
  // The row that keys act on looks like it once keys or the pointer are used: nobody has chosen the first one at the
  // start.
  const [moved, setMoved] = useState(false);
  useEffect(() => {
    const life = new AbortController();
    const used = () => setMoved(true);
    // Not as a key goes down: redrawing in between would put the keys' own listener out of this event.
    for (const kind of ['keyup', 'pointerup'])
      document.addEventListener(kind, used, { once: true, signal: life.signal });
    return () => life.abort();
  }, []);
  const [editing, setEditing] = useState<string | null>(null);

  // What is written stays where it is, and is not taken away because it no longer says what is searched for.
  const [writing, setWriting] = useState(false);
  const held = useRef(new Map<string, Shelf>());
  const found = useRef<Hit[] | null>(null);
  const hits = useMemo(
    () => (writing ? found.current : (found.current = library.find(settled))),
    [settled, library.shelves, library.grown, writing],
  );
  // All rows are made once, not every time that the words are taken away.
  const all = useMemo(
    () => rowsOf(unarchived(library.shelves ?? []), null, sort, language(), held.current),
    [library.shelves, sort],
  );
  const rows = useMemo(
    () => (hits ? rowsOf(library.shelves ?? [], hits, 'best', language()) : all),
    [library.shelves, hits, all],
  );
  const entries = useMemo(() => rows.filter((one) => !('note' in one)).length, [rows]);
  const acts = useMemo(() => createActs(setSaid), []);
  const choose = (key: string) => {
    const next = new Set(chosen);
    if (!next.delete(key)) next.add(key);
    setChosen(next);
  };
  const chosenRows = chosen.size ? rows.filter(({ key }) => chosen.has(key)) : [];
  const row: Row | undefined = rows[active];
  const meant = chosenRows.length ? chosenRows : row ? [row] : [];
  const mark = (as: Mark) => {
    if (meant.length)
      acts.mark(
        meant,
        as,
        meant.some(({ entry }) => entry[as] === undefined),
      );
  };
  const lines = libraryKeys({
    move: (by) => setActive(Math.max(0, Math.min(rows.length - 1, active + by))),
    open: () => row && acts.open(row),
    openPage: () => row && acts.openPage(row),
    choose: () => row && choose(row.key),
    edit: () => row && setEditing(row.key),
    read: () => mark('readAt'),
    favourite: () => mark('favouriteAt'),
    archive: () => mark('archivedAt'),
    remove: () => acts.remove(meant),
    undo: () => void acts.undo(),
    redo: () => void acts.redo(),
    search: () => document.querySelector<HTMLElement>('.library-search')?.focus(),
    sheet: () => setSheet('keys'),
    clear: () => setChosen(new Set()),
  });
  useKeys(lines);

  // The same rows are not drawn again for every letter typed.
  const list = useMemo(
    () => (
      <List
        rows={rows}
        query={settled}
        active={active}
        chosen={chosen}
        editing={editing}
        acts={acts}
        onActive={setActive}
        onChoose={choose}
        onEdit={setEditing}
        onWrite={(written) => {
          setWriting(written !== null);
          const shelf = library.shelves?.find(({ entry }) => entry.id === written?.entry.id);
          if (shelf && !held.current.has(shelf.entry.id)) held.current.set(shelf.entry.id, shelf);
        }}
      />
    ),
    [rows, settled, active, chosen, editing],
  );

  const search = settled.trim();
  const facets = useMemo(
    () => (
      <Facets
        shelves={library.whole ? (library.shelves ?? []) : NO_SHELVES}
        query={settled}
        inBin={inBin}
        onBin={setInBin}
        onFilter={(filter) => {
          setInBin(false);
          setQuery(withFilter(settled, filter));
        }}
      >
        <SavedSearches
          searches={settings.searches}
          query={settled}
          onSearch={(search) => {
            setInBin(false);
            setQuery(search);
          }}
          onForget={(search) => setSettings({ searches: settings.searches.filter((one) => one !== search) })}
        />
      </Facets>
    ),
    [library.whole, library.shelves, settled, inBin, settings.searches],
  );

  if (library.failure) {
    return (
      <main class="library-nothing">
        <Empty sentence={failureSentence(library.failure)} live />
      </main>
    );
  }
  return (
    <div class={`library${moved ? '' : ' library-fresh'}${settings.compactList ? ' library-compact' : ''}`}>
      <header class="library-head">
        <h1>{t('library_title')}</h1>
        <input
          class="field library-search"
          type="search"
          dir="auto"
          value={query}
          aria-label={t('library_search')}
          placeholder={t('library_search_hint')}
          onInput={({ currentTarget }) => {
            setQuery(currentTarget.value);
            setInBin(false);
            setActive(0);
          }}
        />
        <LibraryMenu
          settings={settings}
          inBin={inBin}
          acts={acts}
          onSettings={setSettings}
          onBin={setInBin}
          onSheet={setSheet}
        />
        <SyncState />
      </header>
      {facets}
      <main class="library-main">
        <LostLibrary onSaid={setSaid} />
        {inBin ? (
          <Bin onSaid={setSaid} />
        ) : (
          <>
            <div class="library-line">
              <p class="facts" role="status">
                {library.shelves && count('library_count', library.whole || hits ? entries : library.total)}
                {!library.ready && library.shelves && ` · ${t('library_indexing')}`}
              </p>
              {hits && !settings.searches.includes(search) && (
                <Button
                  kind="plain"
                  icon={Bookmark}
                  onClick={() => setSettings({ searches: [...settings.searches, search] })}
                >
                  {t('library_save_search')}
                </Button>
              )}
              {!hits && (
                <label class="library-sort facts">
                  {t('library_sort')}{' '}
                  <select
                    value={sort}
                    onChange={({ currentTarget }) => {
                      held.current.clear();
                      setSort(sortOf(currentTarget.value));
                    }}
                  >
                    {SORTS.filter((one) => one !== 'best').map((one) => (
                      <option key={one} value={one}>
                        {t(`library_sort_${one}`)}
                      </option>
                    ))}
                  </select>
                </label>
              )}
            </div>
            {settings.review && !hits && library.whole && <Review shelves={library.shelves ?? []} acts={acts} />}
            {chosenRows.length > 0 && (
              <Bulk
                rows={chosenRows}
                acts={acts}
                onExport={() => setSheet('files')}
                onDone={() => setChosen(new Set())}
              />
            )}
            {library.whole && library.shelves?.length === 0 && (
              <Empty icon={BookOpen} sentence={t('library_empty')} more={t('library_empty_more')} />
            )}
            {library.whole && library.total > 0 && rows.length === 0 && (
              <Empty
                sentence={t('library_none_found')}
                action={
                  // With nothing asked for, all there is lies in the archive.
                  settled.trim()
                    ? { name: t('library_clear'), run: () => setQuery('') }
                    : { name: t('library_is_archived'), run: () => setQuery('is:archived') }
                }
              />
            )}
            {rows.length > 0 && list}
          </>
        )}
      </main>
      {sheet === 'keys' && <KeySheet lines={lines} onClose={() => setSheet(null)} />}
      {sheet === 'files' && (
        <Files rows={chosenRows.length ? chosenRows : null} onSaid={setSaid} onClose={() => setSheet(null)} />
      )}
      {sheet === 'tags' && (
        <Dialog title={t('library_tags')} onClose={() => setSheet(null)}>
          <TagNames onSaid={setSaid} />
          <Button onClick={() => void ask('change.undo', null)}>{t('library_undo')}</Button>
        </Dialog>
      )}
      <Toast said={said} onGone={() => setSaid(null)} />
    </div>
  );
}

/** What stands in the list while nothing is searched for. */
function unarchived(shelves: Shelf[]): Shelf[] {
  return shelves.filter(({ entry }) => entry.archivedAt === undefined);
}

function sortOf(value: string): Sort {
  return SORTS.find((one) => one === value) ?? 'changed';
}
