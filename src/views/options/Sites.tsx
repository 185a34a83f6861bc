/** Lists of sites: where highlights are restored automatically, and where the calm page is automatic. */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { ALL_SITES, askGrant, dropGrant, grants } from '../../adapters/browser/grants.ts';
import { type KeptBlock, type SiteCorrection, withCorrection } from '../../adapters/browser/settings.ts';
import { t } from '../../adapters/i18n/sentences.ts';
import { correctionFacts } from '../parts/correction.ts';
import { Button } from '../parts/controls/Button.tsx';
import type { Said } from '../parts/controls/Toast.tsx';

interface Site {
  id: string;
  name: string;
}

function SiteList({ sites, onRemove }: { sites: Site[]; onRemove: (id: string) => void }): JSX.Element | null {
  if (sites.length === 0) return null;
  return (
    <ul class="sites">
      {sites.map(({ id, name }) => (
        <li key={id} class="site">
          <bdi>{name}</bdi>
          <Button kind="plain" aria-label={t('options_remove_site', name)} onClick={() => onRemove(id)}>
            {t('options_remove')}
          </Button>
        </li>
      ))}
    </ul>
  );
}

/** A host name out of what a person typed: an address, or a bare name; null if it is neither. */
export function hostTyped(typed: string): string | null {
  const address = typed.includes('://') ? typed.trim() : `https://${typed.trim()}`;
  if (!URL.canParse(address)) return null;
  const { hostname } = new URL(address);
  return hostname.includes('.') || hostname === 'localhost' ? hostname : null;
}

/** Sites that Lede may access without a click. Permissions are granted and revoked here. */
export function RestoredSites({ onSaid }: { onSaid: (said: Said) => void }): JSX.Element {
  const [origins, setOrigins] = useState<string[]>([]);
  const again = () => void grants().then(setOrigins);
  useEffect(again, []);
  const everywhere = origins.some((origin) => origin === ALL_SITES || origin === '<all_urls>');
  const hosts = origins.filter((origin) => origin !== ALL_SITES && origin !== '<all_urls>');
  const all = async (on: boolean) => {
    const done = on ? await askGrant(ALL_SITES) : await dropGrant(ALL_SITES);
    onSaid({ sentence: done ? t('parts_saved') : t('options_not_granted') });
    again();
  };
  return (
    <>
      <label class="check">
        <input type="checkbox" checked={everywhere} onClick={() => void all(!everywhere)} />
        <span>{t('options_restore_all')}</span>
      </label>
      {!everywhere && hosts.length === 0 && <p class="facts">{t('options_restore_none')}</p>}
      <SiteList
        sites={hosts.map((origin) => ({ id: origin, name: origin.replace(/^.*:\/\//, '').replace(/\/\*$/, '') }))}
        onRemove={(origin) => void dropGrant(origin).then(again)}
      />
    </>
  );
}

/** Sites with a correction by the person. */
export function CorrectedSites({
  corrections,
  onChange,
}: {
  corrections: SiteCorrection[];
  onChange: (corrections: SiteCorrection[]) => void;
}): JSX.Element {
  if (corrections.length === 0) return <p class="facts">{t('options_corrections_none')}</p>;
  return (
    <SiteList
      sites={corrections.map(({ site, correction }) => ({
        id: site,
        name: `${site} · ${correctionFacts(correction)}`,
      }))}
      onRemove={(site) => onChange(withCorrection(corrections, site, null))}
    />
  );
}

/** Blocks that stay in all articles of a site. */
export function KeptBlocks({
  blocks,
  onChange,
}: {
  blocks: KeptBlock[];
  onChange: (blocks: KeptBlock[]) => void;
}): JSX.Element {
  if (blocks.length === 0) return <p class="facts">{t('options_blocks_none')}</p>;
  return (
    <SiteList
      sites={blocks.map(({ site, sample }, index) => ({ id: String(index), name: `${site} · ${sample}` }))}
      onRemove={(id) => onChange(blocks.filter((_, index) => String(index) !== id))}
    />
  );
}

/** Sites whose pages are calmed when they open. */
export function CalmSites({ sites, onChange }: { sites: string[]; onChange: (sites: string[]) => void }): JSX.Element {
  const [typed, setTyped] = useState('');
  const [refused, setRefused] = useState(false);
  const add = (event: Event) => {
    event.preventDefault();
    const host = hostTyped(typed);
    setRefused(host === null);
    if (host === null) return;
    setTyped('');
    onChange([...new Set([...sites, host])].sort());
  };
  return (
    <>
      <form class="site-add" onSubmit={add}>
        <input
          class="field"
          dir="ltr"
          value={typed}
          placeholder="example.org"
          aria-label={t('options_calm_add_site')}
          aria-describedby={refused ? 'site-refused' : undefined}
          onInput={({ currentTarget }) => setTyped(currentTarget.value)}
        />
        <Button type="submit">{t('options_add')}</Button>
      </form>
      {refused && (
        <p class="facts" id="site-refused" role="status">
          {t('options_site_unknown')}
        </p>
      )}
      <SiteList
        sites={sites.map((host) => ({ id: host, name: host }))}
        onRemove={(host) => onChange(sites.filter((one) => one !== host))}
      />
    </>
  );
}
