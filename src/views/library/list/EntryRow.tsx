/** One article of the library: its title, where and when, its tags, and the addresses it was met at. */
import type { JSX } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Archive, Circle, CircleCheck, Ellipsis, ExternalLink, Pencil, Send, Star, Trash } from 'lucide';
import { count, percent, t, when } from '../../../adapters/i18n/sentences.ts';
import { IconButton } from '../../parts/controls/Button.tsx';
import { Menu } from '../../parts/controls/Menu.tsx';
import { EntryEditor } from '../EntryEditor.tsx';
import type { LibraryActs } from '../acts.ts';
import { shortHost } from '../../../core/library/address/host.ts';
import { OtherSite } from './OtherSite.tsx';
import type { Row } from './rows.ts';
import { useShareRead } from './share-read.ts';
import './entry.css';

interface Props {
  row: Extract<Row, { notes: number }>;
  acts: LibraryActs;
  now: number;
}

/** A click on the title opens the saved article; title and tags are edited in place. */
export function EntryRow({ row, acts, now }: Props): JSX.Element {
  const { entry, notes } = row;
  const [editing, setEditing] = useState(false);
  const title = useRef<HTMLButtonElement>(null);
  const read = entry.readAt !== undefined;
  const [favourite, archived] = [entry.favouriteAt !== undefined, entry.archivedAt !== undefined];
  const share01 = useShareRead(entry);
  const others = entry.aliases.filter((alias) => shortHost(alias) !== shortHost(entry.url));
  const edited = useRef(false);
  useLayoutEffect(() => {
    if (edited.current && !editing) title.current?.focus();
    edited.current = editing;
  }, [editing]);
  if (editing) {
    return (
      <article class="entry">
        <EntryEditor entry={entry} onDone={() => setEditing(false)} />
      </article>
    );
  }
  return (
    <article class="entry">
      <h2 class="entry-title">
        <button
          ref={title}
          type="button"
          class="entry-open clamped"
          lang={entry.lang}
          dir="auto"
          onClick={() => acts.open(row)}
        >
          {entry.title || entry.url}
        </button>
      </h2>
      <p class="facts entry-facts">
        <bdi>{entry.siteName ?? shortHost(entry.url)}</bdi> · {when(entry.addedAt, now)}
        {notes > 0 && ` · ${count('library_notes', notes)}`}
        {share01 !== null && ` · ${t('library_read_share', percent(share01))}`}
        {entry.tags.flatMap((tag) => [
          ' ',
          <bdi key={tag} class="note-tag">
            #{tag}
          </bdi>,
        ])}
      </p>
      {others.map((alias) => (
        <OtherSite key={alias} row={row} alias={alias} acts={acts} />
      ))}
      <span class="entry-acts">
        <IconButton
          icon={Star}
          name={t(favourite ? 'library_unfavourite' : 'library_favourite')}
          aria-pressed={favourite}
          data-act="favourite"
          onClick={() => acts.mark([row], 'favouriteAt', !favourite)}
        />
        <IconButton
          icon={read ? CircleCheck : Circle}
          name={t(read ? 'library_mark_unread' : 'library_mark_read')}
          aria-pressed={read}
          onClick={() => acts.mark([row], 'readAt', !read)}
        />
        <IconButton icon={Pencil} name={t('parts_edit')} data-act="edit" onClick={() => setEditing(true)} />
        <Menu
          icon={Ellipsis}
          name={t('parts_note_more')}
          lines={[
            { icon: ExternalLink, name: t('library_open_page'), run: () => acts.openPage(row) },
            {
              icon: Archive,
              name: t(archived ? 'library_unarchive' : 'library_archive'),
              run: () => acts.mark([row], 'archivedAt', !archived),
            },
            { icon: Send, name: t('library_obsidian'), run: () => acts.toObsidian(row) },
            { icon: Trash, name: t('parts_delete'), run: () => acts.remove([row]) },
          ]}
        />
      </span>
    </article>
  );
}
