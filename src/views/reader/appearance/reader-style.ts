/** How the reader's settings become style. */
import type { ReaderSettings } from '../../../adapters/browser/settings.ts';

const FACES: Record<ReaderSettings['typeface'], string> = {
  serif: "'Literata Variable', 'Noto Serif', 'Noto Serif CJK SC', 'Songti SC', Georgia, serif",
  sans: 'var(--font)',
  mono: "ui-monospace, 'Cascadia Code', 'Noto Sans Mono', 'Noto Sans Mono CJK SC', monospace",
  hyperlegible: "'Atkinson Hyperlegible', var(--font)",
  dyslexic: "'OpenDyslexic', var(--font)",
};

/** Custom properties and classes of the reading column. */
export function readerStyle(reading: ReaderSettings): { style: Record<string, string | number>; classes: string } {
  const style = {
    '--face': FACES[reading.typeface],
    '--size': `${reading.sizePx / 16}rem`, // rem: a person's own larger letters are kept
    // one length for the column and for its sides
    '--measure': `${(reading.widthEm * reading.sizePx) / 16}rem`,
    '--leading': reading.lineHeight,
    '--letter-space': `${reading.letterSpaceEm}em`,
  };
  const classes = ['reader', reading.justified && 'reader-justified'];
  return { style, classes: classes.filter(Boolean).join(' ') };
}

/** Faces that come with Lede, by the name their style sheets give them; the others are the system's own. */
const SHIPPED: Partial<Record<ReaderSettings['typeface'], string>> = {
  serif: "'Literata Variable'",
  hyperlegible: "'Atkinson Hyperlegible'",
  dyslexic: "'OpenDyslexic'",
};

/**
 * Fetches the letters of the chosen face, so that no line breaks again when they come; nothing to wait for where it is
 * the system's.
 */
export async function loadTypeface({ typeface }: Pick<ReaderSettings, 'typeface'>): Promise<void> {
  const face = SHIPPED[typeface];
  if (face) await document.fonts.load(`1em ${face}`).catch(() => undefined);
}
