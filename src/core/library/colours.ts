/** How the five colours of highlights look: the one table for the page, the bar, our own pages and exports. */
import type { Colour } from './records.ts';

/** A colour: OKLCH hue in degrees, and the line that tells it apart for eyes that do not see the hue. */
export interface ColourLook {
  hue: number;
  /**
   * CSS `text-decoration`, line and style. No plain underline, which is taken for a link, and no wavy one, which is
   * taken for a spelling mistake.
   */
  line: string;
  /** CSS `outline-style` of a highlighted image. */
  frame: 'solid' | 'dashed' | 'dotted' | 'double' | 'groove' | 'ridge';
  /**
   * OKLCH chroma of a dot or a marker on a light and on a dark ground: as strong as the hue allows at that lightness.
   */
  chroma: { light: number; dark: number };
}

/** Every colour's look. */
export const COLOUR_LOOKS: Record<Colour, ColourLook> = {
  yellow: { hue: 95, line: 'none', frame: 'solid', chroma: { light: 0.15, dark: 0.13 } },
  green: { hue: 165, line: 'underline dashed', frame: 'dashed', chroma: { light: 0.13, dark: 0.12 } },
  blue: { hue: 235, line: 'underline dotted', frame: 'dotted', chroma: { light: 0.09, dark: 0.11 } },
  pink: { hue: 10, line: 'underline double', frame: 'double', chroma: { light: 0.1, dark: 0.14 } },
  violet: { hue: 305, line: 'underline overline dotted', frame: 'ridge', chroma: { light: 0.09, dark: 0.14 } },
};

/** OKLCH lightness of a dot or a marker, 0–1: on a light ground, and on a dark one. */
const LIGHTNESS = { light: 0.86, dark: 0.68 };

/** A colour as CSS, on a light or a dark ground. */
export function colourValue(colour: Colour, ground: 'light' | 'dark'): string {
  const { hue, chroma } = COLOUR_LOOKS[colour];
  return `oklch(${LIGHTNESS[ground]} ${chroma[ground]} ${hue})`;
}
