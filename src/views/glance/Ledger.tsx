/**
 * The removed blocks, first inside the article, then around it, grouped by reason. Each block expands to its whole text
 * and can be restored.
 */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { number, t } from '../../adapters/i18n/sentences.ts';
import type { Glimpse } from '../../adapters/browser/last-read.ts';
import type { BroughtBack, Removal } from '../../core/article/article.ts';
import { byReason } from '../../core/article/removals/told-reason.ts';
import { Button } from '../parts/controls/Button.tsx';
import type { Acts } from './acts/acts.ts';
import './ledger.css';

/** Blocks around the article are shown up to this many. */
const BESIDE_MOST = 100;

interface Line {
  key: string;
  text: string;
  act: string;
  run: () => void;
  /** Whether similar blocks are kept on the whole site, and the function that changes this. */
  onSite?: { on: boolean; change: (on: boolean) => void };
}

/** One block: its words, cut to two lines until they are clicked, and what can be done with it. */
function LedgerLine({ line, lang }: { line: Line; lang: string | undefined }): JSX.Element {
  const { text, act, run, onSite } = line;
  const [whole, setWhole] = useState(false);
  return (
    <li class="ledger-line">
      <button
        type="button"
        class={whole ? 'ledger-text ledger-whole' : 'ledger-text clamped'}
        dir="auto"
        lang={lang}
        aria-expanded={whole}
        onClick={() => setWhole(!whole)}
      >
        {text}
      </button>
      <span class="ledger-acts">
        <button type="button" class="ledger-act" aria-label={`${act}: ${text}`} onClick={run}>
          {act}
        </button>
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
      </span>
    </li>
  );
}

function Group({ name, lines, lang }: { name: string; lines: Line[]; lang: string | undefined }): JSX.Element {
  return (
    <div class="ledger-group">
      <h3 class="ledger-reason facts">
        <span>{name}</span> {lines.length > 1 && <span class="ledger-count">{number(lines.length)}</span>}
      </h3>
      <ul class="ledger-lines">
        {lines.map((line) => (
          <LedgerLine key={line.key} line={line} lang={lang} />
        ))}
      </ul>
    </div>
  );
}

interface Props {
  glimpse: Glimpse;
  broughtBack: BroughtBack[];
  acts: Acts;
}

type Indexed = Removal & { index: number };

/** The ledger. Blocks around the article (menus, sharing) wait behind one line. */
export function Ledger({ glimpse, broughtBack, acts }: Props): JSX.Element {
  const { removed, lang } = glimpse;
  const all = removed.map((removal, index): Indexed => ({ ...removal, index }));
  const inside = all.filter((removal) => removal.inside);
  const beside = all.filter((removal) => !removal.inside);
  const lineOf = ({ text, start, index }: Indexed): Line => ({
    key: `${start}-${text.slice(0, 60)}`,
    text,
    act: t('glance_bring_back'),
    run: () => acts.bringBack([index]),
  });
  const groups = (removals: Indexed[]) =>
    byReason(removals).map(({ reason, removals: same }) => (
      <Group
        key={reason}
        name={reason === null ? t('reason_unsure') : t(`reason_${reason.replaceAll('-', '_')}`)}
        lines={same.map(lineOf)}
        lang={lang}
      />
    ));
  const back = broughtBack.map((block): Line => {
    const { text, shape, onSite } = block;
    return {
      key: text,
      text,
      act: t('glance_set_aside_again'),
      run: () => acts.setAside(text),
      // Without a class or id such a block cannot be told from the article, so it is restored only here.
      ...(shape === null ? {} : { onSite: { on: onSite, change: (on: boolean) => acts.keepOnSite(block, on) } }),
    };
  });
  return (
    <section id="ledger" class="ledger arrives" aria-label={t('glance_ledger')}>
      {inside.length > 0 && (
        <section class="ledger-inside">
          <h2 class="ledger-head facts">
            <span>{t('glance_inside', number(inside.length))}</span>
            {inside.length > 1 && (
              <Button kind="plain" onClick={() => acts.bringBack(inside.map(({ index }) => index))}>
                {t('glance_bring_all_back')}
              </Button>
            )}
          </h2>
          {groups(inside)}
        </section>
      )}
      {back.length > 0 && <Group name={t('glance_is_back')} lines={back} lang={lang} />}
      {beside.length > 0 && (
        <details class="ledger-beside" open={inside.length + back.length === 0}>
          <summary class="ledger-head facts">{t('glance_beside', number(beside.length))}</summary>
          {groups(beside.slice(0, BESIDE_MOST))}
        </details>
      )}
    </section>
  );
}
