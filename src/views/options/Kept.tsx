/** What Lede keeps on this machine, counted. */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { amounts } from '../../adapters/store/read/library.ts';
import { bytes, number, t } from '../../adapters/i18n/sentences.ts';

type Amounts = Extract<Awaited<ReturnType<typeof amounts>>, { ok: true }>['value'];

/** The counts; a dash until they are known. */
export function Kept(): JSX.Element {
  const [kept, setKept] = useState<Amounts | null>(null);
  const [used, setUsed] = useState<number | null>(null);
  useEffect(() => {
    void amounts().then((answer) => setKept(answer.ok ? answer.value : null));
    void navigator.storage.estimate().then(({ usage }) => setUsed(usage ?? null));
  }, []);
  const said = (amount: number | undefined) => (amount === undefined ? '–' : number(amount));
  const lines = [
    ['options_kept_entries', said(kept?.entries)],
    ['options_kept_notes', said(kept?.notes)],
    ['options_kept_articles', said(kept?.articles)],
    ['options_kept_bin', said(kept?.binned)],
    ['options_kept_room', used === null ? '–' : bytes(used)],
  ] as const;
  return (
    <dl class="shortcuts">
      {lines.map(([key, amount]) => (
        <div key={key} class="shortcut">
          <dt>{t(key)}</dt>
          <dd class="option-amount">{amount}</dd>
        </div>
      ))}
    </dl>
  );
}
