/** CodeLines: how many line feeds are missing between two texts of a block of code. */
import { describe, expect, it } from 'vitest';
import { CodeLines } from '../../../../../src/core/article/page/code-lines.ts';

/** Tells elements `<`, `>`, breaks `/` and texts; answers the code. */
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
  it('end with their elements, once where elements lie in each other', () => {
    expect(code('<', 'a', '>', '<', 'b', '>')).toBe('a\nb');
    expect(code('<', '<', 'a', '>', '>', '<', '<', 'b', '>', '>')).toBe('a\nb');
    expect(code('<', 'a', ' b', '>', 'c')).toBe('a b\nc');
  });
  it('keep their indent where it is a text of its own', () => {
    expect(code('<', 'a', '>', '<', '  ', 'b', '>')).toBe('a\n  b');
  });
  it('end once where a line feed stands beside', () => {
    expect(code('<', 'a', '>', '\n', '<', 'b', '>')).toBe('a\nb');
    expect(code('<', 'a\n', '>', '<', 'b', '>')).toBe('a\nb');
  });
  it('are empty where nothing stands in an element or between two breaks', () => {
    expect(code('<', 'a', '>', '<', '>', '<', 'b', '>')).toBe('a\n\nb');
    expect(code('a', '/', '/', 'b')).toBe('a\n\nb');
    expect(code('<', '>', '<', 'a', '>')).toBe('a');
  });
});
