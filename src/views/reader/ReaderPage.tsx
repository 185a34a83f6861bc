/** The reader page: loads without flicker, then shows the article or one sentence that says why there is none. */
import type { JSX } from 'preact';
import { useCallback, useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { openAddress, openPage, showTab } from '../../adapters/browser/browser.ts';
import { keepForSession } from '../../adapters/browser/session-articles.ts';
import { t } from '../../adapters/i18n/sentences.ts';
import { askPage, hear } from '../../adapters/browser/channel.ts';
import { BRISK, drain } from '../../adapters/pace.ts';
import type { ReaderSettings } from '../../adapters/browser/settings.ts';
import type { Article } from '../../core/article/article.ts';
import type { Failure, Result } from '../../core/result.ts';
import { Empty } from '../parts/controls/Empty.tsx';
import { failureSentence } from '../parts/failure-sentence.ts';
import { painted } from '../parts/painted.ts';
import { Reader } from './Reader.tsx';
import { type Shown, keptOf } from './article/article-source.ts';
import { type Source, searchOf } from './article/reader-address.ts';
import './article/article.css';
import './article/rich/rich.css';
import './appearance/fonts.css';
import './reader.css';
import './beside/beside.css';

/** A change of the library is shown after this long, ms: no eye sees it, and many become one. */
const SOON_MS = 60;

interface Props {
  source: Source;
  opening: Promise<Result<Shown>>;
  reading: ReaderSettings;
}

/** The whole page. */
export function ReaderPage({ source, opening, reading }: Props): JSX.Element {
  const [shown, setShown] = useState<Shown | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const article = shown?.article;
  useLayoutEffect(() => {
    const life = new AbortController();
    const open = async () => {
      const opened = await opening;
      if (life.signal.aborted) return;
      if (!opened.ok) return setFailure(opened.error);
      setShown(opened.value);
      if (!opened.value.isPrivate) void keepForSession(opened.value.article);
      if (opened.value.glance) return;
      // The title is before the eyes while the rest is thought over; points stand above the words, so both come
      // together.
      const [{ digestSteps }] = await Promise.all([import('../../core/digest/digest.ts'), painted()]);
      const glance = await drain(digestSteps(opened.value.article), BRISK, life.signal);
      // The parts may have been joined meanwhile: then these points are of an article that is no longer shown.
      if (glance) setShown((now) => (now?.article === opened.value.article ? { ...now, glance } : now));
    };
    void open();
    return () => life.abort();
  }, []);
  useEffect(() => {
    if (!article) return undefined;
    const life = new AbortController();
    const look = async () => {
      const kept = await keptOf('entryId' in source ? source.entryId : null, article);
      if (!life.signal.aborted) setShown((before) => before && { ...before, ...kept });
    };
    // Many changes at once (an import, tags on many notes) are one look.
    let timer = 0;
    const soon = () => {
      clearTimeout(timer);
      timer = window.setTimeout(() => void look(), SOON_MS);
    };
    hear('library.changed', soon, life.signal);
    return () => {
      clearTimeout(timer);
      life.abort();
    };
  }, [article]);
  useEffect(() => {
    if (article) document.title = article.title;
  }, [article?.title]);
  // The address for a reload or a bookmark: that of the saved article, else that of the page.
  const { entry = null, isPrivate = true, tabId = null } = shown ?? {};
  useEffect(() => {
    if (!article || isPrivate) return;
    const named: Source = entry ? { entryId: entry.id } : { page: article.url, tabId };
    history.replaceState(null, '', searchOf(named, location.search));
  }, [article?.url, entry?.id, isPrivate, tabId]);
  const readAgain = async (next: Article) => {
    const digests = await import('../../core/digest/digest.ts');
    setShown((before) => before && { ...before, article: next, glance: digests.digest(next) });
  };
  const takeArticle = useCallback((next: Article) => void readAgain(next), []);
  if (shown) {
    return (
      <Reader
        {...shown}
        first={reading}
        onOriginal={() => void toPage(shown.tabId, shown.article.url)}
        onArticle={takeArticle}
      />
    );
  }
  if (!failure) return <main class="reader-waiting" aria-busy="true" />;
  return (
    <main class="reader-waiting">
      <Empty sentence={failureSentence(failure)} action={wayOn(source)} live />
    </main>
  );
}

/** The action if the article is not available: open its page if it is known, else the library. */
function wayOn(source: Source): { name: string; run: () => void } {
  if ('page' in source) return { name: t('reader_original'), run: () => void openAddress(source.page) };
  return { name: t('glance_open_library'), run: () => void openPage('library/index.html') };
}

/** Shows the article's page: the tab that still shows it, else a new one. */
async function toPage(tabId: number | null, url: string): Promise<void> {
  const there = tabId === null ? null : await askPage(tabId, 'article.read', { fresh: false });
  if (tabId !== null && there?.ok && there.value.article.url === url) await showTab(tabId);
  else await openAddress(url);
}
