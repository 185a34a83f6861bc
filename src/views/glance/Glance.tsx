/** The app of popup and panel: an article at a glance. */
import type { JSX } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { type Settings, changeSettings, onSettings } from '../../adapters/browser/settings.ts';
import { askGrant, grantPattern } from '../../adapters/browser/grants.ts';
import { number, t } from '../../adapters/i18n/sentences.ts';
import { hostOf } from '../../core/library/address/host.ts';
import { KeySheet } from '../parts/KeySheet.tsx';
import { useKeys } from '../parts/keys.ts';
import { type Tab, Tabs } from '../parts/controls/Tabs.tsx';
import { type Said, Toast } from '../parts/controls/Toast.tsx';
import { type Acts, createActs } from './acts/acts.ts';
import type { FrontPageReader } from './front-page/front-page.ts';
import { glanceKeys } from './glance-keys.ts';
import { GlanceTab } from './tabs/GlanceTab.tsx';
import { Header } from './Header.tsx';
import { Ledger } from './Ledger.tsx';
import { ListedArticles } from './ListedArticles.tsx';
import { Notes } from './tabs/Notes.tsx';
import { NothingHere } from './NothingHere.tsx';
import { SearchField } from './tabs/SearchField.tsx';
import { useFrontPage, useOutlineRows } from './front-page/use-front-page.ts';
import './glance.css';

type TabId = Settings['tab'];

interface Props {
  reader: FrontPageReader;
  settings: Settings;
  inPanel: boolean;
}

/** Shows what the reader reads. */
export function Glance({ reader, settings, inPanel }: Props): JSX.Element {
  const page = useFrontPage(reader);
  const [tab, setTab] = useState<TabId>(settings.tab);
  const [oneTree, setOneTree] = useState(settings.oneTree);
  const [ledgerOpen, setLedgerOpen] = useState(false);
  const [sheetOpen, setSheetOpen] = useState(false);
  const [edits, setEdits] = useState<string | null>(null);
  const [phrase, setPhrase] = useState('');
  const [said, setSaid] = useState<Said | null>(null);
  const main = useRef<HTMLElement>(null);
  const acts = useMemo(() => createActs(reader, inPanel, setSaid), []);
  const { glimpse, digest, chosenBy, failure } = page;
  const [calmAlways, setCalmAlways] = useCalmSites(settings, glimpse?.url ?? '', acts);
  // Key points come last. A tree that shows them waits for them, so no row moves.
  const isWaiting = !digest || (chosenBy === null && (tab === 'points' || oneTree));
  const rows = useOutlineRows(page, oneTree);
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
  const editNote = (id: string | null) => {
    setEdits(id);
    setTab('notes'); // where editors are; next time Lede opens as it did
  };
  const notes = page.saved?.notes ?? [];
  const tabs: Tab<TabId>[] = [
    { id: 'outline', name: t('glance_outline') },
    { id: 'points', name: t('glance_points') },
    { id: 'notes', name: t('glance_notes'), count: notes.length > 0 ? number(notes.length) : '' },
  ];
  const listed = tab === 'notes' ? notes : tab === 'points' ? (digest?.keyPoints ?? []) : rows;
  const wordsAlone = phrase.trim() === '' && (tab === 'notes' || !isWaiting) && listed.length === 0;
  const now = Date.now();
  const toast = <Toast said={said} onGone={() => setSaid(null)} />;

  return (
    <main
      class={inPanel ? 'glance glance-panel' : 'glance glance-popup'}
      ref={main}
      data-settled={failure || (digest && chosenBy) ? '' : undefined}
    >
      <Header
        {...{ page, acts, inPanel, ledgerOpen, calmAlways, oneTree }}
        onLedger={() => setLedgerOpen(!ledgerOpen)}
        onCalmAlways={setCalmAlways}
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
            <GlanceTab
              {...{ page, glimpse, settings, acts, tab, rows, phrase, isWaiting, edits, now }}
              onEdits={editNote}
            />
          </Tabs>
          {toast}
          <SearchField
            phrase={phrase}
            onPhrase={setPhrase}
            toResults={() => main.current?.querySelector<HTMLElement>('.tab-panel [data-row]')?.focus()}
          />
        </>
      )}
      {!glimpse && toast}
      {sheetOpen && <KeySheet lines={keys} onClose={() => setSheetOpen(false)} />}
    </main>
  );
}

/** Whether the calm page is automatic on this site, and the function that changes this. */
function useCalmSites({ calmSites: first }: Settings, url: string, acts: Acts): [boolean, (on: boolean) => void] {
  const [calmSites, setCalmSites] = useState(first);
  const host = hostOf(url);
  // A panel stays open while the list is changed in the options.
  useEffect(() => {
    const life = new AbortController();
    onSettings((now) => setCalmSites(now.calmSites), life.signal);
    return () => life.abort();
  }, []);
  const change = (on: boolean) => {
    const changed = (sites: string[]) => {
      const others = sites.filter((site) => site !== host);
      return on ? [...others, host].sort() : others;
    };
    setCalmSites(changed);
    void changeSettings((now) => ({ calmSites: changed(now.calmSites) }));
    acts.calm(on);
    const site = grantPattern(url);
    // Asked inside the click; a popup may be closed by the question, so everything else is under way before it.
    if (on && site) void askGrant(site);
  };
  return [calmSites.includes(host), change];
}
