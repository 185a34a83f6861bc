/** Says what an import would do, what it cannot take, and how far it is. */
import type { JSX } from 'preact';
import { number, percent, t } from '../../../adapters/i18n/sentences.ts';
import type { Problem } from '../../../core/library/import/problem.ts';
import { Button } from '../../parts/controls/Button.tsx';
import type { Taking } from './use-taking.ts';
import './taking.css';

/** Items that are listed one by one. */
const LISTED = 200;

/** The status; `onGo` if the person wants it done. */
export function TakingStatus({ work, onGo }: { work: Taking; onGo: () => void }): JSX.Element {
  return (
    <>
      <p role="status" class="files-status">
        {work.status}
      </p>
      {work.problems.length > 0 && <Problems problems={work.problems} />}
      {work.done01 !== null && (
        <div class="files-row taking">
          <progress value={work.done01} aria-label={t('library_progress', percent(work.done01))} />
          <span class="facts">{t('library_progress', percent(work.done01))}</span>
          <Button onClick={work.stop}>{t('library_stop')}</Button>
        </div>
      )}
      {work.binned > 0 && work.done01 === null && (
        <div class="files-row">
          <span class="facts">{t('library_import_binned', number(work.binned))}</span>
          <Button onClick={() => void work.restore()}>{t('library_restore')}</Button>
        </div>
      )}
      {work.isReady && work.done01 === null && (
        <Button kind="main" onClick={onGo}>
          {t('library_import_go')}
        </Button>
      )}
    </>
  );
}

function Problems({ problems }: { problems: Problem[] }): JSX.Element {
  const reason = (problem: Problem) => t(`library_problem_${problem.reason.replaceAll('-', '_')}`);
  return (
    <section class="facts" aria-label={t('library_not_added')}>
      <p>{t('library_not_added')}</p>
      <ul class="taking-problems" tabIndex={0}>
        {problems.slice(0, LISTED).map((problem, index) => (
          <li key={index}>{t('library_problem_line', problem.line, reason(problem))}</li>
        ))}
        {problems.length > LISTED && <li>{t('library_too_many', problems.length - LISTED)}</li>}
      </ul>
    </section>
  );
}
