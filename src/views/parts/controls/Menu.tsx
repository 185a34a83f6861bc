/** A button that opens a menu (WAI-ARIA's menu button): arrows, Home, End, first letters, Escape. */
import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Check } from 'lucide';
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

/** Minimum distance between a menu and the edge of the window, in px. */
const EDGE_PX = 8;

/** Below its button at the end side; above it where there is no room below; never beyond the window. */
function place(menu: HTMLElement, button: HTMLElement): void {
  const at = button.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = menu;
  const left = getComputedStyle(button).direction === 'rtl' ? at.left : at.right - width;
  const below = at.bottom + height + EDGE_PX <= innerHeight || at.top - height < EDGE_PX;
  const top = below ? Math.min(at.bottom, innerHeight - height - EDGE_PX) : at.top - height;
  menu.style.left = `${Math.max(EDGE_PX, Math.min(left, document.documentElement.clientWidth - width - EDGE_PX))}px`;
  menu.style.top = `${Math.max(EDGE_PX, top)}px`;
}

/** The button named `name` and its menu, in the top layer: a list that scrolls does not cut it off. */
export function Menu({ icon, name, lines }: { icon: IconNode; name: string; lines: MenuLine[] }): JSX.Element {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const items = () => [...(root.current?.querySelectorAll<HTMLElement>('[role^=menuitem]') ?? [])];
  const close = () => {
    setOpen(false);
    root.current?.querySelector('button')?.focus();
  };
  useLayoutEffect(() => {
    const [button, menu] = [
      root.current?.querySelector('button'),
      root.current?.querySelector<HTMLElement>('[popover]'),
    ];
    if (!open || !button || !menu) return undefined;
    menu.showPopover();
    const placed = () => place(menu, button);
    placed();
    const life = new AbortController();
    // Once more after the button's container has been laid out for the new size.
    const resized = () => requestAnimationFrame(() => requestAnimationFrame(placed));
    addEventListener('resize', resized, { signal: life.signal });
    document.addEventListener('scroll', placed, { capture: true, passive: true, signal: life.signal });
    return () => life.abort();
  }, [open]);
  useEffect(() => {
    if (!open) return undefined;
    items()[0]?.focus({ preventScroll: true });
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
        <div class="menu-lines arrives" popover="manual" role="menu" aria-label={name} onKeyDown={onKeyDown}>
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
              {line.on && <Icon of={Check} />}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
