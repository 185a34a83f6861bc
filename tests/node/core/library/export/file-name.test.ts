import { describe, expect, it } from 'vitest';
import { fileName } from '../../../../../src/core/library/export/file-name.ts';

describe('the name of a file', () => {
  it.each([
    ['con', 'con_'],
    ['../../etc/passwd', 'etc passwd'],
    ['???', 'lede'],
    ['Two boats: what | changed?', 'Two boats what changed'],
  ])('of %j is %j', (title, name) => expect(fileName(title)).toBe(name));
});
