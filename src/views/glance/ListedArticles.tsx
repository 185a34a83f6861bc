/** What a front page or a section lists: each title opens its page in the same tab. */
import type { JSX } from 'preact';
import { type Tab, goToAddress } from '../../adapters/browser/browser.ts';
import { number, t } from '../../adapters/i18n/sentences.ts';
import type { Listed } from '../../core/article/listing.ts';
import './listed-articles.css';

interface Props {
  listed: Listed[];
  tab: Tab | null;
  inPanel: boolean;
}

/** The list, in the order of the page. */
export function ListedArticles({ listed, tab, inPanel }: Props): JSX.Element {
  const open = async (url: string) => {
    if (tab) await goToAddress(tab.id, url);
    if (!inPanel) window.close();
  };
  return (
    <section class="listed" aria-label={t('glance_listed', number(listed.length))}>
      <h2 class="facts">{t('glance_listed', number(listed.length))}</h2>
      <ul>
        {listed.map(({ title, url }) => (
          <li key={url}>
            <button type="button" class="listed-go" data-row dir="auto" onClick={() => void open(url)}>
              {title}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
