/** The article alone, and in its margins what helps to read it. */
import type { JSX } from 'preact';
import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { AudioLines, Ellipsis, ExternalLink, Keyboard, ListTree, NotebookPen, Printer, Type } from 'lucide';
import { type ReaderSettings, type Settings, readSettings } from '../../adapters/browser/settings.ts';
import { ask } from '../../adapters/browser/channel.ts';
import { keepSessionPlace } from '../../adapters/browser/session-articles.ts';
import { count, day, minutes, t } from '../../adapters/i18n/sentences.ts';
import type { Article } from '../../core/article/article.ts';
import { IconButton } from '../parts/controls/Button.tsx';
import { KeySheet } from '../parts/KeySheet.tsx';
import { Menu } from '../parts/controls/Menu.tsx';
import { OutlineTree } from '../parts/outline/OutlineTree.tsx';
import { type Said, Toast } from '../parts/controls/Toast.tsx';
import { type KeyLine, useKeys } from '../parts/keys.ts';
import { isRead } from '../parts/read-parts.ts';
import { wear } from '../parts/theme.ts';
import { sectionRows } from '../parts/outline/tree-rows.ts';
import type { OutlineNode } from '../../core/digest/digest.ts';
import { minutesOf } from '../../core/digest/reading-time.ts';
import { Appearance } from './appearance/Appearance.tsx';
import { ArticleTree } from './article/ArticleTree.tsx';
import { Enlarged } from './article/Enlarged.tsx';
import { Footnote } from './article/Footnote.tsx';
import { Listening } from './listening/Listening.tsx';
import { Marks } from './Marks.tsx';
import { OtherParts } from './OtherParts.tsx';
import { Points } from './Points.tsx';
import type { Shown } from './article/article-source.ts';
import { blockAt, elementOf, rangeOf } from './article/block-range.ts';
import { dressOf } from './appearance/dress.ts';
import { useFocusLine } from './article/focus-line.ts';
import { useReadAloud } from './listening/read-aloud.ts';
import { createSpotlight, goTo } from './article/spotlight.ts';
import { usePlace } from './use-place.ts';

interface Props extends Shown {
  first: ReaderSettings;
  onOriginal: () => void;
  onJoined: (article: Article) => void;
}

type Sheet = 'appearance' | 'keys' | null;

/** The page of one article. */
export function Reader(props: Props): JSX.Element {
  const { article, glance, entry, notes, isPrivate, first, tabId, onOriginal, onJoined } = props;
  const [reading, setReading] = useState(first);
  const [theme, setTheme] = useState<Settings['theme']>('system');
  const [sheet, setSheet] = useState<Sheet>(null);
  const [drawer, setDrawer] = useState<'outline' | 'notes' | null>(null);
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
  const place = usePlace(article, body, entry?.position ?? props.position, keepPlace);
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
    wear(chosen, dress.current.signal);
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
    { keys: ['p'], says: 'reader_key_print', run: did(() => print()) },
    { keys: ['h'], says: 'reader_key_highlight' },
    { keys: ['?'], says: 'reader_key_keys', run: did(() => setSheet('keys')) },
    { keys: ['Escape'], says: 'reader_key_escape', run: () => drawer !== null && did(() => setDrawer(null))() },
  ];
  useKeys(lines);

  // Made once: scrolling draws the margins anew, never the article.
  const words = useMemo(
    () => (
      <ArticleTree
        tree={article.tree}
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
    [article],
  );
  // A line that the page only drew as a heading looks like one here too, as the outline beside it says.
  useLayoutEffect(() => {
    const lines = (nodes: OutlineNode[]): number[] =>
      nodes.flatMap(({ source, start, children }) => [
        ...(source === 'typographic' ? [start] : []),
        ...lines(children),
      ]);
    const marked = lines(glance?.outline ?? []).flatMap((start) => {
      const block = blockAt(article.blocks, start);
      const element = body && article.blocks[block]?.start === start ? elementOf(body, block) : null;
      return element ?? [];
    });
    for (const element of marked) element.classList.add('reader-heading');
    return () => marked.forEach((element) => element.classList.remove('reader-heading'));
  }, [article, glance, body]);
  const showNotes = useCallback(() => setDrawer('notes'), []);
  const share01 = article.text.length ? place.here / article.text.length : 0;
  const whole = useMemo(() => minutesOf(article.text, article.lang), [article]);
  const left = whole * (1 - share01);
  const { style, classes } = dressOf(reading);
  const facts = [
    article.byline,
    article.publishedTime && day(article.publishedTime),
    article.siteName ?? new URL(article.url).hostname,
    minutes(whole),
  ].filter(Boolean);

  return (
    <div class={classes} style={style} data-drawer={drawer ?? 'none'}>
      <header class="reader-bar">
        <div
          class="progress"
          role="progressbar"
          aria-label={t('reader_progress')}
          aria-valuenow={Math.round(share01 * 100)}
          style={{ '--share': share01 }}
        />
        {rows.length > 0 && (
          <span class="only-narrow">
            <IconButton
              icon={ListTree}
              name={t('reader_outline')}
              aria-expanded={drawer === 'outline'}
              onClick={() => setDrawer(drawer === 'outline' ? null : 'outline')}
            />
          </span>
        )}
        <span class="reader-left facts">{left >= 1 ? t('reader_left', minutes(left)) : ''}</span>
        <IconButton icon={AudioLines} name={t('reader_listen')} onClick={listen} />
        <IconButton icon={Type} name={t('reader_appearance')} onClick={openAppearance} />
        <IconButton
          icon={NotebookPen}
          name={count('reader_notes', notes.length)}
          aria-expanded={drawer === 'notes'}
          onClick={() => setDrawer(drawer === 'notes' ? null : 'notes')}
        />
        <Menu
          icon={Ellipsis}
          name={t('reader_menu')}
          lines={[
            { icon: ExternalLink, name: t('reader_original'), run: onOriginal },
            { icon: Printer, name: t('reader_print'), run: () => print() },
            { icon: Keyboard, name: t('parts_keys'), run: () => setSheet('keys') },
          ]}
        />
      </header>
      {rows.length > 0 && (
        <nav class="reader-outline" aria-label={t('reader_outline')}>
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
          <OtherParts tabId={tabId} onJoined={onJoined} onSaid={setSaid} />
        )}
        {glance && <Points glance={glance} onGo={reveal} />}
        {glance && (
          <div class="reader-body" ref={setBody}>
            {words}
          </div>
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
          margin={!reading.columns}
          onSaid={setSaid}
          onShow={showNotes}
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
      {sheet === 'keys' && <KeySheet lines={lines} onClose={() => setSheet(null)} />}
      <Toast said={said} onGone={() => setSaid(null)} />
    </div>
  );
}
