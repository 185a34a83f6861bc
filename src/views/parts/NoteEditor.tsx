/** Edits a note: its words, tags and colour. Everything is saved at each pause; what cannot be saved stays in the field. */
import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Trash } from 'lucide';
import { t } from '../../adapters/words.ts';
import type { Note } from '../../core/library/records.ts';
import type { Result } from '../../core/result.ts';
import { Button, IconButton } from './Button.tsx';
import { ColourDots } from './ColourDots.tsx';
import { failureSentence } from './failure-sentence.ts';
import './note-editor.css';

/** What an editor changes of a note. */
export type NoteEdit = Partial<Pick<Note, 'text' | 'colour' | 'tags'>>;

interface Props {
  note: Note;
  /** Saves and answers the note as it stands then. */
  onSave: (edit: NoteEdit, last: Note) => Promise<Result<Note>>;
  onDelete: () => void;
  onDone: () => void;
}

/** What is still to be saved, upon which note, and the saving under way (true: it worked). */
interface Work {
  last: Note;
  edit: NoteEdit;
  timer: number;
  running: Promise<boolean>;
}

/** A pause in typing after which what stands there is saved. */
const PAUSE_MS = 400;
/** Between tags: a comma of any script. */
const COMMA = /\s*[,،，、;；]\s*/;

/** The tags in what a person typed, in order, each once. */
export function tagsOf(typed: string): string[] {
  return [...new Set(typed.split(COMMA).map((tag) => tag.trim().replace(/^#/, '')))].filter(Boolean);
}

/** The fields; Escape and Ctrl or Cmd with Enter save and end. */
export function NoteEditor({ note, onSave, onDelete, onDone }: Props): JSX.Element {
  const [text, setText] = useState(note.text);
  const [tags, setTags] = useState(note.tags.join(', '));
  const [colour, setColour] = useState(note.colour);
  const [status, setStatus] = useState('');
  const words = useRef<HTMLTextAreaElement>(null);
  const work = useRef<Work>({ last: note, edit: {}, timer: 0, running: Promise.resolve(true) });

  const save = (): Promise<boolean> => {
    const it = work.current;
    clearTimeout(it.timer);
    // One at a time, so that each is based on the answer of the one before.
    it.running = it.running.then(async () => {
      const { edit } = it;
      if (Object.keys(edit).length === 0) return true;
      it.edit = {};
      const answer = await onSave(edit, it.last);
      if (answer.ok) it.last = answer.value;
      else it.edit = { ...edit, ...it.edit };
      setStatus(answer.ok ? t('parts_saved') : failureSentence(answer.error));
      return answer.ok;
    });
    return it.running;
  };
  const change = (edit: NoteEdit, pauseMs = PAUSE_MS) => {
    const it = work.current;
    it.edit = { ...it.edit, ...edit };
    setStatus('');
    clearTimeout(it.timer);
    it.timer = window.setTimeout(() => void save(), pauseMs);
  };
  const done = async () => {
    if (await save()) onDone();
  };

  useEffect(() => {
    const field = words.current;
    field?.focus();
    field?.setSelectionRange(field.value.length, field.value.length);
    const leave = () => void save();
    window.addEventListener('pagehide', leave);
    window.addEventListener('blur', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      window.removeEventListener('blur', leave);
      leave();
    };
  }, []);

  const onKeyDown = (event: KeyboardEvent) => {
    const ends = event.key === 'Escape' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey));
    if (!ends || event.isComposing) return;
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
      <input
        class="field"
        dir="auto"
        value={tags}
        aria-label={t('parts_note_tags')}
        placeholder={t('parts_note_tags_hint')}
        onInput={({ currentTarget }) => {
          setTags(currentTarget.value);
          change({ tags: tagsOf(currentTarget.value) });
        }}
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
        <IconButton icon={Trash} name={t('parts_delete')} onClick={onDelete} />
        <Button kind="main" onClick={() => void done()}>
          {t('parts_done')}
        </Button>
      </div>
    </div>
  );
}
