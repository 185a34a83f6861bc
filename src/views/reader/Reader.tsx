/** The reader: the article, with outline and notes in its margins. */
import type { JSX } from 'preact';
import { useCallback, useMemo, useState } from 'preact/hooks';
import type { ReaderSettings } from '../../adapters/browser/settings.ts';
import { t } from '../../adapters/i18n/sentences.ts';
import type { Article } from '../../core/article/article.ts';
import { minutesOf } from '../../core/digest/reading-time.ts';
import { OutlineTree } from '../parts/outline/OutlineTree.tsx';
import { type Said, Toast } from '../parts/controls/Toast.tsx';
import { useKeys } from '../parts/keys.ts';
import { isRead } from '../parts/read-parts.ts';
import { sectionRows } from '../parts/outline/tree-rows.ts';
import { useWeeklyCopy } from '../parts/saving/use-weekly-copy.ts';
import { readerStyle } from './appearance/reader-style.ts';
import type { Shown } from './article/article-source.ts';
import { rangeOf } from './article/block-range.ts';
import { useDrawnHeadings } from './article/drawn-headings.ts';
import { useFocusLine } from './article/focus-line.ts';
import { createSpotlight, goTo } from './article/spotlight.ts';
import { DrawerHead } from './beside/DrawerHead.tsx';
import { Marks } from './beside/Marks.tsx';
import { useCorrection } from './hooks/use-correction.ts';
import { useKeeping } from './hooks/use-keeping.ts';
import { useLook } from './hooks/use-look.ts';
import { useReadingPosition } from './hooks/use-reading-position.ts';
import { useRestore } from './hooks/use-restore.ts';
import { useReturnedFocus } from './hooks/use-returned-focus.ts';
import { Listening } from './listening/Listening.tsx';
import { useReadAloud } from './listening/read-aloud.ts';
import { ReaderArticle } from './ReaderArticle.tsx';
import { type Drawer, ReaderBar } from './ReaderBar.tsx';
import { ReaderEnd } from './ReaderEnd.tsx';
import { readerKeys } from './reader-keys.ts';
import { readerMenu } from './reader-menu.ts';
import { ReaderSheets, type Sheet } from './ReaderSheets.tsx';

type Range = { start: number; end: number };

/** Characters of a long range that are used to find its position: the reader scrolls to its beginning. */
const REVEALED_MOST = 400;

interface Props extends Shown {
  first: ReaderSettings;
  onOriginal: () => void;
  /** The article after another reading: with its parts joined, or a block restored. */
  onArticle: (article: Article) => void;
}

/** The page of one article. */
export function Reader(props: Props): JSX.Element {
  const { article, glance, entry, notes, isPrivate, first, tabId, onOriginal, onArticle } = props;
  const look = useLook(first);
  const [sheet, setSheet] = useState<Sheet>(null);
  const [drawer, setDrawer] = useState<Drawer>(null);
  useReturnedFocus(drawer);
  const [listens, setListens] = useState(false);
  const [said, setSaid] = useState<Said | null>(null);
  const [body, setBody] = useState<HTMLElement | null>(null);

  const rows = useMemo(() => sectionRows(glance?.outline ?? []), [glance]);
  useWeeklyCopy(setSaid);
  const { save, keepPlace } = useKeeping({ article, entry, isPrivate }, setSaid);
  const place = useReadingPosition(article, body, entry?.position ?? props.position, keepPlace);
  const { reveal: show, follow } = useGoing(article, body);
  const voice = useReadAloud(article, look.reading, follow);
  useFocusLine(look.reading.focus === 'line');
  useDrawnHeadings(article, glance, body);
  const restore = useRestore(article, tabId, onArticle, setSaid);
  const corrections = useCorrection(article, tabId, onArticle, setSaid);

  const reveal = (range: Range) => show(range) && setDrawer(null);
  const listen = () => {
    setListens(true);
    voice.play(place.here);
  };
  const openAppearance = () => {
    if (sheet === 'appearance') setSheet(null);
    else void look.recall().then(() => setSheet('appearance'));
  };
  const keys = readerKeys({ drawer, setDrawer, sheet, setSheet, openAppearance, voice, listens, listen, save });
  useKeys(keys);
  const showNotes = useCallback(() => setDrawer('notes'), []);
  const share01 = article.text.length ? place.here / article.text.length : 0;
  const whole = useMemo(() => minutesOf(article.text, article.lang), [article]);
  const { style, classes } = readerStyle(look.reading);
  const menu = readerMenu({
    ...{ article, digest: glance, notes, onOriginal, save, say: setSaid },
    onTags: entry && (() => setSheet('tags')),
    onKeys: () => setSheet('keys'),
  });
  return (
    <div class={classes} style={style} data-drawer={drawer ?? 'none'}>
      <ReaderBar
        share01={share01}
        minutesLeft={whole * (1 - share01)}
        hasOutline={rows.length > 0}
        notes={notes.length}
        drawer={drawer}
        onDrawer={setDrawer}
        appearanceOpen={sheet === 'appearance'}
        onAppearance={openAppearance}
        onListen={listen}
        onFind={() => setSheet('find')}
        save={save}
        corrections={corrections}
        menu={menu}
      />
      {rows.length > 0 && (
        <nav class="reader-outline" aria-label={t('reader_outline')}>
          <DrawerHead name={t('reader_outline')} onClose={() => setDrawer(null)} />
          <OutlineTree
            name={t('reader_outline')}
            rows={rows}
            lang={article.lang}
            dir={article.dir}
            here={place.here}
            isRead={({ start, end }) => isRead(place.read, start, end)}
            onGo={reveal}
          />
        </nav>
      )}
      <ReaderArticle
        {...{ article, glance, isPrivate, tabId, restore, onArticle }}
        onBody={setBody}
        onGo={reveal}
        onSaid={setSaid}
      >
        <ReaderEnd
          {...{ entry, save, onOriginal }}
          minutesWhole={whole}
          notes={notes.length}
          onNotes={showNotes}
          onSaid={setSaid}
        />
      </ReaderArticle>
      {body && (
        <Marks
          {...{ article, entry, notes, isPrivate, body }}
          drawn={drawer === 'notes'}
          onSaid={setSaid}
          onShow={showNotes}
          onClose={() => setDrawer(null)}
        />
      )}
      {listens && (
        <Listening
          voice={voice}
          lang={article.lang ?? document.documentElement.lang}
          reading={look.reading}
          onReading={look.setReading}
          onPlay={listen}
          onClose={() => {
            voice.pause();
            setListens(false);
          }}
        />
      )}
      <ReaderSheets {...{ sheet, article, entry, body, look, keys }} onClose={() => setSheet(null)} />
      <Toast said={said} onGone={() => setSaid(null)} />
    </div>
  );
}

interface Going {
  /** Scrolls to a range of the text and flashes it; false if it is not rendered. */
  reveal: (range: Range) => boolean;
  /** Marks the sentence being spoken and keeps it visible; null removes the mark. */
  follow: (sentence: Range | null) => void;
}

function useGoing(article: Article, body: HTMLElement | null): Going {
  const spotlight = useMemo(createSpotlight, []);
  const reveal = ({ start, end }: Range) => {
    const range = body && rangeOf(article, body, start, Math.min(end, start + REVEALED_MOST));
    if (!range) return false;
    goTo(range, 'always');
    spotlight.flash(range);
    return true;
  };
  const follow = useCallback(
    (sentence: Range | null) => {
      const range = sentence && body && rangeOf(article, body, sentence.start, sentence.end);
      spotlight.sentence(range);
      if (range) goTo(range, 'if-outside');
    },
    [article, body, spotlight],
  );
  return { reveal, follow };
}
