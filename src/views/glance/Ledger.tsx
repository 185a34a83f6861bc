/** What was set aside, one line a block: why, what it says, and the way back. */
import type { JSX } from 'preact';
import { count, t } from '../../adapters/i18n/sentences.ts';
import { Button } from '../parts/controls/Button.tsx';
import type { Acts } from './acts.ts';
import type { BroughtBack } from '../../core/article/article.ts';
import type { Glimpse } from '../../adapters/browser/last-read.ts';
import './ledger.css';

/** Blocks beside the article are shown up to this many. */
const BESIDE_MOST = 100;

interface Line {
  text: string;
  reason: string;
  act: string;
  run: () => void;
  /** Whether blocks of this make are kept on the whole site, and what changes that. */
  onSite?: { on: boolean; change: (on: boolean) => void };
}

function Lines({ lines, lang }: { lines: Line[]; lang: string | undefined }): JSX.Element {
  return (
    <ul class="ledger-lines">
      {lines.map(({ text, reason, act, run, onSite }, index) => (
        <li key={`${index}-${text.slice(0, 40)}`} class="ledger-line">
          <span class="ledger-reason facts">{reason}</span>
          <span class="ledger-text" dir="auto" lang={lang} title={text}>
            {text}
          </span>
          <span class="ledger-acts">
            {onSite && (
              <button
                type="button"
                class="ledger-act ledger-site"
                aria-pressed={onSite.on}
                aria-label={`${t('glance_keep_on_site')}: ${text}`}
                onClick={() => onSite.change(!onSite.on)}
              >
                {t('glance_keep_on_site')}
              </button>
            )}
            <button type="button" class="ledger-act" aria-label={`${act}: ${text}`} onClick={run}>
              {act}
            </button>
          </span>
        </li>
      ))}
    </ul>
  );
}

/** The ledger. Blocks inside the article stand first; those around it (menus, sharing) wait behind one line. */
export function Ledger({
  glimpse,
  broughtBack,
  acts,
}: {
  glimpse: Glimpse;
  broughtBack: BroughtBack[];
  acts: Acts;
}): JSX.Element {
  const all = glimpse.removed.map((removal, index) => ({ ...removal, index }));
  const inside = all.filter((removal) => removal.inside);
  const beside = all.filter((removal) => !removal.inside);
  const line = ({ text, reason, index }: (typeof all)[number]): Line => ({
    text,
    reason: t(`reason_${reason.replaceAll('-', '_')}`),
    act: t('glance_bring_back'),
    run: () => acts.bringBack([index]),
  });
  const back = broughtBack.map((block): Line => {
    const { text, shape, onSite } = block;
    return {
      text,
      reason: t('glance_is_back'),
      act: t('glance_set_aside_again'),
      run: () => acts.setAside(text),
      // Without a name of its own nothing tells such a block from the article: it comes back here alone.
      ...(shape === null ? {} : { onSite: { on: onSite, change: (on: boolean) => acts.keepOnSite(block, on) } }),
    };
  });
  return (
    <section id="ledger" class="ledger arrives" aria-label={t('glance_ledger')}>
      <Lines lines={[...inside.map(line), ...back]} lang={glimpse.lang} />
      {beside.length > 0 && (
        <details class="ledger-beside">
          <summary class="facts">{count('glance_beside', beside.length)}</summary>
          <Lines lines={beside.slice(0, BESIDE_MOST).map(line)} lang={glimpse.lang} />
        </details>
      )}
      {inside.length > 1 && (
        <footer class="ledger-foot">
          <Button kind="plain" onClick={() => acts.bringBack(inside.map(({ index }) => index))}>
            {t('glance_bring_all_back')}
          </Button>
        </footer>
      )}
    </section>
  );
}
