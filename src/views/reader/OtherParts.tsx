/** Offers to join an article that is split across pages. Lede requests the other pages only after a click. */
import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { askPage } from '../../adapters/browser/channel.ts';
import { count, t } from '../../adapters/i18n/sentences.ts';
import type { Article } from '../../core/article/article.ts';
import { Button } from '../parts/controls/Button.tsx';
import type { Said } from '../parts/controls/Toast.tsx';
import { failureSentence } from '../parts/failure-sentence.ts';
import './other-parts.css';

interface Props {
  tabId: number;
  onJoined: (article: Article) => void;
  onSaid: (said: Said) => void;
}

/** One line with one action. */
export function OtherParts({ tabId, onJoined, onSaid }: Props): JSX.Element {
  const [busy, setBusy] = useState(false);
  const gone = useRef(false);
  useEffect(
    () => () => {
      gone.current = true;
    },
    [],
  );
  const read = async () => {
    setBusy(true);
    const answer = await askPage(tabId, 'article.read-parts', null);
    if (gone.current) return;
    setBusy(false);
    if (!answer.ok) {
      onSaid({ sentence: failureSentence(answer.error) });
      return;
    }
    const { article, whole } = answer.value;
    onSaid({ sentence: whole ? count('reader_parts_joined', article.parts?.length ?? 1) : t('reader_parts_missing') });
    onJoined(article);
  };
  // Within the article, but in our own language and direction.
  const { lang, dir } = document.documentElement;
  return (
    <div class="reader-parts" lang={lang} dir={dir === 'rtl' ? 'rtl' : 'ltr'}>
      <p role="status">{t(busy ? 'reader_parts_reading' : 'reader_parts')}</p>
      <Button kind="main" disabled={busy} onClick={() => void read()} aria-describedby="reader-parts-asks">
        {t('reader_parts_read')}
      </Button>
      <p id="reader-parts-asks" class="facts">
        {t('reader_parts_asks')}
      </p>
    </div>
  );
}
