/** One row of the tree of sections: its label, what it tells, and its actions. */
import type { JSX } from 'preact';
import { ChevronRight, Highlighter, Pencil, Trash } from 'lucide';
import { minutes, t } from '../../../adapters/i18n/sentences.ts';
import { IconButton } from '../controls/Button.tsx';
import { Icon, type IconNode } from '../controls/Icon.tsx';
import type { SeenRow } from './tree-rows.ts';

interface Props {
  seen: SeenRow;
  /** Whether it is the row that Tab reaches. */
  isStop: boolean;
  /** Whether the reader's line is in it. */
  isHere: boolean;
  isShut: boolean;
  isRead: boolean;
  showsMinutes: boolean;
  onFocus: () => void;
  onGo: () => void;
  onToggle: () => void;
  onHighlight?: (() => void) | undefined;
  onEdit?: (() => void) | undefined;
  onDelete?: (() => void) | undefined;
}

/** An action of a row. The tree's own keys call it, so Tab passes it by; a click on it does not go to the row. */
function RowAction({ icon, name, act, onClick }: { icon: IconNode; name: string; act: string; onClick: () => void }) {
  return (
    <IconButton
      icon={icon}
      name={name}
      tabIndex={-1}
      data-act={act}
      onClick={(event) => {
        event.stopPropagation();
        onClick();
      }}
    />
  );
}

/** The row. Its level, its place among its siblings and whether it is open are told to screen readers. */
export function OutlineRow({ seen, isStop, isHere, isShut, isRead, showsMinutes, ...on }: Props): JSX.Element {
  const { row, level, position, size } = seen;
  const hasRows = row.children.length > 0;
  return (
    <div
      class={`tree-row tree-${row.kind}${isRead ? ' tree-read' : ''}${row.colour ? ` mark-${row.colour}` : ''}`}
      style={{ '--level': level }}
      role="treeitem"
      aria-level={level}
      aria-posinset={position}
      aria-setsize={size}
      {...(hasRows ? { 'aria-expanded': !isShut } : {})}
      {...(isHere ? { 'aria-current': 'location' as const } : {})}
      tabIndex={isStop ? 0 : -1}
      data-row
      data-box
      data-key={row.key}
      data-start={row.start}
      data-end={row.end}
      onFocus={on.onFocus}
      onClick={on.onGo}
    >
      <span
        class={isShut ? 'tree-twist' : 'tree-twist tree-open'}
        onClick={(event) => {
          if (!hasRows) return;
          event.stopPropagation();
          on.onToggle();
        }}
      >
        {hasRows && <Icon of={ChevronRight} mirror />}
      </span>
      <span class={row.kind === 'section' ? 'tree-label' : 'tree-label clamped'}>{row.label}</span>
      {isRead && <span class="visually-hidden">{t('glance_read_part')}</span>}
      {row.kind === 'point' && on.onHighlight && (
        <RowAction icon={Highlighter} name={t('glance_highlight')} act="highlight" onClick={on.onHighlight} />
      )}
      {row.kind === 'note' && on.onEdit && (
        <RowAction icon={Pencil} name={t('parts_edit')} act="edit" onClick={on.onEdit} />
      )}
      {row.kind === 'note' && on.onDelete && (
        <RowAction icon={Trash} name={t('parts_delete')} act="delete" onClick={on.onDelete} />
      )}
      {isHere && <span class="tree-here" title={t('glance_here')} />}
      {row.minutes !== undefined && showsMinutes && <bdi class="tree-facts facts">{minutes(row.minutes)}</bdi>}
    </div>
  );
}
