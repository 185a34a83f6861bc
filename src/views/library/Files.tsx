/** Export in every format, import with a preview of what it would do, and backups by day. */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { ask } from '../../adapters/browser/channel.ts';
import { type BackupState, backupFile, backupState } from '../../adapters/store/read/library.ts';
import { exportBlob } from '../../adapters/store/read/exporting.ts';
import { count, day, t, when } from '../../adapters/i18n/sentences.ts';
import { dateOfDay } from '../../core/library/backup/days.ts';
import { EXPORT_FORMATS, type ExportFormat } from '../../core/library/export/export.ts';
import { Button } from '../parts/controls/Button.tsx';
import { Dialog } from '../parts/controls/Dialog.tsx';
import type { Said } from '../parts/controls/Toast.tsx';
import { saveBlob } from '../parts/saving/save-file.ts';
import { idsOf } from './acts.ts';
import type { Row } from './list/rows.ts';
import { TakingStatus } from './taking/TakingStatus.tsx';
import { givenDay, givenFile } from './taking/given.ts';
import { useTaking } from './taking/use-taking.ts';

interface Props {
  /** What is exported; everything for null. */
  rows: Row[] | null;
  onSaid: (said: Said) => void;
  onClose: () => void;
}

/** Rendered while it is open. */
export function Files({ rows, onSaid, onClose }: Props): JSX.Element {
  const [state, setState] = useState<BackupState | null>(null);
  const work = useTaking();
  const { setStatus } = work;
  useEffect(() => {
    void backupState(Date.now()).then((found) => found.ok && setState(found.value));
  }, []);

  const exportAs = async (format: ExportFormat) => {
    let isNothing = false;
    const made = await work.during(async (told, signal) => {
      const done = await exportBlob(format, rows && idsOf(rows), Date.now(), { told, signal });
      isNothing = done.ok && done.value === null;
      return done;
    });
    if (isNothing) setStatus(t('library_nothing_to_export'));
    if (!made) return;
    saveBlob(made.name, made.blob, made.blob.type);
    setStatus(count('library_exported', made.files));
  };
  const backUp = async () => {
    const made = await work.during((told, signal) => backupFile(Date.now(), told, signal));
    if (!made) return;
    saveBlob(`lede-backup-${new Date().toISOString().slice(0, 10)}.zip`, made, 'application/zip');
    await ask('backup.saved', null);
    setStatus(t('library_backup_saved'));
  };
  const doIt = async () => {
    const taken = await work.run();
    if (!taken) return;
    onSaid({ sentence: taken, undo: () => void ask('change.undo', null) });
    onClose();
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
            onChange={({ currentTarget: { files } }) => files?.[0] && void work.offer(givenFile(files[0], Date.now()))}
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
                <Button key={one.order} onClick={() => void work.offer(givenDay(one, Date.now()))}>
                  {`${day(dateOfDay(one))} · ${count('library_notes', one.notes)}`}
                </Button>
              ))}
            </div>
          )}
        </section>
        <TakingStatus work={work} onGo={() => void doIt()} />
      </div>
    </Dialog>
  );
}
