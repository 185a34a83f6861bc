/** A button that opens a menu (WAI-ARIA's menu button): arrows, Home, End, first letters, Escape. */
import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { itemAfterKey } from '../../../adapters/roving-focus.ts';
import { IconButton } from './Button.tsx';
import { Icon, type IconNode } from './Icon.tsx';
import './menu.css';

/** One line of a menu; `on` makes it a switch. */
export interface MenuLine {
  icon: IconNode;
  name: string;
  on?: boolean;
  run: () => void;
}

/** The button named `name` and its menu, which opens below it at the end side. */
export function Menu({ icon, name, lines }: { icon: IconNode; name: string; lines: MenuLine[] }): JSX.Element {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const items = () => [...(root.current?.querySelectorAll<HTMLElement>('[role^=menuitem]') ?? [])];
  const close = () => {
    setOpen(false);
    root.current?.querySelector('button')?.focus();
  };
  useEffect(() => {
    if (!open) return undefined;
    items()[0]?.focus();
    const elsewhere = (event: PointerEvent) => {
      if (event.target instanceof Node && !root.current?.contains(event.target)) setOpen(false);
    };
    document.addEventListener('pointerdown', elsewhere);
    return () => document.removeEventListener('pointerdown', elsewhere);
  }, [open]);
  const onKeyDown = (event: KeyboardEvent) => {
    const all = items();
    const at = all.findIndex((item) => item === document.activeElement);
    const letter = event.key.length === 1 && !event.ctrlKey && !event.metaKey ? event.key.toLocaleLowerCase() : null;
    const starts = (item: HTMLElement) =>
      item.textContent
        ?.trim()
        .toLocaleLowerCase()
        .startsWith(letter ?? '\n');
    const next = itemAfterKey(event.key, at, all.length, { axis: 'block', wraps: true });
    const target = next === null ? letter && (all.slice(at + 1).find(starts) ?? all.find(starts)) : all[next];
    if (event.key === 'Escape') close();
    else if (event.key === 'Tab') setOpen(false);
    else if (target) target.focus();
    else if (event.key !== 'Enter' && event.key !== ' ') return;
    event.stopPropagation();
    if (target || event.key === 'Escape') event.preventDefault();
  };
  return (
    <div class="menu" ref={root}>
      <IconButton
        icon={icon}
        name={name}
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return;
          event.preventDefault();
          setOpen(true);
        }}
      />
      {open && (
        <div class="menu-lines arrives" role="menu" aria-label={name} onKeyDown={onKeyDown}>
          {lines.map((line) => (
            <button
              key={line.name}
              type="button"
              class="menu-line"
              tabIndex={-1}
              role={line.on === undefined ? 'menuitem' : 'menuitemcheckbox'}
              {...(line.on === undefined ? {} : { 'aria-checked': line.on })}
              onClick={() => {
                close();
                line.run();
              }}
            >
              <Icon of={line.icon} />
              <span>{line.name}</span>
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
