/** The field at the foot of popup and panel, which searches the article and its notes. */
import type { JSX } from 'preact';
import { t } from '../../../adapters/i18n/sentences.ts';

/** Escape empties it, Enter and the down arrow go to the first result; `toResults` puts the focus there. */
export function SearchField(props: {
  phrase: string;
  onPhrase: (phrase: string) => void;
  toResults: () => void;
}): JSX.Element {
  const { phrase, onPhrase, toResults } = props;
  return (
    <search class="glance-search">
      <input
        type="search"
        class="field"
        dir="auto"
        value={phrase}
        aria-label={t('glance_search')}
        placeholder={t('glance_search_hint')}
        data-search
        onInput={({ currentTarget }) => onPhrase(currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && phrase) {
            event.preventDefault();
            onPhrase('');
          } else if (event.key === 'ArrowDown' || event.key === 'Enter') {
            event.preventDefault();
            toResults();
          }
        }}
      />
    </search>
  );
}
