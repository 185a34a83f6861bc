/** Asks once per site whether to restore highlights automatically; "not now" is an answer. */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { ALL_SITES, askGrant, canAskGrant, isGranted, grantPattern } from '../../adapters/browser/grants.ts';
import { type Settings, changeSettings, readSettings } from '../../adapters/browser/settings.ts';
import { t } from '../../adapters/i18n/sentences.ts';
import { hostOf } from '../../core/library/address/host.ts';
import { Button } from './controls/Button.tsx';
import './restore-ask.css';

/** The question, if the site of `url` has neither permission nor the answer "not now"; otherwise nothing. */
export function RestoreQuestion({ url, settings }: { url: string; settings: Settings }): JSX.Element | null {
  const [open, setOpen] = useState(false);
  const site = grantPattern(url);
  const host = hostOf(url);
  useEffect(() => {
    setOpen(false);
    if (!site || !canAskGrant() || settings.askedSites.includes(host)) return undefined;
    let isOver = false;
    // An answer given a moment ago in another of Lede's pages counts as well.
    void Promise.all([isGranted(url), readSettings()]).then(
      ([granted, now]) => !isOver && setOpen(!granted && !now.askedSites.includes(host)),
    );
    return () => {
      isOver = true;
    };
  }, [site]);
  if (!open || !site) return null;
  const grant = (origin: string) => void askGrant(origin).then((granted) => setOpen(!granted));
  // The question closes only after its answer is saved: a popup closed earlier would ask again.
  const notNow = async () => {
    await changeSettings(({ askedSites }) => ({ askedSites: [...new Set([...askedSites, host])] }));
    setOpen(false);
  };
  return (
    <section class="restore" aria-label={t('restore_title')}>
      <p class="facts">{t('restore_question', host)}</p>
      <div class="restore-answers">
        <Button kind="plain" onClick={() => grant(site)}>
          {t('restore_site')}
        </Button>
        <Button kind="plain" onClick={() => grant(ALL_SITES)}>
          {t('restore_everywhere')}
        </Button>
        <Button kind="plain" onClick={() => void notNow()}>
          {t('restore_not_now')}
        </Button>
      </div>
    </section>
  );
}
