/**
 * The key points above the article: the three most important, and the others at a click. Each links to its sentence.
 * Without key points, a sentence says so.
 */
import type { JSX } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { number, t } from '../../adapters/i18n/sentences.ts';
import type { Digest, KeyPoint } from '../../core/digest/digest.ts';

/** Points that are shown at first. */
const FEW = 3;
/** A text of fewer minutes is read as quickly as its points, so these stay collapsed. */
const SHORT_MINUTES = 3;

/** The points that say most, in the order of the text. */
export function mainPoints(points: readonly KeyPoint[], most: number): KeyPoint[] {
  const best = new Set(points.toSorted((a, b) => b.score01 - a.score01).slice(0, most));
  return points.filter((point) => best.has(point));
}

/** The key points above the article, collapsed for a short text. */
export function Points({ glance, onGo }: { glance: Digest; onGo: (point: KeyPoint) => void }): JSX.Element {
  const [all, setAll] = useState(false);
  const { keyPoints, authored, minutes } = glance;
  const few = useMemo(() => (authored ? keyPoints : mainPoints(keyPoints, FEW)), [keyPoints, authored]);
  if (!keyPoints.length) return <p class="reader-points reader-points-none">{t('glance_no_points')}</p>;
  const more = keyPoints.length - few.length;
  return (
    <details class="reader-points" open={minutes >= SHORT_MINUTES}>
      <summary>{t(authored ? 'reader_points_authored' : 'reader_points')}</summary>
      <ol>
        {(all ? keyPoints : few).map((point) => (
          <li key={point.start}>
            <button type="button" onClick={() => onGo(point)}>
              {point.text}
            </button>
          </li>
        ))}
      </ol>
      {more > 0 && (
        <button type="button" class="reader-points-more" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('library_fewer') : t('reader_points_more', number(more))}
        </button>
      )}
    </details>
  );
}
