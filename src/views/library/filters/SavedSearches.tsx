/** The searches that a person saved, above the filters: a click searches again. */
import type { JSX } from 'preact';
import { X } from 'lucide';
import { t } from '../../../adapters/i18n/sentences.ts';
import { IconButton } from '../../parts/controls/Button.tsx';

interface Props {
  searches: readonly string[];
  query: string;
  onSearch: (search: string) => void;
  onForget: (search: string) => void;
}

/** Nothing where none is saved. */
export function SavedSearches({ searches, query, onSearch, onForget }: Props): JSX.Element | null {
  if (!searches.length) return null;
  return (
    <section class="facet">
      <h2 class="facts">{t('library_saved_searches')}</h2>
      <ul>
        {searches.map((search) => (
          <li key={search} class="saved-search">
            <button
              type="button"
              class="facet-choice"
              aria-pressed={query.trim() === search}
              onClick={() => onSearch(query.trim() === search ? '' : search)}
            >
              <span class="facet-name" dir="auto">
                {search}
              </span>
            </button>
            <IconButton icon={X} name={t('library_forget_search', search)} onClick={() => onForget(search)} />
          </li>
        ))}
      </ul>
    </section>
  );
}
