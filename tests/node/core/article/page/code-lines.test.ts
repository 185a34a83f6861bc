/** CodeLines: how many line feeds are missing between two texts of a block of code. */
import { describe, expect, it } from 'vitest';
import { CodeLines } from '../../../../../src/core/article/page/code-lines.ts';

/** Feeds elements `<`, `>`, breaks `/` and texts, and returns the code. */
function code(...steps: string[]): string {
  const lines = new CodeLines();
  let text = '';
  for (const step of steps) {
    if (step === '<') lines.enter();
    else if (step === '>') lines.leave();
    else if (step === '/') lines.lineBreak();
    else text += '\n'.repeat(lines.before(step, text.slice(-4))) + step;
  }
  return text;
}

describe('lines', () => {
  it('end with their elements, once for nested elements', () => {
    expect(code('<', 'a', '>', '<', 'b', '>')).toBe('a\nb');
    expect(code('<', '<', 'a', '>', '>', '<', '<', 'b', '>', '>')).toBe('a\nb');
    expect(code('<', 'a', ' b', '>', 'c')).toBe('a b\nc');
  });
  it('keep their indentation if it is a separate text', () => {
    expect(code('<', 'a', '>', '<', '  ', 'b', '>')).toBe('a\n  b');
  });
  it('end once if there is a line feed too', () => {
    expect(code('<', 'a', '>', '\n', '<', 'b', '>')).toBe('a\nb');
    expect(code('<', 'a\n', '>', '<', 'b', '>')).toBe('a\nb');
  });
  it('are empty if an element, or the space between two breaks, is empty', () => {
    expect(code('<', 'a', '>', '<', '>', '<', 'b', '>')).toBe('a\n\nb');
    expect(code('a', '/', '/', 'b')).toBe('a\n\nb');
    expect(code('<', '>', '<', 'a', '>')).toBe('a');
  });
});
