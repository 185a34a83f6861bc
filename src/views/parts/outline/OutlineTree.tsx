/** A tree of sections, with points and notes among them, with the keyboard support of WAI-ARIA's tree pattern. */
import type { JSX } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { inlineStep, isRtl, itemAfterKey } from '../../../adapters/roving-focus.ts';
import { OutlineRow } from './OutlineRow.tsx';
import { type TreeRow, rowAt, seenRows } from './tree-rows.ts';
import { useTypeahead } from './use-typeahead.ts';
import './outline-tree.css';

interface Props {
  name: string;
  rows: TreeRow[];
  /** Language and direction of the article. */
  lang?: string | undefined;
  dir?: 'ltr' | 'rtl' | undefined;
  /** The position in the text at the reader's line; null if it is not known. */
  here: number | null;
  isRead: (row: TreeRow) => boolean;
  onGo: (row: TreeRow) => void;
  /** Makes a key point in the tree a highlight. */
  onHighlight?: ((row: TreeRow) => void) | undefined;
  /** Edits and deletes the note of a row in the tree. */
  onEdit?: ((row: TreeRow) => void) | undefined;
  onDelete?: ((row: TreeRow) => void) | undefined;
}

/** A tree of more rows than this opens with its lower levels shut. */
const ROWS_OPEN = 40;
/** Sections of at least this many minutes show them, unless all siblings take the same time. */
const MINUTES_TOLD = 2;

function firstShut(rows: TreeRow[]): Set<string> {
  const all = seenRows(rows, new Set());
  return new Set(
    all.length > ROWS_OPEN ? all.filter(({ row }) => row.children.length > 0).map(({ row }) => row.key) : [],
  );
}

/** The rows that show their minutes. A time that all siblings share, or a single minute, is not shown. */
function rowsWithMinutes(rows: readonly TreeRow[]): Set<TreeRow> {
  const whole = ({ minutes: amount = 0 }: TreeRow) => Math.round(amount);
  const differ = new Set(rows.map(whole)).size > 1;
  const own = differ ? rows.filter((row) => whole(row) >= MINUTES_TOLD) : [];
  return new Set([...own, ...rows.flatMap(({ children }) => [...rowsWithMinutes(children)])]);
}

/**
 * The tree. Enter, Space and a click go to a row; arrows move, expand and collapse; Home, End and letters jump
 * (capitals if a letter has another function here).
 */
export function OutlineTree({ name, rows, lang, dir, here, isRead, onGo, ...on }: Props): JSX.Element {
  const { onHighlight, onEdit, onDelete } = on;
  const [shut, setShut] = useState(() => firstShut(rows));
  const [active, setActive] = useState<string | null>(null);
  const tree = useRef<HTMLDivElement>(null);
  const seen = seenRows(rows, shut);
  const current = here === null ? null : rowAt(seen, here);
  const told = useMemo(() => rowsWithMinutes(rows), [rows]);
  const deep = rows.some(({ children }) => children.length > 0);
  const stop = seen.find(({ row }) => row.key === active)?.row ?? current ?? seen[0]?.row;

  useEffect(() => {
    if (!tree.current?.contains(document.activeElement)) {
      tree.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
    }
  }, [current?.key]);

  const toggle = (key: string) => {
    const next = new Set(shut);
    if (!next.delete(key)) next.add(key);
    setShut(next);
  };
  const focus = (row: TreeRow | null | undefined) => {
    if (!row) return;
    setActive(row.key);
    tree.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(row.key)}"]`)?.focus();
  };
  const typeahead = useTypeahead(seen, focus);
  const onKeyDown = (event: KeyboardEvent) => {
    // The row that has the focus now: quick keys come faster than rows are drawn.
    const focused = event.target instanceof Element ? event.target.closest('[data-key]') : null;
    const index = seen.findIndex(({ row }) => row.key === (focused?.getAttribute('data-key') ?? stop?.key));
    const at = seen[index];
    if (!at) return;
    const level = inlineStep(event.key, isRtl(tree.current));
    const inward = level === 1;
    const outward = level === -1;
    const open = at.row.children.length > 0 && !shut.has(at.row.key);
    const next = itemAfterKey(event.key, index, seen.length, { axis: 'block', wraps: false });
    if (next !== null) focus(seen[next]?.row);
    else if (event.key === 'Enter') onGo(at.row);
    else if (inward && open) focus(at.row.children[0]);
    else if (inward && at.row.children.length > 0) toggle(at.row.key);
    else if (outward && open) toggle(at.row.key);
    else if (outward) focus(at.parent);
    else if (event.key === '*') setShut(new Set());
    else if (!typeahead(event, index)) {
      if (event.key !== ' ') return;
      onGo(at.row);
    }
    event.preventDefault();
  };

  return (
    <div
      class={deep ? 'tree tree-deep' : 'tree'}
      role="tree"
      aria-label={name}
      ref={tree}
      lang={lang}
      dir={dir}
      onKeyDown={onKeyDown}
    >
      {seen.map((one, index) => {
        const { row } = one;
        return (
          <OutlineRow
            key={row.key}
            seen={one}
            isStop={row.key === stop?.key}
            isHere={row === current}
            isShut={shut.has(row.key)}
            isRead={row !== current && isRead(row)}
            showsMinutes={told.has(row)}
            onFocus={() => setActive(row.key)}
            onGo={() => onGo(row)}
            onToggle={() => toggle(row.key)}
            onHighlight={onHighlight && (() => onHighlight(row))}
            onEdit={onEdit && (() => onEdit(row))}
            onDelete={
              onDelete &&
              (() => {
                // The row disappears, so the focus moves to the next row.
                focus((seen[index + 1] ?? seen[index - 1])?.row);
                onDelete(row);
              })
            }
          />
        );
      })}
    </div>
  );
}
