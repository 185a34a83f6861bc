/**
 * Edits the title and the tags of an article in place. Both are saved as one step, at the end or on leaving; text that
 * cannot be saved stays in the field.
 */
import type { JSX } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { ask } from '../../adapters/browser/channel.ts';
import { t } from '../../adapters/i18n/sentences.ts';
import type { Entry } from '../../core/library/records.ts';
import { Button } from '../parts/controls/Button.tsx';
import { endsWriting, useSaving } from '../parts/notes/use-saving.ts';
import { TagsField } from '../parts/controls/TagsField.tsx';

type EntryEdit = Partial<Pick<Entry, 'title' | 'tags'>>;

/** The fields; Enter and Escape save and close. An empty title restores the previous one. */
export function EntryEditor({ entry, onDone }: { entry: Entry; onDone: () => void }): JSX.Element {
  const [title, setTitle] = useState(entry.title);
  const [tags, setTags] = useState(entry.tags);
  const field = useRef<HTMLInputElement>(null);
  const { status, change, save } = useSaving<EntryEdit, Entry>(entry, (edit, last) =>
    ask('entry.change', { id: last.id, change: { ...edit, ...(edit.tags ? { tagsBase: last.tags } : {}) } }),
  );
  const done = async () => {
    if (await save()) onDone();
  };
  // At once, so that no letter typed next goes astray.
  useLayoutEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);

  const onKeyDown = (event: KeyboardEvent) => {
    if (!endsWriting(event, event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    event.stopPropagation();
    void done();
  };

  return (
    <div class="entry-editor" onKeyDown={onKeyDown}>
      <input
        ref={field}
        class="field"
        dir="auto"
        lang={entry.lang}
        value={title}
        aria-label={t('library_entry_title')}
        onInput={({ currentTarget }) => {
          setTitle(currentTarget.value);
          change({ title: currentTarget.value.trim() || entry.title }, null);
        }}
      />
      <TagsField
        tags={tags}
        onChange={(next) => {
          setTags(next);
          change({ tags: next }, null);
        }}
        onDone={() => void done()}
      />
      <div class="entry-editor-foot">
        <span class="facts" role="status">
          {status}
        </span>
        <Button kind="main" onClick={() => void done()}>
          {t('parts_done')}
        </Button>
      </div>
    </div>
  );
}
