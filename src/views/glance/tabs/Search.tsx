/** What a phrase was found in: the article and its notes. */
import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Glimpse } from '../../../adapters/browser/last-read.ts';
import { count, t } from '../../../adapters/i18n/sentences.ts';
import { around, find, searchable } from '../../../core/article/find.ts';
import type { Note } from '../../../core/library/records.ts';
import { Empty } from '../../parts/controls/Empty.tsx';
import type { Acts } from '../acts/acts.ts';
import './search.css';

/** Places shown; beyond them a person types on. */
const PLACES_MOST = 100;
/** Code units of the text shown on each side of what was found. */
const REACH = 60;

interface Props {
  phrase: string;
  glimpse: Glimpse | null;
  notes: Note[];
  acts: Acts;
}

/** Notes whose quote, text or tags contain the phrase. */
export function notesWith(notes: Note[], phrase: string): Note[] {
  return notes.filter(({ quote, text, tags }) => {
    return find(searchable([quote.exact, text, ...tags].join('\n')), phrase, 1).length > 0;
  });
}

/** The list of places; a click goes there. */
export function Search({ phrase, glimpse, notes, acts }: Props): JSX.Element {
  const ready = useMemo(() => searchable(glimpse?.text ?? ''), [glimpse?.text]);
  const places = useMemo(() => find(ready, phrase, PLACES_MOST), [ready, phrase]);
  const noted = useMemo(() => notesWith(notes, phrase), [notes, phrase]);
  const text = glimpse?.text ?? '';
  return (
    <div class="search">
      <p class="visually-hidden" role="status">
        {count('glance_found', places.length + noted.length)}
      </p>
      {places.length + noted.length === 0 && <Empty sentence={t('glance_found_none', phrase)} />}
      {noted.length > 0 && (
        <section aria-label={t('glance_notes')}>
          <h2 class="search-head facts">{t('glance_notes')}</h2>
          <ul>
            {noted.map((note) => (
              <li key={note.id}>
                <button
                  type="button"
                  class={`search-place search-note mark-${note.colour}`}
                  data-row
                  onClick={() => acts.goToNote(note)}
                >
                  <bdi>{note.text || note.quote.exact}</bdi>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      {places.length > 0 && (
        <section aria-label={t('glance_article')}>
          <h2 class="search-head facts">{t('glance_article')}</h2>
          <ul lang={glimpse?.lang} dir={glimpse?.dir}>
            {places.map((place) => {
              const [before, found, after] = around(text, place, REACH);
              return (
                <li key={place.start}>
                  <button type="button" class="search-place" data-row onClick={() => acts.goTo(place)}>
                    {before}
                    <mark>{found}</mark>
                    {after}
                  </button>
                </li>
              );
            })}
          </ul>
        </section>
      )}
    </div>
  );
}
