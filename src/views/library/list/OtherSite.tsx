/** Another site that an article was met at: apart again, or each showing the highlights made at the other. */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { type Settings, onSettings, readSettings } from '../../../adapters/browser/settings.ts';
import { t } from '../../../adapters/i18n/sentences.ts';
import { shortHost } from '../../../core/library/address/host.ts';
import { siteOf, sitesShownAt } from '../../../core/library/address/site.ts';
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
  const [joined, setJoined] = useState<Settings['joinedSites']>([]);
  useEffect(() => {
    const life = new AbortController();
    void readSettings().then(({ joinedSites }) => setJoined(joinedSites));
    onSettings(({ joinedSites }) => setJoined(joinedSites), life.signal);
    return () => life.abort();
  }, []);
  const isJoined = sitesShownAt(row.entry.url, joined).has(siteOf(alias));
  const isOneSite = siteOf(row.entry.url) === siteOf(alias);
  return (
    <p class="facts entry-alias">
      {t('library_also', shortHost(alias))}{' '}
      {!isOneSite && (
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
