import { describe, expect, it } from 'vitest';
import { isControl, isFirm, isInitials, isPictureLabel } from '../../../../../src/core/article/metadata/no-name.ts';

describe('text that is not a name', () => {
  it.each(['Log in', 'Вход', '登录', 'Text Size', 'View all posts', '~nick', 'editor', 'фото'])(
    '%s is a control',
    (text) => expect(isControl(text)).toBe(true),
  );
  it.each(['Jane Doe', 'Editor Jane', 'Foto Müller'])('%s is not a control', (text) =>
    expect(isControl(text)).toBe(false),
  );
  it.each(['Фото: Анна Петрова', 'Photo: Jane Doe', 'fot. Jan Kowalski', '© Jane Doe'])(
    '%s is a picture credit',
    (line) => expect(isPictureLabel(line)).toBe(true),
  );
  it('keeps a writer who also took the pictures', () => expect(isPictureLabel('Photos by Jane Doe')).toBe(false));
  it.each(['Netmakers Ltd', 'Lark GmbH', 'АО Вестник', 'Ναυς Α.Ε.', 'Lark S.A.', 'Lark Sp. z o.o.', 'Lark & Co.'])(
    '%s is a company',
    (name) => expect(isFirm(name)).toBe(true),
  );
  it.each(['Jane Doe', 'Ag Lloyd', 'Incan Doe', 'S.A. Doe', 'Doe, S.A.', 'B.V. Doe'])('%s is a person', (name) =>
    expect(isFirm(name)).toBe(false),
  );
  it('recognises initials', () => expect([isInitials('JD'), isInitials('Jo')]).toEqual([true, false]));
});
