/** The key points above the article; each leads to its sentence. */
import type { JSX } from 'preact';
import { t } from '../../adapters/i18n/sentences.ts';
import type { Digest, KeyPoint } from '../../core/digest/digest.ts';

/** Open at first; nothing where there are none. */
export function Points({ glance, onGo }: { glance: Digest; onGo: (point: KeyPoint) => void }): JSX.Element | null {
  if (!glance.keyPoints.length) return null;
  return (
    <details class="reader-points" open>
      <summary>{t(glance.authored ? 'reader_points_authored' : 'reader_points')}</summary>
      <ol>
        {glance.keyPoints.map((point) => (
          <li key={point.start}>
            <button type="button" onClick={() => onGo(point)}>
              {point.text}
            </button>
          </li>
        ))}
      </ol>
    </details>
  );
}
