/**
 * enumeration-cues: the finder can match every listed word, and finds the first two points of every language in real
 * text.
 */
import { describe, expect, it } from 'vitest';
import type { Block } from '../../../../../src/core/article/article.ts';
import { CUES } from '../../../../../src/core/digest/outline/enumeration-cues.ts';
import { countedPoints } from '../../../../../src/core/digest/outline/enumerations.ts';

const BODY = 'qqqq wwww eeee rrrr tttt yyyy uuuu iiii oooo pppp aaaa ssss';

/** Paragraphs, one a line, each a cue followed by a point. */
function pointsAfter(cues: readonly string[]): string[][] {
  const lines = cues.map((cue) => `${cue}, ${BODY}.`);
  let start = 0;
  const blocks = lines.map((line): Block => {
    const block: Block = { kind: 'paragraph', start, end: start + line.length };
    start = block.end + 1;
    return block;
  });
  const text = lines.join('\n');
  return countedPoints(text, blocks).map((list) => list.map((point) => text.slice(point.from, point.start)));
}
/** The form at the beginning of a sentence. */
const opening = (cue: string) => cue.charAt(0).toUpperCase() + cue.slice(1);

describe('the cues', () => {
  it.each(CUES.map((series, at) => [`${series.name} ${at}`, series] as const))('are all found: %s', (_, series) => {
    const [firsts = [], seconds = []] = series.steps;
    const [first = '', second = ''] = [firsts[0], seconds[0]];
    for (const one of firsts) expect(pointsAfter([opening(one), opening(second)]), one).toHaveLength(1);
    for (const one of seconds) expect(pointsAfter([first, one]), one).toHaveLength(1);
    for (const one of series.last ?? []) expect(pointsAfter([first, second, one])[0], one).toHaveLength(3);
    const all = series.steps.map(([one = '']) => one);
    expect(pointsAfter(all)[0]).toHaveLength(all.length);
  });
  it('are normalised: lower case, trimmed, one kind of apostrophe, without duplicates in a step', () => {
    for (const { name, steps, last = [] } of CUES)
      for (const words of [...steps, last]) {
        expect(new Set(words).size, `${name}: ${words.join()}`).toBe(words.length);
        for (const word of words) {
          expect(word, name).toMatch(/^\S(?:.*\S)?$/u);
          expect(word, name).toBe(word.toLowerCase());
          expect(word, name).not.toMatch(/[’ʼ,|]/u);
        }
      }
  });
  it('never allow one word of a language to open two different points of a series', () => {
    for (const { name, steps, last = [] } of CUES) {
      const words = [...steps.flat(), ...last];
      expect(new Set(words).size, name).toBe(words.length);
    }
  });
  it('are found in Bengali in every encoding of the letter yya', () => {
    for (const yya of ['\u09af\u09bc', '\u09df']) expect(pointsAfter(['প্রথমত', `দ্বিতী${yya}ত`])).toHaveLength(1);
  });
  it('are found with any apostrophe', () => {
    for (const apostrophe of ["'", '’', 'ʼ']) {
      expect(pointsAfter([`Κατ${apostrophe} αρχάς`, 'Δεύτερον'])).toHaveLength(1);
      expect(pointsAfter([`D${apostrophe}abord`, 'Ensuite'])).toHaveLength(1);
    }
  });
});
