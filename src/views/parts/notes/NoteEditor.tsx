/**
 * Edits a note: its words, tags and colour. Everything is saved at each pause; what cannot be saved stays in the
 * field.
 */
import type { JSX } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Trash } from 'lucide';
import { t } from '../../../adapters/i18n/sentences.ts';
import type { Note } from '../../../core/library/records.ts';
import type { Result } from '../../../core/result.ts';
import { Button, IconButton } from '../controls/Button.tsx';
import { ColourDots } from '../controls/ColourDots.tsx';
import { endsWriting, useSaving } from './use-saving.ts';
import './note-editor.css';
import { TagsField } from '../controls/TagsField.tsx';

/** What an editor changes of a note. */
export type NoteEdit = Partial<Pick<Note, 'text' | 'colour' | 'tags'>>;

interface Props {
  note: Note;
  /** Saves and returns the resulting note. */
  onSave: (edit: NoteEdit, last: Note) => Promise<Result<Note>>;
  onDelete: () => void;
  onDone: () => void;
}

/** The fields; Escape and Ctrl or Cmd with Enter save and end. */
export function NoteEditor({ note, onSave, onDelete, onDone }: Props): JSX.Element {
  const [text, setText] = useState(note.text);
  const [tags, setTags] = useState(note.tags);
  const [colour, setColour] = useState(note.colour);
  const words = useRef<HTMLTextAreaElement>(null);
  const { status, change, save } = useSaving<NoteEdit, Note>(note, onSave);
  const done = async () => {
    if (await save()) onDone();
  };

  // At once, so that no letter typed next goes astray.
  useLayoutEffect(() => {
    const field = words.current;
    field?.focus();
    field?.setSelectionRange(field.value.length, field.value.length);
  }, []);

  const onKeyDown = (event: KeyboardEvent) => {
    if (!endsWriting(event)) return;
    event.preventDefault();
    event.stopPropagation();
    void done();
  };

  return (
    <div class="note-editor" onKeyDown={onKeyDown}>
      <textarea
        ref={words}
        class="field note-editor-words"
        dir="auto"
        rows={3}
        value={text}
        aria-label={t('parts_note_words')}
        placeholder={t('parts_note_words_hint')}
        onInput={({ currentTarget }) => {
          setText(currentTarget.value);
          change({ text: currentTarget.value });
        }}
      />
      <TagsField
        tags={tags}
        onChange={(next, isTyping) => {
          setTags(next);
          if (isTyping) change({ tags: next }, null);
          else change({ tags: next });
        }}
        onDone={() => void done()}
      />
      <div class="note-editor-foot">
        <ColourDots
          name={`colour-${note.id}`}
          colour={colour}
          onChange={(chosen) => {
            setColour(chosen);
            change({ colour: chosen }, 0);
          }}
        />
        <span class="note-editor-status facts" role="status">
          {status}
        </span>
        {/* Saved first: words that are saved after the deletion would bring the note back. */}
        <IconButton icon={Trash} name={t('parts_delete')} onClick={() => void save().then(onDelete)} />
        <Button kind="main" onClick={() => void done()}>
          {t('parts_done')}
        </Button>
      </div>
    </div>
  );
}
