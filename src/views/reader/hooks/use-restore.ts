/** Brings a block back into the article from the reader, through the tab that still shows the page. */
import { useCallback } from 'preact/hooks';
import { askPage } from '../../../adapters/browser/channel.ts';
import { t, count } from '../../../adapters/i18n/sentences.ts';
import type { Article, Removal } from '../../../core/article/article.ts';
import type { Said } from '../../parts/controls/Toast.tsx';
import { failureSentence } from '../../parts/failure-sentence.ts';

/** The action, or null if no tab shows the page. `onArticle` gets the resulting article. */
export function useRestore(
  article: Article,
  tabId: number | null,
  onArticle: (article: Article) => void,
  onSaid: (said: Said) => void,
): ((removal: Removal) => void) | null {
  const restore = useCallback(
    async (removal: Removal) => {
      if (tabId === null) return;
      const now = await askPage(tabId, 'article.read', { fresh: false });
      if (!now.ok) return onSaid({ sentence: failureSentence(now.error) });
      const same = now.value.article.url === article.url;
      const index = now.value.article.removed.findIndex((one) => one.inside && one.text === removal.text);
      if (!same || index < 0) return onSaid({ sentence: t('failure_page_gone') });
      const back = await askPage(tabId, 'removal.bring-back', { index });
      if (!back.ok) return onSaid({ sentence: failureSentence(back.error) });
      onArticle(back.value.article);
      const undo = async () => {
        const aside = await askPage(tabId, 'removal.set-aside', { text: removal.text });
        if (aside.ok) onArticle(aside.value.article);
        else onSaid({ sentence: failureSentence(aside.error) });
      };
      onSaid({ sentence: count('glance_brought_back', 1), undo: () => void undo() });
    },
    [article, tabId, onArticle, onSaid],
  );
  return tabId === null ? null : (removal) => void restore(removal);
}
