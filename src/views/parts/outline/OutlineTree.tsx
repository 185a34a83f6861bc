/** A tree of sections, with points and notes among them, with the keyboard support of WAI-ARIA's tree pattern. */
import type { JSX } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { ChevronRight, Highlighter, Pencil, Trash } from 'lucide';
import { minutes, t } from '../../../adapters/i18n/sentences.ts';
import { inlineStep, isRtl, itemAfterKey } from '../../../adapters/roving-focus.ts';
import { IconButton } from '../controls/Button.tsx';
import { Icon } from '../controls/Icon.tsx';
import { type SeenRow, type TreeRow, rowAt, seenRows } from './tree-rows.ts';
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
/** Letters typed within this time make one word (as the WAI-ARIA practices have it for menus and trees). */
const TYPING_MS = 600;

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

/** Finds the next row whose words begin with what was typed, from after `at`, around the end. */
function typed(seen: SeenRow[], at: number, letters: string): SeenRow | undefined {
  const begins = ({ row }: SeenRow) => row.label.toLocaleLowerCase().startsWith(letters);
  const from = letters.length === 1 ? at + 1 : at;
  return seen.slice(from).find(begins) ?? seen.find(begins);
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
  const typing = useRef({ letters: '', at: 0 });
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
  const typeAhead = (event: KeyboardEvent, index: number): boolean => {
    const { key, timeStamp } = event;
    if (key.length !== 1 || event.ctrlKey || event.metaKey || event.altKey) return false;
    const going = timeStamp - typing.current.at < TYPING_MS && typing.current.letters !== '';
    // j, k, e, h, /, ? and the space have a use of their own in these lists; a capital, or a letter after another, is
    // typed.
    if (!going && 'jkeh/? '.includes(key)) return false;
    const letters = (going ? typing.current.letters : '') + key.toLocaleLowerCase();
    typing.current = { letters, at: timeStamp };
    focus(typed(seen, index, letters)?.row);
    return true;
  };
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
    else if (!typeAhead(event, index)) {
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
      {seen.map(({ row, level, position, size }, index) => {
        const isShut = shut.has(row.key);
        const read = row !== current && isRead(row);
        return (
          <div
            key={row.key}
            class={`tree-row tree-${row.kind}${read ? ' tree-read' : ''}${row.colour ? ` mark-${row.colour}` : ''}`}
            style={{ '--level': level }}
            role="treeitem"
            aria-level={level}
            aria-posinset={position}
            aria-setsize={size}
            {...(row.children.length > 0 ? { 'aria-expanded': !isShut } : {})}
            {...(row === current ? { 'aria-current': 'location' as const } : {})}
            tabIndex={row.key === stop?.key ? 0 : -1}
            data-row
            data-box
            data-key={row.key}
            data-start={row.start}
            data-end={row.end}
            onFocus={() => setActive(row.key)}
            onClick={() => onGo(row)}
          >
            <span
              class={isShut ? 'tree-twist' : 'tree-twist tree-open'}
              onClick={(event) => {
                if (row.children.length === 0) return;
                event.stopPropagation();
                toggle(row.key);
              }}
            >
              {row.children.length > 0 && <Icon of={ChevronRight} mirror />}
            </span>
            <span class="tree-label">{row.label}</span>
            {read && <span class="unseen">{t('glance_read_part')}</span>}
            {row.kind === 'point' && onHighlight && (
              <IconButton
                icon={Highlighter}
                name={t('glance_highlight')}
                tabIndex={-1}
                data-act="highlight"
                onClick={(event) => {
                  event.stopPropagation();
                  onHighlight(row);
                }}
              />
            )}
            {row.kind === 'note' && onEdit && (
              <IconButton
                icon={Pencil}
                name={t('parts_edit')}
                tabIndex={-1}
                data-act="edit"
                onClick={(event) => {
                  event.stopPropagation();
                  onEdit(row);
                }}
              />
            )}
            {row.kind === 'note' && onDelete && (
              <IconButton
                icon={Trash}
                name={t('parts_delete')}
                tabIndex={-1}
                data-act="delete"
                onClick={(event) => {
                  event.stopPropagation();
                  // The row disappears, so the focus moves to the next row.
                  focus((seen[index + 1] ?? seen[index - 1])?.row);
                  onDelete(row);
                }}
              />
            )}
            {row === current && <span class="tree-here" title={t('glance_here')} />}
            {row.minutes !== undefined && told.has(row) && <bdi class="tree-facts facts">{minutes(row.minutes)}</bdi>}
          </div>
        );
      })}
    </div>
  );
}
