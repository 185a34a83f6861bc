/** Why there is no article, and the one thing a person can do about it. */
import type { JSX } from 'preact';
import { CircleSlash, FileText, Globe, Hand, List, RotateCw } from 'lucide';
import { openPage } from '../../adapters/browser/browser.ts';
import { t } from '../../adapters/i18n/sentences.ts';
import type { FailureKind } from '../../core/result.ts';
import { type Action, Empty } from '../parts/controls/Empty.tsx';
import type { IconNode } from '../parts/controls/Icon.tsx';
import type { Acts } from './acts/acts.ts';

interface Props {
  failure: FailureKind;
  inPanel: boolean;
  acts: Acts;
  /** Looks again; with `anyway` a listing is read too. */
  look: (anyway?: boolean) => void;
}

interface State {
  icon: IconNode;
  key: string;
  action: Action;
  also?: Action;
}

/** One sentence and one action for each reason. */
export function NothingHere({ failure, inPanel, acts, look }: Props): JSX.Element {
  const library = { name: t('glance_open_library'), run: () => void openPage('library/index.html') };
  const again = { name: t('glance_look_again'), run: () => look() };
  const states: Partial<Record<FailureKind, State>> = {
    'no-article': {
      icon: FileText,
      key: 'glance_nothing_no_article',
      action: { name: t('glance_highlight_selection'), run: acts.highlightSelection },
      also: { name: t('correct_pick'), run: acts.pickPart },
    },
    listing: {
      icon: List,
      key: 'glance_nothing_listing',
      action: { name: t('glance_read_anyway'), run: () => look(true) },
      also: { name: t('correct_pick'), run: acts.pickPart },
    },
    'page-closed': { icon: Globe, key: 'glance_nothing_closed', action: library },
    pdf: { icon: FileText, key: 'glance_nothing_pdf', action: library },
    'page-gone': { icon: CircleSlash, key: 'glance_nothing_gone', action: again },
    'not-allowed': inPanel
      ? { icon: Hand, key: 'glance_nothing_not_asked', action: { name: t('glance_follow_tabs'), run: acts.followTabs } }
      : { icon: Hand, key: 'glance_nothing_refused', action: library },
    'too-large': { icon: FileText, key: 'glance_nothing_too_large', action: library },
    restarted: { icon: RotateCw, key: 'glance_nothing_restarted', action: again },
  };
  const state: State = states[failure] ?? {
    icon: CircleSlash,
    key: `failure_${failure.replaceAll('-', '_')}`,
    action: again,
  };
  return <Empty {...state} sentence={t(state.key)} live />;
}
