/** Another site of an article: separates the two, or lets each show the highlights made at the other. */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { type Settings, onSettings, readSettings } from '../../../adapters/browser/settings.ts';
import { t } from '../../../adapters/i18n/sentences.ts';
import { shortHost } from '../../../core/library/address/host.ts';
import type { LibraryActs } from '../acts.ts';
import type { Row } from './rows.ts';

interface Props {
  row: Row;
  /** The address of the article there. */
  alias: string;
  acts: LibraryActs;
}

/** One line under the article's title. */
export function OtherSite({ row, alias, acts }: Props): JSX.Element {
  /** Whether the two sites are joined; null if they are one, or while that is not known. */
  const [isJoined, setJoined] = useState<boolean | null>(null);
  const { url } = row.entry;
  useEffect(() => {
    const life = new AbortController();
    const look = async ({ joinedSites }: Settings) => {
      const { isSameSite, siteOf, sitesShownAt } = await import('../../../core/library/address/site.ts');
      setJoined(isSameSite(url, alias) ? null : sitesShownAt(url, joinedSites).has(siteOf(alias)));
    };
    void readSettings().then(look);
    onSettings((settings) => void look(settings), life.signal);
    return () => life.abort();
  }, [url, alias]);
  return (
    <p class="facts entry-alias">
      {t('library_also', shortHost(alias))}{' '}
      {isJoined !== null && (
        <button type="button" class="note-place" onClick={() => acts.joinSites(row, alias, !isJoined)}>
          {t(isJoined ? 'library_unjoin' : 'library_join')}
        </button>
      )}{' '}
      <button type="button" class="note-place" onClick={() => acts.part(row, alias)}>
        {t('library_part')}
      </button>
    </p>
  );
}
