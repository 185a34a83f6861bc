/** How highlights look on a web page, light or dark: one stylesheet, adopted, never an edit of the page. */
import { COLOUR_LOOKS } from '../../core/library/colours.ts';
import { COLOURS, type Colour } from '../../core/library/records.ts';

/** Prefix of all our names in the page's highlight registry. */
export const PREFIX = 'lede-';
/** Name of the highlight that flashes where the window has scrolled to. */
export const FLASH = `${PREFIX}flash`;
/** Name of the highlight around the one that the keyboard has reached. */
export const FOCUS = `${PREFIX}focus`;

/** Lightness of the background behind the words. */
export type Ground = 'light' | 'dark';
/** Both lightnesses of a background. */
export const GROUNDS = ['light', 'dark'] as const;

/** The registry's name of a colour on a ground. */
export const nameOf = (colour: Colour, ground: Ground): string => `${PREFIX}${colour}-${ground}`;

/**
 * OKLCH lightness and chroma. All hues of a set are equally light; black on the light set and white on the dark set
 * keep a contrast of 7 and more. Lines reach 3 against their own fill.
 */
const SETS: Record<Ground, { fill: string; line: string }> = {
  light: { fill: '0.9 0.095', line: '0.55 0.13' },
  dark: { fill: '0.37 0.075', line: '0.74 0.12' },
};
/** Opacity of a fill: words drawn in pictures and overlapping highlights stay readable. */
const FILL_ALPHA = 0.82;
const LINE_PX = 2;

function ruleFor(colour: Colour, ground: Ground): string {
  const { hue, line } = COLOUR_LOOKS[colour];
  const set = SETS[ground];
  return `::highlight(${nameOf(colour, ground)}) {
  background-color: oklch(${set.fill} ${hue} / ${FILL_ALPHA});
  text-decoration: ${line} ${line.endsWith('double') ? 1 : LINE_PX}px oklch(${set.line} ${hue});
  text-decoration-skip-ink: none;
}`;
}

/** In forced colours the system's mark is the only fill; the line still tells which colour it is. */
function forcedFor(colour: Colour, ground: Ground): string {
  const { line } = COLOUR_LOOKS[colour];
  const name = nameOf(colour, ground);
  const decoration = `${line} ${LINE_PX}px MarkText`;
  return `::highlight(${name}) { background-color: Mark; color: MarkText; text-decoration: ${decoration}; }`;
}

const both = (rule: (colour: Colour, ground: Ground) => string): string =>
  COLOURS.flatMap((colour) => GROUNDS.map((ground) => rule(colour, ground))).join('\n');

/** The whole style sheet for highlights. */
export const HIGHLIGHT_CSS = `${both(ruleFor)}
::highlight(${FLASH}) { background-color: oklch(0.82 0.16 75); color: black; }
::highlight(${FOCUS}) {
  text-decoration: underline solid 3px currentColor;
  background-color: oklch(0.75 0.13 95 / 0.45);
}
@media (forced-colors: active) {
${both(forcedFor)}
::highlight(${FLASH}) { background-color: Highlight; color: HighlightText; }
::highlight(${FOCUS}) { background-color: Highlight; color: HighlightText; }
}`;

/** The outline of a highlighted image, which a highlight cannot paint. */
export function outlineFor(selector: string, colour: Colour, ground: Ground): string {
  const { hue, frame } = COLOUR_LOOKS[colour];
  const outline = `5px ${frame} oklch(${SETS[ground].line} ${hue})`;
  return `${selector} { outline: ${outline} !important; outline-offset: -5px !important; }`;
}
