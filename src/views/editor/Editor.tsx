/** Opens the note of its one-time token and edits it. */
import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { ask } from '../../adapters/browser/channel.ts';
import { noteById } from '../../adapters/store/read/library.ts';
import { type Settings, changeSettings } from '../../adapters/browser/settings.ts';
import { t } from '../../adapters/i18n/sentences.ts';
import type { Note } from '../../core/library/records.ts';
import type { Failure } from '../../core/result.ts';
import { Button } from '../parts/controls/Button.tsx';
import { failureSentence } from '../parts/failure-sentence.ts';
import { NoteEditor } from '../parts/notes/NoteEditor.tsx';
import { RestoreQuestion } from '../parts/RestoreQuestion.tsx';
import { Versions } from '../parts/notes/Versions.tsx';
import { saveNote, settleNote } from '../parts/notes/save-note.ts';
import './editor.css';

/**
 * Asks the page script to remove the frame. The message goes through the background: a message to `window.parent` would
 * give the page this window, and the page could load its own document here.
 */
function close(): void {
  void ask('editor.close', null);
}

/** The editor. */
export function Editor({ token, settings }: { token: string; settings: Settings }): JSX.Element {
  const [note, setNote] = useState<Note | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const root = useRef<HTMLElement>(null);
  /** Takes the choice among versions back. */
  const [undoes, setUndoes] = useState<(() => void) | null>(null);
  /** Every choice resets the text in the field. */
  const [round, setRound] = useState(0);
  const show = (shown: Note) => {
    setNote(shown);
    setRound((before) => before + 1);
  };
  const settle = async (text: string) => {
    if (!note) return;
    const settled = await settleNote(note, text);
    if (!settled.ok) return setFailure(settled.error);
    const undo = async () => {
      const undone = await ask('change.undo', { id: note.id });
      if (!undone.ok) return setFailure(undone.error);
      setUndoes(null);
      const again = await noteById(note.id);
      if (again.ok && again.value) show(again.value);
    };
    show(settled.value);
    setUndoes(() => () => void undo());
  };

  useEffect(() => {
    void ask('editor.open', { token }).then((answer) => (answer.ok ? setNote(answer.value) : setFailure(answer.error)));
    const watcher = new ResizeObserver(() => {
      const heightPx = Math.ceil(root.current?.getBoundingClientRect().height ?? 0);
      if (heightPx > 0) void ask('editor.resize', { heightPx });
    });
    if (root.current) watcher.observe(root.current);
    return () => watcher.disconnect();
  }, []);

  return (
    <main
      class="editor"
      ref={root}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) close();
      }}
    >
      <h1 class="visually-hidden">{t('editor_title')}</h1>
      {note && (
        <>
          <q class="editor-quote facts" dir="auto">
            {note.quote.exact}
          </q>
          {Object.keys(note.alts).length > 0 && (
            <Versions note={note} now={Date.now()} onSettle={(text) => void settle(text)} />
          )}
          {undoes && (
            <p class="editor-settled facts" role="status">
              {t('parts_versions_settled')}{' '}
              <Button kind="plain" onClick={undoes}>
                {t('parts_undo')}
              </Button>
            </p>
          )}
          <NoteEditor
            key={round}
            note={note}
            onSave={(edit, last) => {
              if (edit.colour) void changeSettings({ colour: edit.colour });
              return saveNote(edit, last);
            }}
            onDelete={() =>
              void ask('note.delete', { ids: [note.id] }).then((answer) =>
                answer.ok ? close() : setFailure(answer.error),
              )
            }
            onDone={close}
          />
          <RestoreQuestion url={note.url} settings={settings} />
        </>
      )}
      {failure && (
        <div class="editor-failure" role="status">
          <p>{failureSentence(failure)}</p>
          <Button onClick={close}>{t('parts_close')}</Button>
        </div>
      )}
    </main>
  );
}
