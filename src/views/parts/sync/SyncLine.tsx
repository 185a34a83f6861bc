/** The state of sync in one line, with a progress bar for a long sync. */
import type { JSX } from 'preact';
import { number, t, when } from '../../../adapters/i18n/sentences.ts';
import { type Stop, type SyncState, stateLine } from '../../../core/library/sync/state.ts';

/** Documents from which on a bar is shown. */
const BAR_FROM = 50;

/** One sentence on what prevents sync. */
export function stopSentence(stop: Stop): string {
  return t(`sync_stop_${stop.replaceAll('-', '_')}`);
}

/** The line; `nowMs` is when the state was looked at. */
export function SyncLine({ state, waiting, nowMs }: { state: SyncState; waiting: number; nowMs: number }): JSX.Element {
  return (
    <p class="facts" role="status">
      {sentence(state, waiting, nowMs)}{' '}
      {state.running && state.total >= BAR_FROM && (
        <progress value={state.done} max={state.total} aria-label={t('sync_title')} />
      )}
    </p>
  );
}

function sentence(state: SyncState, waiting: number, nowMs: number): string {
  const said = stateLine(state, waiting, nowMs);
  switch (said.line) {
    case 'off':
      return '';
    case 'running':
      return said.total ? t('sync_line_running_of', number(said.done), number(said.total)) : t('sync_line_running');
    case 'halted':
      return said.waiting ? t('sync_line_halted', number(said.waiting)) : t('sync_line_paused');
    case 'stopped':
      if (said.stop === 'unreachable')
        return said.waiting ? t('sync_line_offline', number(said.waiting)) : stopSentence(said.stop);
      return t('sync_line_stopped', stopSentence(said.stop));
    case 'waiting':
      return t('sync_line_waiting', number(said.waiting));
    case 'never':
      return t('sync_line_never');
    case 'done':
      return t('sync_line_done', when(state.doneAt, nowMs));
  }
}
