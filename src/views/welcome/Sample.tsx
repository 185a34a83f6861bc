/** The sample article: as its page shows it, with its teasers going, and without them. */
import type { JSX, RefObject } from 'preact';
import { count, t } from '../../adapters/i18n/sentences.ts';
import { Button } from '../parts/controls/Button.tsx';
import type { Line } from './sample.ts';

/** Before Lede was asked, while what does not belong goes, and afterwards (with what went shown again). */
export type Stage = 'page' | 'going' | 'article' | 'shown';

interface Props {
  lines: Line[];
  /** The lines that do not belong, and of how many blocks they are. */
  aside: ReadonlySet<string>;
  blocks: number;
  stage: Stage;
  flashing: string | null;
  box: RefObject<HTMLElement | null>;
  onShow: (shown: boolean) => void;
  children?: JSX.Element | null;
}

/** The page with the sample on it. */
export function Sample({ lines, aside, blocks, stage, flashing, box, onShow, children }: Props): JSX.Element {
  const classOf = ({ tag, text }: Line): string => {
    const foreign = stage === 'page' || !aside.has(text) ? '' : stage === 'going' ? ' welcome-going' : ' welcome-aside';
    return `welcome-${tag}${foreign}${flashing === text ? ' welcome-flash' : ''}`;
  };
  return (
    <article class="welcome-page" ref={box}>
      <h3 class="welcome-headline">{t('welcome_sample_title')}</h3>
      {lines.map((line, index) => {
        if (stage === 'article' && aside.has(line.text)) return null;
        const Tag = line.tag === 'h3' ? 'h4' : 'p';
        return (
          <Tag key={line.text} data-line={index} class={classOf(line)}>
            {line.text}
          </Tag>
        );
      })}
      {(stage === 'article' || stage === 'shown') && blocks > 0 && (
        <p class="welcome-line facts" data-lede="line">
          {count('welcome_aside', blocks)}{' '}
          <Button kind="plain" aria-pressed={stage === 'shown'} onClick={() => onShow(stage !== 'shown')}>
            {stage === 'shown' ? t('welcome_hide') : t('welcome_show')}
          </Button>
        </p>
      )}
      {children}
    </article>
  );
}
