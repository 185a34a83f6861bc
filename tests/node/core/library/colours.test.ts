import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { COLOUR_LOOKS, colourValue } from '../../../../src/core/library/colours.ts';
import { COLOURS } from '../../../../src/core/library/records.ts';

const sheet = (path: string) => readFileSync(join(import.meta.dirname, '../../../../src/views/parts', path), 'utf8');

/** Degrees between two hues, 0–180. */
const between = (a: number, b: number) => 180 - Math.abs(180 - Math.abs(a - b));

describe('the colours of highlights', () => {
  it('differ in hue and line style', () => {
    const looks = COLOURS.map((colour) => COLOUR_LOOKS[colour]);
    expect(new Set(looks.map(({ line }) => line)).size).toBe(COLOURS.length);
    expect(new Set(looks.map(({ frame }) => frame)).size).toBe(COLOURS.length);
    for (const one of looks) {
      for (const other of looks) if (one !== other) expect(between(one.hue, other.hue)).toBeGreaterThan(40);
    }
  });

  it("are the same in Lede's own pages", () => {
    const tokens = sheet('tokens.css');
    const dots = sheet('controls/colour-dots.css');
    for (const colour of COLOURS) {
      for (const ground of ['light', 'dark'] as const) {
        expect(tokens).toContain(`--mark-${colour}: ${colourValue(colour, ground)};`);
      }
      expect(dots).toContain(`--mark: var(--mark-${colour});`);
    }
    expect(tokens.match(/--mark-\w+: oklch/gu)).toHaveLength(2 * COLOURS.length);
  });
});
