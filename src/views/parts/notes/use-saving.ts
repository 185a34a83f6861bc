/**
 * Saves changes of a record during editing: at each pause or at the end, and on leaving. Changes that cannot be saved
 * stay pending.
 */
import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../../adapters/i18n/sentences.ts';
import type { Result } from '../../../core/result.ts';
import { failureSentence } from '../failure-sentence.ts';

/** What an editor calls as the person writes. */
export interface Saving<Edit> {
  /** The result of the last save as a sentence; empty while changes are pending. */
  status: string;
  /** Takes a change, and saves it after a pause in ms; with null at the end or on leaving. */
  change: (edit: Edit, pauseMs?: number | null) => void;
  /** Saves at once; true if everything is saved. */
  save: () => Promise<boolean>;
}

/**
 * The pending changes, the record they are based on, and the running save (true: it worked). `held` waits for the end,
 * `edit` for a pause.
 */
interface Work<Edit, Kept> {
  last: Kept;
  edit: Edit | null;
  held: Edit | null;
  /** Since when there is something to save; of `performance.now()`, ms. */
  sinceMs: number;
  timer: number;
  running: Promise<boolean>;
}

/** The pause in typing after which the text is saved, in ms. */
const PAUSE_MS = 400;
/** The maximum time without a save during continuous typing, in ms: an update of the extension may interrupt it. */
const LATEST_MS = 2_000;

/** Saves on the basis of `kept`, then of each result of `onSave`, as long as the editor is open. */
export function useSaving<Edit extends object, Kept>(
  kept: Kept,
  onSave: (edit: Edit, last: Kept) => Promise<Result<Kept>>,
): Saving<Edit> {
  const [status, setStatus] = useState('');
  const work = useRef<Work<Edit, Kept>>({
    last: kept,
    edit: null,
    held: null,
    sinceMs: 0,
    timer: 0,
    running: Promise.resolve(true),
  });
  const save = (atEnd = true): Promise<boolean> => {
    const it = work.current;
    clearTimeout(it.timer);
    // One at a time, so that each is based on the answer of the one before.
    it.running = it.running.then(async () => {
      const edit = atEnd && it.held ? { ...it.edit, ...it.held } : it.edit;
      if (!edit) return true;
      it.edit = null;
      if (atEnd) it.held = null;
      const answer = await onSave(edit, it.last);
      if (answer.ok) it.last = answer.value;
      else it.edit = Object.assign({}, edit, it.edit);
      const isAll = !it.edit && !it.held;
      setStatus(!answer.ok ? failureSentence(answer.error) : isAll ? t('parts_saved') : '');
      return answer.ok;
    });
    return it.running;
  };
  const change = (edit: Edit, pauseMs: number | null = PAUSE_MS) => {
    const it = work.current;
    setStatus('');
    if (pauseMs === null) {
      it.held = { ...it.held, ...edit };
      return;
    }
    if (!it.edit) it.sinceMs = performance.now();
    it.edit = { ...it.edit, ...edit };
    if (it.held) it.held = without(it.held, edit);
    clearTimeout(it.timer);
    const leftMs = Math.max(0, it.sinceMs + LATEST_MS - performance.now());
    it.timer = window.setTimeout(() => void save(false), Math.min(pauseMs, leftMs));
  };
  useEffect(() => {
    const leave = () => void save();
    window.addEventListener('pagehide', leave);
    window.addEventListener('blur', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      window.removeEventListener('blur', leave);
      leave();
    };
  }, []);
  return { status, change, save: () => save() };
}

/** The held changes, without the fields that are changed again. */
function without<Edit extends object>(held: Edit, changed: Edit): Edit | null {
  const left = Object.entries(held).filter(([field]) => !(field in changed));
  return left.length > 0 ? (Object.fromEntries(left) as Edit) : null; // fields of the same edit
}

/** Whether a key ends writing: Escape and Ctrl or Cmd with Enter, and where there is one line, Enter alone. */
export function endsWriting(event: KeyboardEvent, oneLine = false): boolean {
  if (event.isComposing) return false;
  return event.key === 'Escape' || (event.key === 'Enter' && (oneLine || event.ctrlKey || event.metaKey));
}
