/** The part below the library's header: old highlights, actions on the selection, and the list. */
import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { BookOpen } from 'lucide';
import { t } from '../../adapters/i18n/sentences.ts';
import { Empty } from '../parts/controls/Empty.tsx';
import type { LibraryActs } from './acts.ts';
import { Bulk } from './Bulk.tsx';
import type { Library } from './hooks/use-library.ts';
import type { Rows } from './hooks/use-rows.ts';
import type { Selection } from './hooks/use-selection.ts';
import { List } from './list/List.tsx';
import { Review } from './Review.tsx';

interface Props {
  library: Library;
  list: Rows;
  selection: Selection;
  acts: LibraryActs;
  query: string;
  onQuery: (query: string) => void;
  /** Whether the person wants old highlights to be shown again. */
  reviews: boolean;
  onExport: () => void;
}

/** The list and its company. */
export function LibraryList(props: Props): JSX.Element {
  const { library, list, selection, acts, query, onQuery, reviews, onExport } = props;
  const { shelves, whole, total } = library;
  const { rows, isSearch, onWrite } = list;
  const { active, chosen, chosenRows, editing } = selection;
  // The same rows are not drawn again for every letter typed.
  const drawn = useMemo(
    () => (
      <List
        {...{ rows, query, active, chosen, editing, acts, onWrite }}
        onActive={selection.setActive}
        onChoose={selection.choose}
        onEdit={selection.setEditing}
      />
    ),
    [rows, query, active, chosen, editing],
  );
  return (
    <>
      {reviews && !isSearch && whole && <Review shelves={shelves ?? []} acts={acts} />}
      {chosenRows.length > 0 && <Bulk rows={chosenRows} acts={acts} onExport={onExport} onDone={selection.clear} />}
      {whole && shelves?.length === 0 && (
        <Empty icon={BookOpen} sentence={t('library_empty')} more={t('library_empty_more')} />
      )}
      {whole && total > 0 && rows.length === 0 && (
        <Empty
          sentence={t('library_none_found')}
          action={
            // Without a search, an empty list means that everything is archived.
            query.trim()
              ? { name: t('library_clear'), run: () => onQuery('') }
              : { name: t('library_is_archived'), run: () => onQuery('is:archived') }
          }
        />
      )}
      {rows.length > 0 && drawn}
    </>
  );
}
