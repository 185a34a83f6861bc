/** The app of popup and panel: an article at a glance. */
import type { JSX } from 'preact';
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { type Settings, changeSettings } from '../../adapters/browser/settings.ts';
import { askGrant, grantPattern } from '../../adapters/browser/grants.ts';
import { number, t } from '../../adapters/i18n/sentences.ts';
import { hostOf } from '../../core/library/address/host.ts';
import { KeySheet } from '../parts/KeySheet.tsx';
import { useKeys } from '../parts/keys.ts';
import { OutlineTree } from '../parts/outline/OutlineTree.tsx';
import { RestoreQuestion } from '../parts/RestoreQuestion.tsx';
import { type Tab, Tabs } from '../parts/controls/Tabs.tsx';
import { type Said, Toast } from '../parts/controls/Toast.tsx';
import { type TreeRow, mergedRows, sectionRows } from '../parts/outline/tree-rows.ts';
import { Empty } from '../parts/controls/Empty.tsx';
import { createActs } from './acts.ts';
import { glanceKeys } from './glance-keys.ts';
import { Header } from './Header.tsx';
import { KeyPoints } from './KeyPoints.tsx';
import { Ledger } from './Ledger.tsx';
import { ListedArticles } from './ListedArticles.tsx';
import { Notes } from './Notes.tsx';
import { NothingHere } from './NothingHere.tsx';
import { isRead } from '../parts/read-parts.ts';
import type { FrontPageReader, FrontPage } from './front-page.ts';
import { Search } from './Search.tsx';
import './glance.css';

type TabId = Settings['tab'];

interface Props {
  reader: FrontPageReader;
  settings: Settings;
  inPanel: boolean;
}

/** Shows what the reader reads. */
export function Glance({ reader, settings, inPanel }: Props): JSX.Element {
  const [page, setPage] = useState<FrontPage>(reader.now());
  const [tab, setTab] = useState<TabId>(settings.tab);
  const [oneTree, setOneTree] = useState(settings.oneTree);
  const [calmSites, setCalmSites] = useState(settings.calmSites);
  const [ledgerOpen, setLedgerOpen] = useState(false);
  const [sheetOpen, setSheetOpen] = useState(false);
  const [edits, setEdits] = useState<string | null>(null);
  const [phrase, setPhrase] = useState('');
  const [said, setSaid] = useState<Said | null>(null);
  const main = useRef<HTMLElement>(null);
  const acts = useMemo(() => createActs(reader, inPanel, setSaid), []);
  // Before the frame, not after it: what comes in between would wait for a second one.
  useLayoutEffect(() => {
    const over = new AbortController();
    reader.hear(setPage, over.signal);
    setPage(reader.now());
    return () => over.abort();
  }, []);
  const { glimpse, digest, chosenBy, saved, failure, standings, here, read } = page;
  // Points come last; a tree that holds them waits for them, so that no row moves another.
  const waiting = !digest || (chosenBy === null && (tab === 'points' || oneTree));
  // Marks that `npm run bench -- reading` reads: the article's facts are drawn, its outline, its points.
  useLayoutEffect(() => {
    if (glimpse) performance.mark('lede-facts');
    if (digest) performance.mark('lede-outline');
    if (chosenBy) performance.mark('lede-points');
  }, [glimpse === null, digest === null, chosenBy === null]);
  const rows = useMemo(() => {
    if (!digest) return [];
    if (!oneTree) return sectionRows(digest.outline);
    const placed = (saved?.notes ?? []).flatMap(({ id, quote, colour, text }) => {
      const range = standings.find((one) => one.id === id)?.range;
      return range ? [{ id, words: text || quote.exact, colour, ...range }] : [];
    });
    return mergedRows(digest.outline, digest.keyPoints, placed);
  }, [digest, oneTree, saved, standings]);

  const keys = glanceKeys(() => main.current, { openSheet: () => setSheetOpen(true) });
  useKeys(keys);

  const chooseTab = (chosen: TabId) => {
    setEdits(null);
    setTab(chosen);
    void changeSettings({ tab: chosen });
  };
  const chooseTree = (on: boolean) => {
    setOneTree(on);
    void changeSettings({ oneTree: on });
    if (on) chooseTab('outline');
  };
  const url = glimpse?.url ?? '';
  const host = hostOf(url);
  const calmAlways = (on: boolean) => {
    const others = calmSites.filter((site) => site !== host);
    const sites = on ? [...others, host].sort() : others;
    setCalmSites(sites);
    void changeSettings({ calmSites: sites });
    acts.calm(on);
    const site = grantPattern(url);
    // Asked inside the click; a popup may be closed by the question, so everything else is under way before it.
    if (on && site) void askGrant(site);
  };
  const notes = saved?.notes ?? [];
  const tabs: Tab<TabId>[] = [
    { id: 'outline', name: t('glance_outline') },
    { id: 'points', name: t('glance_points') },
    { id: 'notes', name: t('glance_notes'), count: notes.length > 0 ? number(notes.length) : '' },
  ];
  const searching = phrase.trim() !== '';
  const listed = tab === 'notes' ? notes : tab === 'points' ? (digest?.keyPoints ?? []) : rows;
  const wordsAlone = !searching && (tab === 'notes' || !waiting) && listed.length === 0;
  const noteOf = (row: TreeRow) => notes.find(({ id }) => row.key === `note-${id}`);
  const editIn = (row: TreeRow) => {
    setEdits(noteOf(row)?.id ?? null);
    setTab('notes'); // where editors are; next time Lede opens as it did
  };
  const deleteIn = (row: TreeRow) => {
    const note = noteOf(row);
    if (note) acts.deleteNote(note);
  };
  const now = Date.now();

  const toast = <Toast said={said} onGone={() => setSaid(null)} />;

  return (
    <main
      class={inPanel ? 'glance glance-panel' : 'glance glance-popup'}
      ref={main}
      data-settled={failure || (digest && chosenBy) ? '' : undefined}
    >
      <Header
        page={page}
        acts={acts}
        inPanel={inPanel}
        ledgerOpen={ledgerOpen}
        onLedger={() => setLedgerOpen(!ledgerOpen)}
        calmAlways={calmSites.includes(host)}
        onCalmAlways={calmAlways}
        oneTree={oneTree}
        onOneTree={chooseTree}
        onKeys={() => setSheetOpen(true)}
      />
      {glimpse && ledgerOpen && <Ledger glimpse={glimpse} broughtBack={page.broughtBack} acts={acts} />}
      {failure && !glimpse && (
        <>
          <NothingHere failure={failure} inPanel={inPanel} acts={acts} look={(anyway) => void reader.look(anyway)} />
          {page.listed.length > 0 && <ListedArticles listed={page.listed} tab={page.tab} inPanel={inPanel} />}
          {notes.length > 0 && <Notes page={page} acts={acts} now={now} />}
        </>
      )}
      {glimpse && (
        <>
          <Tabs name={t('glance_tabs')} tabs={tabs} on={tab} onChange={chooseTab} wordsAlone={wordsAlone}>
            {searching ? (
              <Search phrase={phrase} glimpse={glimpse} notes={notes} acts={acts} />
            ) : tab !== 'notes' && waiting ? (
              <div aria-busy="true" />
            ) : tab === 'outline' ? (
              rows.length > 0 ? (
                <OutlineTree
                  key={glimpse.url}
                  name={t('glance_outline')}
                  rows={rows}
                  lang={glimpse.lang}
                  dir={glimpse.dir}
                  here={here}
                  isRead={(row) => isRead(read, row.start, row.end)}
                  onGo={acts.goTo}
                  onHighlight={acts.highlight}
                  onEdit={editIn}
                  onDelete={deleteIn}
                />
              ) : (
                <Empty sentence={t('glance_no_outline')} />
              )
            ) : tab === 'points' && digest ? (
              <KeyPoints
                digest={digest}
                chosenBy={chosenBy}
                standings={standings}
                lang={glimpse.lang}
                dir={glimpse.dir}
                acts={acts}
              />
            ) : (
              <>
                {notes.length > 0 && !page.tab?.incognito && <RestoreQuestion url={glimpse.url} settings={settings} />}
                <Notes page={page} acts={acts} now={now} edits={edits} />
              </>
            )}
          </Tabs>
          {toast}
          <search class="glance-search">
            <input
              type="search"
              class="field"
              dir="auto"
              value={phrase}
              aria-label={t('glance_search')}
              placeholder={t('glance_search_hint')}
              data-search
              onInput={({ currentTarget }) => setPhrase(currentTarget.value)}
              onKeyDown={(event) => {
                if (event.key === 'Escape' && phrase) {
                  event.preventDefault();
                  setPhrase('');
                } else if (event.key === 'ArrowDown' || event.key === 'Enter') {
                  event.preventDefault();
                  main.current?.querySelector<HTMLElement>('.tab-panel [data-row]')?.focus();
                }
              }}
            />
          </search>
        </>
      )}
      {!glimpse && toast}
      {sheetOpen && <KeySheet lines={keys} onClose={() => setSheetOpen(false)} />}
    </main>
  );
}
