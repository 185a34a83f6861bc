import { describe, expect, it } from 'vitest';
import { fileName } from '../../../../../src/core/library/export/file-name.ts';

describe('the name of a file', () => {
  it.each([
    ['con', 'con_'],
    ['../../etc/passwd', 'etc passwd'],
    ['???', 'lede'],
    [
      'Bringing the small rivers of a county back to life and letting every village share in them',
      'Bringing the small rivers of a county back to life and',
    ],
    [`One ${'x'.repeat(80)}`, `One ${'x'.repeat(56)}`],
    ['社'.repeat(80), '社'.repeat(60)],
    ['Two boats: what | changed?', 'Two boats what changed'],
  ])('of %j is %j', (title, name) => expect(fileName(title)).toBe(name));
});
