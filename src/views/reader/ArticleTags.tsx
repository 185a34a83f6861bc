/** The tags of the article that is read, in a dialog; saved at the end and on leaving. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { ask } from '../../adapters/browser/channel.ts';
import { t } from '../../adapters/i18n/sentences.ts';
import type { Entry } from '../../core/library/records.ts';
import { Button } from '../parts/controls/Button.tsx';
import { Dialog } from '../parts/controls/Dialog.tsx';
import { TagsField } from '../parts/controls/TagsField.tsx';
import { useSaving } from '../parts/notes/use-saving.ts';

/** Rendered while it is open. */
export function ArticleTags({ entry, onClose }: { entry: Entry; onClose: () => void }): JSX.Element {
  const [tags, setTags] = useState(entry.tags);
  const { status, change, save } = useSaving<Pick<Entry, 'tags'>, Entry>(entry, (edit, last) =>
    ask('entry.change', { id: last.id, change: { ...edit, tagsBase: last.tags } }),
  );
  const done = () => void save().then((saved) => saved && onClose());
  return (
    <Dialog title={t('library_tags')} onClose={onClose}>
      <TagsField
        tags={tags}
        onChange={(next) => {
          setTags(next);
          change({ tags: next }, null);
        }}
        onDone={done}
      />
      <p class="facts" role="status">
        {status}
      </p>
      <Button kind="main" onClick={done}>
        {t('parts_done')}
      </Button>
    </Dialog>
  );
}
