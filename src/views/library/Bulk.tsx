/** Actions on all selected rows. */
import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { count, t } from '../../adapters/i18n/sentences.ts';
import { Button } from '../parts/controls/Button.tsx';
import type { LibraryActs } from './acts.ts';
import { focusList } from './hooks/use-kept-focus.ts';
import type { Row } from './list/rows.ts';
import { TagsField } from '../parts/controls/TagsField.tsx';

/** Marks that can be set and cleared. */
const ON_AND_OFF = [true, false];

interface Props {
  rows: Row[];
  acts: LibraryActs;
  /** Opens the sheet that exports what is chosen. */
  onExport: () => void;
  onDone: () => void;
}

/** Rendered while something is chosen. */
export function Bulk({ rows, acts, onExport, onDone }: Props): JSX.Element {
  const [tags, setTags] = useState<string[]>([]);
  const [round, setRound] = useState(0);
  const bar = useRef<HTMLDivElement>(null);
  const articles = rows.filter((row) => !('note' in row));
  const [only] = articles;
  /** Without a tag yet, goes to the field that wants one. */
  const tag = (add: boolean) => {
    if (!tags.length) {
      bar.current?.querySelector<HTMLInputElement>('[role=combobox]')?.focus();
      return;
    }
    acts.tag(rows, add ? tags : [], add ? [] : tags);
    setTags([]);
    setRound(round + 1);
  };
  /** Escape leaves the bar for the list, where it clears the selection; on the button that clears, it clears. */
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return;
    if (event.target instanceof Element && event.target.closest('[data-act=clear]')) return;
    event.preventDefault();
    event.stopPropagation();
    focusList(document);
  };
  return (
    <div ref={bar} class="bulk" role="region" aria-label={t('library_chosen')} onKeyDown={onKeyDown}>
      <span class="facts">{count('library_chosen', rows.length)}</span>
      <TagsField key={round} tags={tags} onChange={setTags} onDone={() => tag(true)} />
      <Button onClick={() => tag(true)}>{t('library_tag_add')}</Button>
      <Button onClick={() => tag(false)}>{t('library_tag_remove')}</Button>
      {ON_AND_OFF.filter((to) => articles.some(({ entry }) => (entry.readAt !== undefined) !== to)).map((to) => (
        <Button key={String(to)} onClick={() => acts.mark(rows, 'readAt', to)}>
          {t(to ? 'library_mark_read' : 'library_mark_unread')}
        </Button>
      ))}
      {ON_AND_OFF.filter((to) => articles.some(({ entry }) => (entry.archivedAt !== undefined) !== to)).map((to) => (
        <Button key={String(to)} onClick={() => acts.mark(rows, 'archivedAt', to)}>
          {t(to ? 'library_archive' : 'library_unarchive')}
        </Button>
      ))}
      <Button onClick={onExport}>{t('library_export_chosen')}</Button>
      {only && rows.length === 1 && <Button onClick={() => acts.toObsidian(only)}>{t('library_obsidian')}</Button>}
      <Button
        kind="danger"
        onClick={() => {
          acts.remove(rows);
          onDone();
        }}
      >
        {t('parts_delete')}
      </Button>
      <Button kind="plain" data-act="clear" onClick={onDone}>
        {t('library_choose_none')}
      </Button>
    </div>
  );
}
