/** A named field of the sync forms. */
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
