/** Corrects the reading of the reader's article, through the tab that still shows its page. */
import { useEffect, useState } from 'preact/hooks';
import { showTab } from '../../../adapters/browser/browser.ts';
import { askPage, hear } from '../../../adapters/browser/channel.ts';
import { correctionOf, readSettings } from '../../../adapters/browser/settings.ts';
import type { Article } from '../../../core/article/article.ts';
import type { Correction } from '../../../core/article/removals/correction.ts';
import { hostOf, shortHost } from '../../../core/library/address/host.ts';
import { correctedSentence, correctionLines } from '../../parts/correction.ts';
import type { MenuLine } from '../../parts/controls/Menu.tsx';
import type { Said } from '../../parts/controls/Toast.tsx';
import { failureSentence } from '../../parts/failure-sentence.ts';

/** The lines of the menu, none where no tab shows the page. `onArticle` is given the article as it is read then. */
export function useCorrection(
  article: Article,
  tabId: number | null,
  onArticle: (article: Article) => void,
  onSaid: (said: Said) => void,
): MenuLine[] {
  const [correction, setCorrection] = useState<Correction | null>(null);
  const recall = () =>
    void readSettings().then(({ corrections }) => setCorrection(correctionOf(corrections, hostOf(article.url))));
  useEffect(recall, [article.url]);
  useEffect(() => {
    const over = new AbortController();
    const readAgain = async () => {
      const read = tabId === null ? null : await askPage(tabId, 'article.read', { fresh: false });
      if (!read?.ok || read.value.article.url !== article.url) return;
      setCorrection(read.value.correction);
      onArticle(read.value.article);
    };
    hear('page.corrected', (told) => void (told.tabId === tabId ? readAgain() : undefined), over.signal);
    return () => over.abort();
  }, [article.url, tabId, onArticle]);
  if (tabId === null) return [];

  const set = async (wish: Correction | null): Promise<Article | null> => {
    const read = await askPage(tabId, 'correction.set', { correction: wish });
    if (!read.ok) {
      onSaid({ sentence: failureSentence(read.error) });
      return null;
    }
    setCorrection(read.value.correction);
    onArticle(read.value.article);
    return read.value.article;
  };
  const correct = async (wish: Correction | null) => {
    const before = correction;
    const read = await set(wish);
    if (!read) return;
    const sentence = correctedSentence(wish, shortHost(article.url), read.text !== article.text);
    onSaid({ sentence, undo: () => void set(before) });
  };
  const pickPart = async () => {
    const asked = await askPage(tabId, 'part.pick', null);
    if (asked.ok) await showTab(tabId);
    else onSaid({ sentence: failureSentence(asked.error) });
  };
  return correctionLines({
    correction,
    correct: (wish) => void correct(wish),
    pickPart: () => void pickPart(),
  });
}
