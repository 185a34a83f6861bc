/** The article alone, and in its margins what helps to read it. */
import type { JSX } from 'preact';
import { useCallback, useMemo, useRef, useState } from 'preact/hooks';
import { ask } from '../../adapters/browser/channel.ts';
import { keepSessionPlace } from '../../adapters/browser/session-articles.ts';
import { type ReaderSettings, type Settings, readSettings } from '../../adapters/browser/settings.ts';
import { t } from '../../adapters/i18n/sentences.ts';
import type { Article } from '../../core/article/article.ts';
import { minutesOf } from '../../core/digest/reading-time.ts';
import { KeySheet } from '../parts/KeySheet.tsx';
import { OutlineTree } from '../parts/outline/OutlineTree.tsx';
import { type Said, Toast } from '../parts/controls/Toast.tsx';
import { type KeyLine, useKeys } from '../parts/keys.ts';
import { factsOf } from '../parts/facts.ts';
import { isRead } from '../parts/read-parts.ts';
import { applyTheme } from '../parts/theme.ts';
import { sectionRows } from '../parts/outline/tree-rows.ts';
import { Appearance } from './appearance/Appearance.tsx';
import { readerStyle } from './appearance/reader-style.ts';
import { ArticleTree } from './article/ArticleTree.tsx';
import type { Shown } from './article/article-source.ts';
import { rangeOf } from './article/block-range.ts';
import { HeldPictures } from './article/HeldPictures.tsx';
import { pictureHosts, picturePolicy } from './article/picture-policy.ts';
import { Enlarged } from './article/rich/Enlarged.tsx';
import { RemovalMark, RemovalMarksContext } from './article/RemovalMark.tsx';
import { removalMarksOf } from './article/removal-marks.ts';
import { useFocusLine } from './article/focus-line.ts';
import { Footnote } from './article/Footnote.tsx';
import { createSpotlight, goTo } from './article/spotlight.ts';
import { useDrawnHeadings } from './article/drawn-headings.ts';
import { ArticleTags } from './ArticleTags.tsx';
import { DrawerHead } from './beside/DrawerHead.tsx';
import { Find } from './Find.tsx';
import { Listening } from './listening/Listening.tsx';
import { useReadAloud } from './listening/read-aloud.ts';
import { Marks } from './beside/Marks.tsx';
import { OtherParts } from './OtherParts.tsx';
import { Points } from './Points.tsx';
import { type Drawer, ReaderBar } from './ReaderBar.tsx';
import { ReaderEnd } from './ReaderEnd.tsx';
import { readerMenu } from './reader-menu.ts';
import { useReadingPosition } from './use-reading-position.ts';
import { useCorrection } from './use-correction.ts';
import { useRestore } from './use-restore.ts';

interface Props extends Shown {
  first: ReaderSettings;
  onOriginal: () => void;
  /** The article read again: its parts joined, or a block brought back. */
  onArticle: (article: Article) => void;
}

type Sheet = 'appearance' | 'keys' | 'tags' | 'find' | null;

/** The page of one article. */
export function Reader(props: Props): JSX.Element {
  const { article, glance, entry, notes, isPrivate, first, tabId, onOriginal, onArticle } = props;
  const [reading, setReading] = useState(first);
  const [theme, setTheme] = useState<Settings['theme']>('system');
  const [sheet, setSheet] = useState<Sheet>(null);
  const [drawer, setDrawer] = useState<Drawer>(null);
  const [listens, setListens] = useState(false);
  const [large, setLarge] = useState<{ src: string; alt: string } | null>(null);
  const [note, setNote] = useState<{ id: string; link: HTMLElement } | null>(null);
  const [said, setSaid] = useState<Said | null>(null);
  const [body, setBody] = useState<HTMLElement | null>(null);
  const dress = useRef<AbortController | null>(null);

  const rows = useMemo(() => sectionRows(glance?.outline ?? []), [glance]);
  const spotlight = useMemo(createSpotlight, []);
  const entryId = entry?.id ?? null;
  const keepPlace = useCallback(
    (at: number) => {
      if (isPrivate) return;
      if (entryId === null) void keepSessionPlace(article.url, at);
      else void ask('entry.change', { id: entryId, change: { position: at } });
    },
    [article, entryId, isPrivate],
  );
  const place = useReadingPosition(article, body, entry?.position ?? props.position, keepPlace);
  const follow = useCallback(
    (sentence: { start: number; end: number } | null) => {
      const range = sentence && body && rangeOf(article, body, sentence.start, sentence.end);
      spotlight.sentence(range);
      if (range) goTo(range, 'if-outside');
    },
    [article, body, spotlight],
  );
  const voice = useReadAloud(article, reading, follow);
  useFocusLine(reading.focus === 'line');

  const reveal = ({ start, end }: { start: number; end: number }) => {
    const range = body && rangeOf(article, body, start, Math.min(end, start + 400));
    if (!range) return;
    goTo(range, 'always');
    spotlight.flash(range);
    setDrawer(null);
  };
  const listen = () => {
    setListens(true);
    voice.play(place.here);
  };
  const openAppearance = () => {
    if (sheet === 'appearance') return setSheet(null);
    void readSettings().then((now) => {
      setTheme(now.theme);
      setReading(now.reading);
      setSheet('appearance');
    });
  };
  const wearTheme = (chosen: Settings['theme']) => {
    setTheme(chosen);
    dress.current?.abort();
    dress.current = new AbortController();
    applyTheme(chosen, dress.current.signal);
  };
  /** Closes what was opened last; false if nothing is open. */
  const close = (): boolean => {
    if (sheet !== null) setSheet(null);
    else if (drawer !== null) setDrawer(null);
    else return false;
    return true;
  };
  const did = (run: () => void) => () => {
    run();
    return true;
  };
  const lines: KeyLine[] = [
    { keys: ['o'], says: 'reader_key_outline', run: did(() => setDrawer(drawer === 'outline' ? null : 'outline')) },
    { keys: ['n'], says: 'reader_key_notes', run: did(() => setDrawer(drawer === 'notes' ? null : 'notes')) },
    { keys: ['a'], says: 'reader_key_appearance', run: did(openAppearance) },
    {
      keys: ['l'],
      says: 'reader_key_listen',
      run: did(() => (voice.saying === null ? listen() : voice.pause())),
    },
    { keys: ['.'], says: 'reader_key_ahead', run: () => (listens ? did(() => voice.step(1))() : false) },
    { keys: [','], says: 'reader_key_back', run: () => (listens ? did(() => voice.step(-1))() : false) },
    { keys: ['/'], says: 'reader_find', run: did(() => setSheet('find')) },
    { keys: ['p'], says: 'reader_key_print', run: did(() => print()) },
    { keys: ['h'], says: 'reader_key_highlight' },
    { keys: ['?'], says: 'reader_key_keys', run: did(() => setSheet('keys')) },
    { keys: ['Escape'], says: 'reader_key_escape', run: () => close() },
  ];
  useKeys(lines);

  const pictures = picturePolicy({ isPrivate, tabId });
  const [wanted, setWanted] = useState(false);
  const loads = pictures === 'load' || (pictures === 'ask' && wanted);
  const hosts = useMemo(() => pictureHosts(article.tree), [article]);
  // Made once: scrolling redraws the margins, never the article.
  const words = useMemo(
    () => (
      <ArticleTree
        tree={article.tree}
        loads={loads}
        actions={{
          enlarge: (src, alt) => setLarge({ src, alt }),
          inside(id, link) {
            if (!document.getElementById(`a-${id}`)) return false;
            setNote({ id, link });
            return true;
          },
        }}
      />
    ),
    [article, loads],
  );
  const restore = useRestore(article, tabId, onArticle, setSaid);
  const corrections = useCorrection(article, tabId, onArticle, setSaid);
  const removalMarks = useMemo(() => removalMarksOf(article), [article]);
  const restorable = useMemo(() => ({ ...removalMarks, restore }), [removalMarks, tabId]);
  useDrawnHeadings(article, glance, body);
  const showNotes = useCallback(() => setDrawer('notes'), []);
  const share01 = article.text.length ? place.here / article.text.length : 0;
  const whole = useMemo(() => minutesOf(article.text, article.lang), [article]);
  const { style, classes } = readerStyle(reading);
  const facts = useMemo(() => factsOf(article), [article]);

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
        corrections={corrections}
        menu={readerMenu({
          article,
          digest: glance,
          notes,
          onOriginal,
          onTags: entry && (() => setSheet('tags')),
          onKeys: () => setSheet('keys'),
          say: setSaid,
        })}
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
      <main class="reader-page" lang={article.lang} dir={article.dir}>
        <h1>{article.title}</h1>
        <p class="reader-facts facts">
          {facts.map((fact, at) => (
            <span key={at}>
              {at > 0 && ' · '}
              <bdi>{fact}</bdi>
            </span>
          ))}
        </p>
        {tabId !== null && article.nextUrl !== undefined && (
          <OtherParts tabId={tabId} onJoined={onArticle} onSaid={setSaid} />
        )}
        {!loads && <HeldPictures policy={pictures} hosts={hosts} onLoad={() => setWanted(true)} />}
        {glance && <Points glance={glance} onGo={reveal} />}
        {glance && (
          <div class="reader-body" ref={setBody}>
            <RemovalMarksContext.Provider value={restorable}>{words}</RemovalMarksContext.Provider>
            {removalMarks.atEnd.length > 0 && <RemovalMark removals={removalMarks.atEnd} restore={restore} />}
          </div>
        )}
        {glance && (
          <ReaderEnd
            entry={entry}
            minutesWhole={whole}
            notes={notes.length}
            onNotes={showNotes}
            onOriginal={onOriginal}
            onSaid={setSaid}
          />
        )}
      </main>
      {body && (
        <Marks
          article={article}
          entry={entry}
          notes={notes}
          isPrivate={isPrivate}
          body={body}
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
          reading={reading}
          onReading={setReading}
          onPlay={listen}
          onClose={() => {
            voice.pause();
            setListens(false);
          }}
        />
      )}
      {note && <Footnote id={note.id} link={note.link} onClose={() => setNote(null)} />}
      {large && <Enlarged {...large} onClose={() => setLarge(null)} />}
      {sheet === 'appearance' && (
        <Appearance
          reading={reading}
          theme={theme}
          onChange={setReading}
          onTheme={wearTheme}
          onClose={() => setSheet(null)}
        />
      )}
      {sheet === 'find' && body && <Find article={article} body={body} onClose={() => setSheet(null)} />}
      {sheet === 'tags' && entry && <ArticleTags entry={entry} onClose={() => setSheet(null)} />}
      {sheet === 'keys' && <KeySheet lines={lines} onClose={() => setSheet(null)} />}
      <Toast said={said} onGone={() => setSaid(null)} />
    </div>
  );
}
