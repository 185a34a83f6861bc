/** The field for tags, separated by commas: of a note, of an article, of many chosen at once. */
import type { JSX } from 'preact';
import { t } from '../../../adapters/i18n/sentences.ts';

interface Props {
  value: string;
  onInput: (value: string) => void;
  onKeyDown?: (event: KeyboardEvent) => void;
}

/** One line of text; `tagsOf` takes it apart. */
export function TagsField({ value, onInput, onKeyDown }: Props): JSX.Element {
  return (
    <input
      class="field"
      dir="auto"
      value={value}
      aria-label={t('parts_note_tags')}
      placeholder={t('parts_note_tags_hint')}
      onInput={({ currentTarget }) => onInput(currentTarget.value)}
      {...(onKeyDown ? { onKeyDown } : {})}
    />
  );
}
