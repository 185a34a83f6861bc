/** Lets notes out and in: exports in every format, imports that say first what they would do, backups and their days. */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { ask } from '../../adapters/browser/channel.ts';
import { type BackupState, backupFile, backupState, recordsFor } from '../../adapters/store/read/library.ts';
import { count, day, t, when } from '../../adapters/i18n/sentences.ts';
import { EXPORT_FORMATS, type ExportFormat, exportFiles } from '../../core/library/export/export.ts';
import { problemOf } from '../../core/library/import/problem.ts';
import type { Failure, Result } from '../../core/result.ts';
import { Button } from '../parts/controls/Button.tsx';
import { Dialog } from '../parts/controls/Dialog.tsx';
import type { Said } from '../parts/controls/Toast.tsx';
import { failureSentence } from '../parts/failure-sentence.ts';
import { saveBlob, saveFile } from '../parts/save-file.ts';
import { idsOf } from './acts.ts';
import type { Row } from './list/rows.ts';
import { zipped } from './zipped.ts';

interface Props {
  /** What is exported; everything for null. */
  rows: Row[] | null;
  onSaid: (said: Said) => void;
  onClose: () => void;
}

type Counts = { added: number; changed: number; same: number };

/** Why a file was refused, with the line. */
function refusal(failure: Failure): string {
  const problem = problemOf(failure.detail);
  if (!problem) return failureSentence(failure);
  return t('library_refused', problem.line, t(`library_problem_${problem.reason.replaceAll('-', '_')}`));
}

const said = ({ added, changed, same }: Counts) => t('library_import_counts', added, changed, same);

/** Rendered while it is open. */
export function Files({ rows, onSaid, onClose }: Props): JSX.Element {
  const [status, setStatus] = useState('');
  const [state, setState] = useState<BackupState | null>(null);
  const [waiting, setWaiting] = useState<{ words: string; run: () => Promise<Result<Counts>> } | null>(null);
  useEffect(() => {
    void backupState(Date.now()).then((found) => found.ok && setState(found.value));
  }, []);
  const refused = (failure: Failure) => setStatus(refusal(failure));

  const exportAs = async (format: ExportFormat) => {
    const ids = rows && [...new Set(rows.map(({ entry }) => entry.id))];
    const found = await recordsFor(ids, format === 'html' || format === 'json');
    if (!found.ok) return refused(found.error);
    const wanted = new Set(rows ? idsOf(rows).noteIds : []);
    const whole = new Set(rows ? idsOf(rows).entryIds : []);
    const notes = rows
      ? found.value.notes.filter(({ id, entryId }) => wanted.has(id) || whole.has(entryId))
      : found.value.notes;
    const files = exportFiles(format, { ...found.value, notes }, Date.now());
    const [only] = files;
    if (!only) return setStatus(t('library_nothing_to_export'));
    if (files.length === 1) saveFile(only.name, only.text, only.type);
    else saveBlob(`lede-${new Date().toISOString().slice(0, 10)}.zip`, await zipped(files), 'application/zip');
    setStatus(count('library_exported', files.length));
  };
  /** Tells first what would change, and changes it when the person says so. */
  const offer = async (dry: Promise<Result<Counts>>, run: () => Promise<Result<Counts>>) => {
    setWaiting(null);
    const counts = await dry;
    if (!counts.ok) return refused(counts.error);
    setStatus('');
    setWaiting({ words: said(counts.value), run });
  };
  const take = async (file: File | undefined) => {
    if (!file) return;
    if (/\.zip$/i.test(file.name)) {
      const bytes = await base64(file);
      return offer(ask('backup.restore', { bytes, dry: true }), () => ask('backup.restore', { bytes }));
    }
    const given = { name: file.name, text: await file.text() };
    return offer(ask('library.import', { ...given, dry: true }), () => ask('library.import', given));
  };
  const backUp = async () => {
    const made = await backupFile(Date.now());
    if (!made.ok) return refused(made.error);
    saveBlob(`lede-backup-${new Date().toISOString().slice(0, 10)}.zip`, made.value, 'application/zip');
    await ask('backup.saved', null);
    setStatus(t('library_backup_saved'));
  };

  return (
    <Dialog title={t('library_files')} onClose={onClose}>
      <div class="files">
        <section>
          <h3>{rows ? count('library_export_some', rows.length) : t('library_export')}</h3>
          <div class="files-row">
            {EXPORT_FORMATS.map((format) => (
              <Button key={format} onClick={() => void exportAs(format)}>
                {t(`library_format_${format}`)}
              </Button>
            ))}
          </div>
        </section>
        <section>
          <h3>{t('library_import')}</h3>
          <p class="facts">{t('library_import_kinds')}</p>
          <input
            type="file"
            aria-label={t('library_import')}
            accept=".json,.jsonld,.csv,.zip,application/json,text/csv,application/zip"
            onChange={({ currentTarget }) => void take(currentTarget.files?.[0])}
          />
        </section>
        <section>
          <h3>{t('library_backup')}</h3>
          <p class="facts">
            {state?.savedOutsideAt
              ? t('library_backup_last', when(state.savedOutsideAt, Date.now()))
              : t('library_backup_never')}
          </p>
          <Button kind="main" onClick={() => void backUp()}>
            {t('library_backup_save')}
          </Button>
          {state && state.days.length > 0 && (
            <div class="files-row">
              {state.days.map((one) => (
                <Button
                  key={one.day}
                  onClick={() =>
                    void offer(ask('backup.restore', { day: one.day, dry: true }), () =>
                      ask('backup.restore', { day: one.day }),
                    )
                  }
                >
                  {`${day(one.day)} · ${count('library_notes', one.notes)}`}
                </Button>
              ))}
            </div>
          )}
        </section>
        <p role="status" class="files-status">
          {waiting ? waiting.words : status}
        </p>
        {waiting && (
          <Button
            kind="main"
            onClick={() =>
              void waiting.run().then((done) => {
                setWaiting(null);
                if (!done.ok) return refused(done.error);
                onSaid({ sentence: said(done.value), undo: () => void ask('change.undo', null) });
                onClose();
              })
            }
          >
            {t('library_import_go')}
          </Button>
        )}
      </div>
    </Dialog>
  );
}

async function base64(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}
