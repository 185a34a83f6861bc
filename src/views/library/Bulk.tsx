/** What can be done to all rows that are chosen. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { count, t } from '../../adapters/i18n/sentences.ts';
import { Button } from '../parts/controls/Button.tsx';
import { tagsOf } from '../parts/notes/NoteEditor.tsx';
import type { LibraryActs } from './acts.ts';
import type { Row } from './list/rows.ts';
import { TagsField } from '../parts/controls/TagsField.tsx';

/** What articles can be marked as: read, unread. */
const READ = [true, false];

interface Props {
  rows: Row[];
  acts: LibraryActs;
  /** Opens the sheet that exports what is chosen. */
  onExport: () => void;
  onDone: () => void;
}

/** Rendered while something is chosen. */
export function Bulk({ rows, acts, onExport, onDone }: Props): JSX.Element {
  const [tags, setTags] = useState('');
  const articles = rows.filter((row) => !('note' in row));
  const [only] = articles;
  const tag = (add: boolean) => {
    const named = tagsOf(tags);
    if (!named.length) return;
    acts.tag(rows, add ? named : [], add ? [] : named);
    setTags('');
  };
  return (
    <div class="bulk" role="region" aria-label={t('library_chosen')}>
      <span class="facts">{count('library_chosen', rows.length)}</span>
      <TagsField
        value={tags}
        onInput={setTags}
        onKeyDown={({ key }) => {
          if (key === 'Enter') tag(true);
        }}
      />
      <Button onClick={() => tag(true)}>{t('library_tag_add')}</Button>
      <Button onClick={() => tag(false)}>{t('library_tag_remove')}</Button>
      {READ.filter((to) => articles.some(({ entry }) => (entry.readAt !== undefined) !== to)).map((to) => (
        <Button key={String(to)} onClick={() => acts.setRead(rows, to)}>
          {t(to ? 'library_mark_read' : 'library_mark_unread')}
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
      <Button kind="plain" onClick={onDone}>
        {t('library_choose_none')}
      </Button>
    </div>
  );
}
