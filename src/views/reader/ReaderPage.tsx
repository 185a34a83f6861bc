/** The reader from its first moment: waits without blinking, says in one sentence why there is nothing, or shows the article. */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { openAddress } from '../../adapters/browser.ts';
import { hear } from '../../adapters/channel.ts';
import type { Reading } from '../../adapters/settings.ts';
import type { Failure } from '../../core/result.ts';
import { Empty } from '../parts/Empty.tsx';
import { failureSentence } from '../parts/failure-sentence.ts';
import { Reader } from './Reader.tsx';
import { type Shown, type Source, load } from './article-source.ts';
import './article.css';
import './fonts.css';
import './reader.css';

/** A change of the library is shown after this long, ms: no eye sees it, and many become one. */
const SOON_MS = 60;

/** The whole page. */
export function ReaderPage({ source, reading }: { source: Source; reading: Reading }): JSX.Element {
  const [shown, setShown] = useState<Shown | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  useEffect(() => {
    const life = new AbortController();
    const look = async () => {
      const loaded = await load(source);
      if (life.signal.aborted) return;
      if (loaded.ok) setShown((before) => ({ ...loaded.value, article: before?.article ?? loaded.value.article }));
      else setFailure(loaded.error);
    };
    void look();
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
  }, []);
  useEffect(() => {
    if (shown) document.title = shown.article.title;
  }, [shown?.article.title]);
  if (shown) {
    return (
      <Reader
        {...shown}
        first={reading}
        tabId={'tabId' in source ? source.tabId : null}
        onOriginal={() => void openAddress(shown.article.url)}
        onJoined={(article) => setShown({ ...shown, article })}
      />
    );
  }
  if (!failure) return <main class="reader-waiting" aria-busy="true" />;
  return (
    <main class="reader-waiting">
      <Empty sentence={failureSentence(failure)} live />
    </main>
  );
}
