/**
 * The versions of a note that were written on several devices or tabs at the same time: all are shown until the person
 * chooses.
 */
import type { JSX } from 'preact';
import { t, when } from '../../../adapters/i18n/sentences.ts';
import { clockParts } from '../../../core/library/clock.ts';
import type { Note } from '../../../core/library/records.ts';
import { Button } from '../controls/Button.tsx';
import './versions.css';

/** Between the words of two places, when both are kept: a paragraph's distance. */
const BETWEEN = '\n\n';

interface Props {
  note: Note;
  now: number;
  /** The words that stay. */
  onSettle: (text: string) => void;
}

/**
 * Latest first, each with its time, each to be kept alone; or all of them, in the order of their writing. Rendered
 * while the note has `alts`.
 */
export function Versions({ note, now, onSettle }: Props): JSX.Element {
  const versions = [...Object.entries(note.alts), [note.clocks.text ?? '', note.text] as const].toSorted(([a], [b]) =>
    a < b ? 1 : -1,
  );
  const all = versions
    .map(([, words]) => words)
    .filter(Boolean)
    .toReversed();
  return (
    <div class="versions" role="group" aria-label={t('parts_versions')}>
      <p class="facts" aria-hidden="true">
        {t('parts_versions')}
      </p>
      <ul class="versions-list">
        {versions.map(([clock, words]) => {
          const ms = clockParts(clock)?.ms;
          return (
            <li key={clock} class="version">
              <p class={words ? 'version-words' : 'version-words facts'} dir="auto" id={`version-${note.id}-${clock}`}>
                {words || t('parts_versions_empty')}
              </p>
              <div class="version-foot">
                {ms !== undefined && (
                  <time class="facts" dateTime={new Date(ms).toISOString()}>
                    {when(ms, now)}
                  </time>
                )}
                <Button aria-describedby={`version-${note.id}-${clock}`} onClick={() => onSettle(words)}>
                  {t('parts_versions_this')}
                </Button>
              </div>
            </li>
          );
        })}
      </ul>
      {all.length > 1 && (
        <Button kind="main" onClick={() => onSettle(all.join(BETWEEN))}>
          {t(all.length === 2 ? 'parts_versions_both' : 'parts_versions_all')}
        </Button>
      )}
    </div>
  );
}
