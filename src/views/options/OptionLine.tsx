/** One thing to set: its line, and the switch that most of them are set by. */
import type { ComponentChildren, JSX } from 'preact';

/** One thing to set: what it is called, what it does, how it is set. `wide` puts the control below the words. */
export interface Option {
  name: string;
  about?: string;
  wide?: boolean;
  control: ComponentChildren;
}

/** Options that belong together. */
export interface Section {
  title: string;
  options: Option[];
}

/** The option on the page. */
export function OptionLine({ name, about, wide, control }: Option): JSX.Element {
  return (
    <div class={wide ? 'option option-wide' : 'option'}>
      <div class="option-words">
        <h3 class="option-name">{name}</h3>
        {about && <p class="facts">{about}</p>}
      </div>
      <div class="option-control">{control}</div>
    </div>
  );
}

/** A switch that is a checkbox to the keyboard and to a screen reader. */
export function Switch({
  name,
  on,
  onChange,
}: {
  name: string;
  on: boolean;
  onChange: (on: boolean) => void;
}): JSX.Element {
  return (
    <input
      type="checkbox"
      role="switch"
      class="switch"
      aria-label={name}
      checked={on}
      onChange={({ currentTarget }) => onChange(currentTarget.checked)}
    />
  );
}
