/** The buttons of our pages: with words, with an icon, or an icon alone that is named. */
import type { ButtonHTMLAttributes, ComponentChildren, JSX } from 'preact';
import { Icon, type IconNode } from './Icon.tsx';
import './button.css';

interface Looks {
  icon?: IconNode;
  /** `main` for the one action a person most likely wants; `plain` for one among words. */
  kind?: 'main' | 'bordered' | 'plain' | 'danger';
  children: ComponentChildren;
}

/** A button with words. */
export function Button({ icon, kind = 'bordered', children, ...rest }: Looks & ButtonHTMLAttributes): JSX.Element {
  return (
    <button type="button" {...rest} class={`button button-${kind}`}>
      {icon && <Icon of={icon} />}
      <span class="button-words">{children}</span>
    </button>
  );
}

/** A button that shows an icon alone; `name` is its tooltip and what a screen reader says. */
export function IconButton({
  icon,
  name,
  mirror,
  ...rest
}: { icon: IconNode; name: string; mirror?: boolean } & ButtonHTMLAttributes): JSX.Element {
  return (
    <button type="button" {...rest} class="button button-icon" aria-label={name} title={name}>
      <Icon of={icon} {...(mirror ? { mirror } : {})} />
    </button>
  );
}
