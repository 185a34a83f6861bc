/** A note: the highlighted text, the person's words, tags and time; edited in place. */
import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { Ellipsis, Link, Pencil, TextQuote, Trash } from 'lucide';
import { direction, t, when } from '../../../adapters/i18n/sentences.ts';
import type { Note, PlaceState } from '../../../core/library/records.ts';
import { linkTo } from '../../../core/library/text-fragment.ts';
import { quotationOf } from '../../../core/library/export/quotation.ts';
import type { Result } from '../../../core/result.ts';
import { IconButton } from '../controls/Button.tsx';
import { colourName } from '../controls/ColourDots.tsx';
import { Menu } from '../controls/Menu.tsx';
import { type Choosing, MayBelong } from './MayBelong.tsx';
import { type NoteEdit, NoteEditor } from './NoteEditor.tsx';
import { Versions } from './Versions.tsx';
import './note-card.css';

interface Props {
  note: Note;
  /** Its state on the page; undefined if that is not known. */
  state?: PlaceState | undefined;
  /** The current text there, if the page was edited. */
  changedTo?: string | undefined;
  lang?: string | undefined;
  /** The article it is of, named where the note is copied as a quotation. */
  source?: { title: string; byline?: string; siteName?: string } | undefined;
  now: number;
  onGo: () => void;
  onSave: (edit: NoteEdit, last: Note) => Promise<Result<Note>>;
  onDelete: () => void;
  /** Keeps these words alone, of those written in several places at the same time. */
  onSettle: (text: string) => void;
  /** Starts choosing a new place for a lost one. */
  onPlace: () => void;
  /** Looks for passages where a lost one may belong; left out where no page is in front. */
  choosing?: Choosing | undefined;
  /** Opens with its editor. */
  startsEditing?: boolean;
}

/** Copies without a message: closing the menu is confirmation enough. */
function copy(text: string): void {
  void navigator.clipboard.writeText(text);
}

/** Its tags and when it was made, with what can be done with it. */
function NoteFoot(props: Pick<Props, 'note' | 'source' | 'now' | 'onDelete'> & { onEdit: () => void }): JSX.Element {
  const { note, source, now, onDelete, onEdit } = props;
  const link = linkTo(note.url, note.quote.exact);
  return (
    <div class="note-foot">
      <span class="note-facts facts">
        {note.tags.map((tag) => (
          <bdi key={tag} class="note-tag">
            #{tag}
          </bdi>
        ))}
        <time dateTime={new Date(note.createdAt).toISOString()}>{when(note.createdAt, now)}</time>
      </span>
      <span class="note-acts">
        <IconButton icon={Pencil} name={t('parts_edit')} data-act="edit" onClick={onEdit} />
        <IconButton icon={Trash} name={t('parts_delete')} data-act="delete" onClick={onDelete} />
        <Menu
          icon={Ellipsis}
          name={t('parts_note_more')}
          lines={[
            { icon: Link, name: t('parts_note_copy_link'), run: () => copy(link) },
            { icon: TextQuote, name: t('parts_note_copy_quote'), run: () => copy(quotationOf(note, source, link)) },
          ]}
        />
      </span>
    </div>
  );
}

/** Says that its passage is gone, and offers to find it a place. */
function LostNote({ onPlace, choosing, lang }: Pick<Props, 'onPlace' | 'choosing' | 'lang'>): JSX.Element {
  return (
    <>
      <p class="note-state facts">
        {t('parts_note_lost')}{' '}
        <button type="button" class="note-place" onClick={onPlace}>
          {t('parts_note_place')}
        </button>
      </p>
      {choosing && <MayBelong choosing={choosing} lang={lang} />}
    </>
  );
}

/** The card. A click on the quote goes to it; a lost one offers to find it a place instead. */
export function NoteCard({
  note,
  state,
  changedTo,
  lang,
  source,
  now,
  choosing,
  startsEditing,
  ...on
}: Props): JSX.Element {
  const { onGo, onSave, onDelete, onSettle, onPlace } = on;
  const [editing, setEditing] = useState(startsEditing ?? false);
  const card = useRef<HTMLLIElement>(null);
  const lost = state === 'lost';
  const divided = Object.keys(note.alts).length > 0;
  const toRow = () => card.current?.querySelector<HTMLElement>('[data-row]')?.focus();
  return (
    <li class={`note mark-${note.colour}`} ref={card} data-note={note.id} data-box>
      <button
        type="button"
        class="note-quote"
        dir="auto"
        data-row
        data-start={note.quote.start}
        onClick={lost ? onPlace : onGo}
        title={colourName(note.colour)}
      >
        {/* With a direction of its own, so that the quote alone says on which side its bar is. */}
        <span class="visually-hidden" dir={direction()}>
          {colourName(note.colour)}:{' '}
        </span>
        <q class="note-words clamped" lang={lang}>
          {note.quote.exact}
        </q>
      </button>
      {editing ? (
        <NoteEditor
          note={note}
          onSave={onSave}
          onDelete={onDelete}
          onDone={() => {
            setEditing(false);
            toRow();
          }}
        />
      ) : (
        <>
          {divided ? (
            <Versions
              note={note}
              now={now}
              onSettle={(text) => {
                toRow();
                onSettle(text);
              }}
            />
          ) : (
            note.text && (
              <p class="note-text" dir="auto">
                {note.text}
              </p>
            )
          )}
          <NoteFoot {...{ note, source, now, onDelete }} onEdit={() => setEditing(true)} />
        </>
      )}
      {state === 'changed' && (
        <p class="note-state facts">{changedTo ? t('parts_note_changed_to', changedTo) : t('parts_note_changed')}</p>
      )}
      {lost && <LostNote {...{ onPlace, choosing, lang }} />}
    </li>
  );
}
