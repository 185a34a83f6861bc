/** The fields of the sync forms, with their names. */
import type { InputHTMLAttributes, JSX } from 'preact';

/** `value` and what is typed; everything else as of an input. */
export function Field({
  name,
  value,
  onValue,
  ...rest
}: { name: string; value: string; onValue: (value: string) => void } & InputHTMLAttributes): JSX.Element {
  return (
    <label class="model-field">
      <span class="facts">{name}</span>
      <input
        {...rest}
        class="field"
        dir="ltr"
        spellcheck={false}
        value={value}
        onInput={({ currentTarget }) => onValue(currentTarget.value)}
      />
    </label>
  );
}

/** A box to tick, named by the words beside it. */
export function Checkbox({
  name,
  checked,
  onChecked,
}: {
  name: string;
  checked: boolean;
  onChecked: (checked: boolean) => void;
}): JSX.Element {
  return (
    <label class="check">
      <input type="checkbox" checked={checked} onChange={({ currentTarget }) => onChecked(currentTarget.checked)} />
      <span>{name}</span>
    </label>
  );
}
