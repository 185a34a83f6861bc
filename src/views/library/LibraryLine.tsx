/** The line above the list: the count, the order, and the button that saves the search. */
import type { JSX } from 'preact';
import { Bookmark } from 'lucide';
import { count, t } from '../../adapters/i18n/sentences.ts';
import { Button } from '../parts/controls/Button.tsx';
import type { Library } from './hooks/use-library.ts';
import type { Rows } from './hooks/use-rows.ts';
import { SORTS, type Sort } from './list/rows.ts';

interface Props {
  library: Library;
  list: Rows;
  /** Keeps what is searched for; null if it is kept already, too long, or one too many. */
  onKeep: (() => void) | null;
}

/** One line. Search results are sorted by relevance. */
export function LibraryLine({ library, list, onKeep }: Props): JSX.Element {
  const { shelves, whole, total, ready } = library;
  const { rows, entries, isSearch, sort, setSort } = list;
  return (
    <div class="library-line">
      <p class="facts" role="status">
        {shelves && count('library_count', whole || isSearch ? entries : total)}
        {!ready && shelves && ` · ${t('library_indexing')}`}
      </p>
      {isSearch && rows.length > 0 && onKeep && (
        <Button kind="plain" icon={Bookmark} onClick={onKeep}>
          {t('library_save_search')}
        </Button>
      )}
      {!isSearch && (
        <label class="library-sort facts">
          {t('library_sort')}{' '}
          <select value={sort} onChange={({ currentTarget }) => setSort(sortOf(currentTarget.value))}>
            {SORTS.filter((one) => one !== 'best').map((one) => (
              <option key={one} value={one}>
                {t(`library_sort_${one}`)}
              </option>
            ))}
          </select>
        </label>
      )}
    </div>
  );
}

function sortOf(value: string): Sort {
  return SORTS.find((one) => one === value) ?? 'changed';
}
