/** The head of popup and panel: title, facts, the two actions, what was set aside, the menu. */
import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import {
  BookOpen,
  Bookmark,
  BookmarkCheck,
  ChevronDown,
  Copy,
  Download,
  Ellipsis,
  Keyboard,
  Leaf,
  Library,
  ListTree,
  PanelRight,
  Settings2,
  SlidersHorizontal,
} from 'lucide';
import { openPage } from '../../adapters/browser/browser.ts';
import { count, t } from '../../adapters/i18n/sentences.ts';
import { correctionLines } from '../parts/correction.ts';
import { factsOf } from '../parts/facts.ts';
import { Button, IconButton } from '../parts/controls/Button.tsx';
import { Icon } from '../parts/controls/Icon.tsx';
import { Menu, type MenuLine } from '../parts/controls/Menu.tsx';
import type { Acts } from './acts/acts.ts';
import type { FrontPage } from './front-page/state.ts';
import './header.css';

interface Props {
  page: FrontPage;
  acts: Acts;
  inPanel: boolean;
  ledgerOpen: boolean;
  onLedger: () => void;
  /** Pages of this site are calmed when they open. */
  calmAlways: boolean;
  onCalmAlways: (on: boolean) => void;
  oneTree: boolean;
  onOneTree: (on: boolean) => void;
  onKeys: () => void;
}

/** The head. */
export function Header({
  page,
  acts,
  inPanel,
  ledgerOpen,
  onLedger,
  calmAlways,
  onCalmAlways,
  oneTree,
  onOneTree,
  onKeys,
}: Props): JSX.Element {
  const { glimpse, tab } = page;
  const isSaved = page.saved !== null && page.saved.entry.archivedAt === undefined;
  const aside = glimpse?.removed.filter(({ inside }) => inside).length ?? 0;
  const back = page.broughtBack.length;
  const hasLedger = back > 0 || (glimpse?.removed.length ?? 0) > 0;
  const facts = useMemo(() => (glimpse ? factsOf(glimpse) : []), [glimpse]);
  const lines: MenuLine[] = [
    ...(glimpse
      ? [
          { icon: ListTree, name: t('glance_one_tree'), on: oneTree, run: () => onOneTree(!oneTree) },
          { icon: Leaf, name: t('glance_calm_always'), on: calmAlways, run: () => onCalmAlways(!calmAlways) },
          { icon: Copy, name: t('glance_copy'), run: acts.copyMarkdown },
          { icon: Download, name: t('glance_export'), run: acts.exportMarkdown },
        ]
      : []),
    ...(inPanel ? [] : [{ icon: PanelRight, name: t('glance_open_panel'), run: acts.openPanel }]),
    { icon: Library, name: t('glance_library'), run: () => void openPage('library/index.html') },
    { icon: Keyboard, name: t('parts_keys'), run: onKeys },
    { icon: Settings2, name: t('glance_options'), run: () => void openPage('options/index.html') },
  ];
  return (
    <header class="head">
      <div class="head-line">
        <h1 class="head-title clamped" dir="auto" lang={glimpse?.lang} title={glimpse?.title ?? tab?.title}>
          {glimpse?.title ?? tab?.title ?? t('app_name')}
        </h1>
        {glimpse && (
          <IconButton
            icon={isSaved ? BookmarkCheck : Bookmark}
            name={t(isSaved ? 'glance_saved' : 'command_save')}
            disabled={isSaved}
            onClick={acts.saveForLater}
          />
        )}
        <Menu icon={Ellipsis} name={t('glance_more')} lines={lines} />
      </div>
      {glimpse && (
        <p class="head-facts facts">
          {facts.map((fact) => (
            <span key={fact} class="head-fact">
              <bdi>{fact}</bdi>
            </span>
          ))}
        </p>
      )}
      {glimpse?.nextUrl !== undefined && (
        <button type="button" class="head-parts facts" onClick={acts.openReader}>
          {t('glance_parts')}
        </button>
      )}
      {glimpse && (
        <div class="head-acts">
          <Button kind="main" icon={BookOpen} onClick={acts.openReader}>
            {t('glance_read')}
          </Button>
          <Button icon={Leaf} aria-pressed={page.calm} onClick={() => acts.calm(!page.calm)}>
            {t('glance_calm')}
          </Button>
          <span class="head-aside">
            {hasLedger && (
              <button
                type="button"
                class="head-ledger"
                aria-expanded={ledgerOpen}
                aria-controls="ledger"
                onClick={onLedger}
              >
                {aside === 0 && back > 0 ? count('glance_back', back) : count('glance_set_aside', aside)}
                <Icon of={ChevronDown} />
              </button>
            )}
            <span class="head-correct">
              <Menu
                icon={SlidersHorizontal}
                name={t('correct_title')}
                lines={correctionLines({ correction: page.correction, correct: acts.correct, pickPart: acts.pickPart })}
              />
            </span>
          </span>
        </div>
      )}
    </header>
  );
}
