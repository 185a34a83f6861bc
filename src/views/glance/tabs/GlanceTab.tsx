/** What the chosen tab of popup and panel shows: what is searched for, the outline, the points, or the notes. */
import type { JSX } from 'preact';
import type { Glimpse } from '../../../adapters/browser/last-read.ts';
import type { Settings } from '../../../adapters/browser/settings.ts';
import { t } from '../../../adapters/i18n/sentences.ts';
import { Empty } from '../../parts/controls/Empty.tsx';
import { OutlineTree } from '../../parts/outline/OutlineTree.tsx';
import type { TreeRow } from '../../parts/outline/tree-rows.ts';
import { isRead } from '../../parts/read-parts.ts';
import { RestoreQuestion } from '../../parts/RestoreQuestion.tsx';
import type { Acts } from '../acts/acts.ts';
import type { FrontPage } from '../front-page/state.ts';
import { KeyPoints } from './KeyPoints.tsx';
import { Notes } from './Notes.tsx';
import { Search } from './Search.tsx';

interface Props {
  page: FrontPage;
  glimpse: Glimpse;
  settings: Settings;
  acts: Acts;
  tab: Settings['tab'];
  /** Rows of the outline. */
  rows: TreeRow[];
  phrase: string;
  /** What the tab shows is not known yet. */
  isWaiting: boolean;
  /** The id of the note that opens with its editor. */
  edits: string | null;
  onEdits: (id: string | null) => void;
  now: number;
}

/** The panel of the tab. */
export function GlanceTab(props: Props): JSX.Element {
  const { page, glimpse, settings, acts, tab, phrase, isWaiting, edits, now } = props;
  const notes = page.saved?.notes ?? [];
  if (phrase.trim()) return <Search phrase={phrase} glimpse={glimpse} notes={notes} acts={acts} />;
  if (tab === 'notes') {
    return (
      <>
        {notes.length > 0 && !page.tab?.incognito && <RestoreQuestion url={glimpse.url} settings={settings} />}
        <Notes page={page} acts={acts} now={now} edits={edits} />
      </>
    );
  }
  if (isWaiting || !page.digest) return <div aria-busy="true" />;
  if (tab === 'outline') return <Outline {...props} />;
  const { digest, chosenBy, standings } = page;
  return <KeyPoints {...{ digest, chosenBy, standings, acts }} lang={glimpse.lang} dir={glimpse.dir} />;
}

function Outline({ page, glimpse, acts, rows, onEdits }: Props): JSX.Element {
  if (rows.length === 0) return <Empty sentence={t('glance_no_outline')} />;
  const noteOf = (row: TreeRow) => page.saved?.notes.find(({ id }) => row.key === `note-${id}`);
  return (
    <OutlineTree
      key={glimpse.url}
      name={t('glance_outline')}
      rows={rows}
      lang={glimpse.lang}
      dir={glimpse.dir}
      here={page.here}
      isRead={(row) => isRead(page.read, row.start, row.end)}
      onGo={acts.goTo}
      onHighlight={acts.highlight}
      onEdit={(row) => onEdits(noteOf(row)?.id ?? null)}
      onDelete={(row) => {
        const note = noteOf(row);
        if (note) acts.deleteNote(note);
      }}
    />
  );
}
