/** What was set aside, one line a block: why, what it says, and the way back. */
import type { JSX } from 'preact';
import { count, t } from '../../../adapters/words.ts';
import { Button } from '../Button.tsx';
import type { Acts } from './acts.ts';
import type { Glimpse } from '../../../adapters/last-read.ts';
import './ledger.css';

/** Blocks beside the article are shown up to this many. */
const BESIDE_MOST = 100;

interface Line {
  text: string;
  reason: string;
  act: string;
  run: () => void;
}

function Lines({ lines, lang }: { lines: Line[]; lang: string | undefined }): JSX.Element {
  return (
    <ul class="ledger-lines">
      {lines.map(({ text, reason, act, run }, index) => (
        <li key={`${index}-${text.slice(0, 40)}`} class="ledger-line">
          <span class="ledger-reason facts">{reason}</span>
          <span class="ledger-text" dir="auto" lang={lang} title={text}>
            {text}
          </span>
          <button type="button" class="ledger-act" aria-label={`${act}: ${text}`} onClick={run}>
            {act}
          </button>
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
  broughtBack: string[];
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
  const back = broughtBack.map((text) => ({
    text,
    reason: t('glance_is_back'),
    act: t('glance_set_aside_again'),
    run: () => acts.setAside(text),
  }));
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
