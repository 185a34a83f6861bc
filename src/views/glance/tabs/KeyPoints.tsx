/** The key points, in the order of the text, each with the section it is from. */
import type { JSX } from 'preact';
import { Check, Highlighter } from 'lucide';
import { t } from '../../../adapters/i18n/sentences.ts';
import type { Digest, OutlineNode } from '../../../core/digest/digest.ts';
import { IconButton } from '../../parts/controls/Button.tsx';
import { Empty } from '../../parts/controls/Empty.tsx';
import { Icon } from '../../parts/controls/Icon.tsx';
import type { Acts } from '../acts/acts.ts';
import type { HighlightPlace } from '../../../messages.ts';
import type { FrontPage } from '../front-page/state.ts';
import './key-points.css';

/** The label of the innermost section that holds a position; undefined outside all. */
export function sectionAt(outline: OutlineNode[], position: number): string | undefined {
  const node = outline.find(({ start, end }) => start <= position && position < end);
  return node && (sectionAt(node.children, position) ?? node.label);
}

interface Props {
  digest: Digest;
  chosenBy: FrontPage['chosenBy'];
  standings: HighlightPlace[];
  lang: string | undefined;
  dir: 'ltr' | 'rtl' | undefined;
  acts: Acts;
}

/** The list; a click goes to the sentence, the pen makes it a highlight. */
export function KeyPoints({ digest, chosenBy, standings, lang, dir, acts }: Props): JSX.Element {
  if (digest.keyPoints.length === 0) return <Empty sentence={t('glance_no_points')} />;
  const marked = (start: number, end: number) =>
    standings.some(({ range }) => range !== null && range.start < end && range.end > start);
  return (
    <>
      {digest.authored && <p class="points-authored facts">{t('glance_points_authored')}</p>}
      {chosenBy !== 'lede' && (
        <p class="points-authored facts" role="status">
          {chosenBy === 'model' ? t('glance_points_model') : t('failure_remote_unreachable')}
        </p>
      )}
      <ol class="points" lang={lang} dir={dir}>
        {digest.keyPoints.map(({ start, end, text }) => {
          const section = sectionAt(digest.outline, start);
          return (
            <li key={start} class="point" data-box>
              <button
                type="button"
                class="point-go"
                data-row
                data-start={start}
                onClick={() => acts.goTo({ start, end })}
              >
                <span class="point-text">{text}</span>
                {section && <span class="point-section facts">{section}</span>}
              </button>
              <span class="point-act">
                {marked(start, end) ? (
                  <span class="point-marked" title={t('glance_is_highlighted')}>
                    <Icon of={Check} name={t('glance_is_highlighted')} />
                  </span>
                ) : (
                  <IconButton
                    icon={Highlighter}
                    name={t('glance_highlight')}
                    data-act="highlight"
                    onClick={() => acts.highlight({ start, end })}
                  />
                )}
              </span>
            </li>
          );
        })}
      </ol>
    </>
  );
}
