/** The five colours of a highlight as dots to choose from; each also has a name. */
import type { JSX } from 'preact';
import { COLOURS, type Colour } from '../../../core/library/records.ts';
import { t } from '../../../adapters/i18n/sentences.ts';
import './colour-dots.css';

/** The name of a colour. */
export function colourName(colour: Colour): string {
  return t(`colour_${colour}`);
}

/** A group of radio buttons, so arrow keys choose; `name` tells groups of one page apart. */
export function ColourDots({
  name,
  colour,
  onChange,
}: {
  name: string;
  colour: Colour;
  onChange: (colour: Colour) => void;
}): JSX.Element {
  return (
    <fieldset class="dots">
      <legend class="visually-hidden">{t('parts_colour')}</legend>
      {COLOURS.map((one) => (
        <label key={one} class="dot" title={colourName(one)}>
          <input
            type="radio"
            class="dot-input"
            name={name}
            checked={one === colour}
            aria-label={colourName(one)}
            onChange={() => onChange(one)}
          />
          <span class={`dot-face mark-${one}`} />
        </label>
      ))}
    </fieldset>
  );
}
