import { describe, expect, it } from 'vitest';
import { trimmedLabel } from '../../../../../../src/core/digest/outline/topics/label-trim.ts';

const trimmed = (line: string) => line.slice(...trimmedLabel(line, 0, line.length));

describe('trimmedLabel', () => {
  it.each([
    ['History[edit]', 'History'],
    ['History [edit source]', 'History'],
    ['Geschichte[Bearbeiten | Quelltext bearbeiten]', 'Geschichte'],
    ['Histoire[modifier | modifier le code]', 'Histoire'],
    ['История[править | править код]', 'История'],
    ['历史[编辑]', '历史'],
    ['歴史[編集]', '歴史'],
    ['역사[편집]', '역사'],
    ['التاريخ[عدل]', 'التاريخ'],
    ['Lịch sử[sửa | sửa mã nguồn]', 'Lịch sử'],
    ['Install¶', 'Install'],
    ['Install #', 'Install'],
    ['Installation#', 'Installation'],
    ['Footnotes 🔗', 'Footnotes'],
    ['# Install', 'Install'],
    ['Install Copy link', 'Install'],
    ['InstallationDirect link to Installation', 'Installation'],
    ['InstallationSection titled “Installation”', 'Installation'],
    ['Installation Link kopieren', 'Installation'],
    ['安装复制链接', '安装'],
    ['インストール リンクをコピー', 'インストール'],
    ['Install [edit] ¶', 'Install'],
  ])('%s', (line, own) => expect(trimmed(line)).toBe(own));
  it.each([
    'Learning C#',
    '#1 Agoda',
    '#MeToo and after',
    '§ 3 Liability',
    'How to Copy link',
    'Step 4: Copy link',
    'Step 4 Copy link',
    'Copy link',
    'What is new ⬇️',
    'Vitamins [A–E]',
    'How to edit',
    'Why we share',
    '共享',
  ])('stays whole: %s', (line) => expect(trimmed(line)).toBe(line));
});

it('takes time that grows with the line alone', () => {
  const line = `Install${'¶'.repeat(100_000)}x`;
  const started = performance.now();
  expect(trimmed(line)).toBe(line);
  expect(performance.now() - started).toBeLessThan(500);
});
