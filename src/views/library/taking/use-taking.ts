/** The course of an import, a restore or a backup: what it would do, how far it is, how it ended; one at a time. */
import { useRef, useState } from 'preact/hooks';
import { ask } from '../../../adapters/browser/channel.ts';
import { count, number, t } from '../../../adapters/i18n/sentences.ts';
import { type Problem, problemOf } from '../../../core/library/import/problem.ts';
import type { Binned } from '../../../core/library/import/plan.ts';
import { type Failure, type Result, ok } from '../../../core/result.ts';
import { failureSentence } from '../../parts/failure-sentence.ts';
import type { Given } from './given.ts';
import { type Taken, take } from './take.ts';

/** What the dialog shows and does. */
export interface Taking {
  status: string;
  /** Items of the file that are not taken. */
  problems: Problem[];
  /** Read, counted, and waiting for confirmation; never set if nothing would change. */
  isReady: boolean;
  /** How many of the file's items are in the bin, where an import leaves them. `restore` restores those. */
  binned: number;
  restore: () => Promise<void>;
  /** How much is done, 0–1; null while nothing runs. */
  done01: number | null;
  setStatus: (words: string) => void;
  refused: (failure: Failure) => void;
  /** Reads what is given and tells what taking it would do. */
  offer: (reading: Promise<Result<Given>>) => Promise<void>;
  /** Takes what was offered; returns what to say, or null if it did not come to an end. */
  run: () => Promise<string | null>;
  /** Takes something without asking; as `run`. */
  take: (given: Given) => Promise<string | null>;
  /** Runs any long work with its progress; null if it failed or was stopped. */
  during: <T>(work: (told: (done01: number) => void, signal: AbortSignal) => Promise<Result<T>>) => Promise<T | null>;
  stop: () => void;
}

/** Why a file was refused, with the line. */
function refusal(failure: Failure): string {
  const problem = problemOf(failure.detail);
  if (!problem) return failureSentence(failure);
  return t('library_refused', problem.line, t(`library_problem_${problem.reason.replaceAll('-', '_')}`));
}

/** What is in the bin is not "already here": it is told apart. */
function said({ added, changed, same, binned }: Taken): string {
  return t('library_import_counts', added, changed, Math.max(0, same - amountOf(binned)));
}

/** How many articles and notes the new ones are, where all of the file are new: else only their sum is known. */
function kindsOf({ added }: Taken, { records: { entries, notes } }: Given): string {
  if (added === 0 || added !== entries.length + notes.length) return '';
  return ` · ${count('library_count', entries.length)} · ${count('library_notes', notes.length)}`;
}

/** As a line on its own, where nothing beside it tells what is in the bin. */
function saidWithBin(taken: Taken): string {
  const inBin = amountOf(taken.binned);
  return inBin > 0 ? `${said(taken)} · ${t('library_import_binned', number(inBin))}` : said(taken);
}

function amountOf({ entries, notes }: Binned): number {
  return entries.length + notes.length;
}

const NONE_BINNED: Binned = { entries: [], notes: [] };

/** The state of that work. */
export function useTaking(): Taking {
  const [status, setStatus] = useState('');
  const [given, setGiven] = useState<Given | null>(null);
  const [binned, setBinned] = useState(NONE_BINNED);
  const [problems, setProblems] = useState<Problem[]>([]);
  const [done01, setDone] = useState<number | null>(null);
  const stopper = useRef<AbortController | null>(null);
  const refused = (failure: Failure) => setStatus(refusal(failure));

  const during: Taking['during'] = async (work) => {
    const own = (stopper.current = new AbortController());
    setDone(0);
    const result = await work(setDone, own.signal);
    setDone(null);
    if (result.ok) return result.value;
    if (!own.signal.aborted) refused(result.error);
    return null;
  };
  const offer = async (reading: Promise<Result<Given>>) => {
    setGiven(null);
    setProblems([]);
    setBinned(NONE_BINNED);
    setStatus(t('library_reading'));
    const read = await reading;
    if (!read.ok) return refused(read.error);
    setProblems(read.value.problems);
    const counts = await during((told, signal) => take(read.value, { dry: true, told, signal }));
    if (!counts) return;
    // Counts of a part would be taken for those of the whole.
    if (counts.stopped) return setStatus('');
    setStatus(said(counts) + kindsOf(counts, read.value));
    setBinned(counts.binned);
    setGiven(counts.added + counts.changed > 0 ? read.value : null);
  };
  const restore = async () => {
    const { entries, notes } = binned;
    const back = [
      entries.length > 0 ? await ask('entry.restore', { ids: entries }) : ok(null),
      notes.length > 0 ? await ask('note.restore', { ids: notes }) : ok(null),
    ];
    setBinned(NONE_BINNED);
    const failed = back.find((one) => !one.ok);
    setStatus(failed && !failed.ok ? failureSentence(failed.error) : t('library_restored'));
  };
  const takeAll = async (wanted: Given) => {
    const taken = await during((told, signal) => take(wanted, { dry: false, told, signal }));
    setGiven(null);
    if (taken) void ask('backup.make', null);
    if (taken?.stopped) setStatus(t('library_stopped'));
    return taken && !taken.stopped ? saidWithBin(taken) : null;
  };
  return {
    status,
    problems,
    isReady: given !== null,
    done01,
    restore,
    binned: amountOf(binned),
    setStatus,
    refused,
    offer,
    during,
    run: async () => (given ? takeAll(given) : null),
    take: takeAll,
    stop: () => stopper.current?.abort(),
  };
}
