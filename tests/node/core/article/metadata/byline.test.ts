import { describe, expect, it } from 'vitest';
import { bylineIn, cleanName, isLabel, joinNames } from '../../../../../src/core/article/metadata/byline.ts';

describe('cleanName', () => {
  it.each([
    ['By Jane Doe', 'Jane Doe'],
    ['作者：王小明', '王小明'],
    ['Автор: Анна Петрова', 'Анна Петрова'],
    ['Von Hanna Müller', 'Hanna Müller'],
    ['بقلم: ليلى حسن', 'ليلى حسن'],
    ['홍길동 기자', '홍길동'],
    ['Jane Doe,', 'Jane Doe'],
    ['Theo', 'Theo'],
    ['Theo Browne', 'Theo Browne'],
    ['Oleh Petrenko', 'Oleh Petrenko'],
    ['Di Marco Rossi', 'Marco Rossi'],
  ])('%s', (text, name) => expect(cleanName(text)).toBe(name));
  it.each(['', 'https://site.example/author/1', 'jane@site.example', '12345', '{{author}}', 'page.head.extra.author'])(
    'finds no name in %j',
    (text) => expect(cleanName(text)).toBeUndefined(),
  );
});

describe('joinNames', () => {
  it('lists each name once', () =>
    expect(joinNames(['By Jane Doe', 'jane doe', 'John Roe'])).toBe('Jane Doe, John Roe'));
  it('is nothing for nothing', () => expect(joinNames(['', 'https://x.example'])).toBeUndefined());
});

describe('bylineIn', () => {
  it.each([
    ['By Jane Doe | 5 May 2024', 'Jane Doe'],
    ['By Jane Doe May 5, 2024', 'Jane Doe'],
    ['Written by Jane Doe', 'Jane Doe'],
    ['作者：王小明 2024-05-05', '王小明'],
    ['Posted by Jane Doe on Friday December 19', 'Jane Doe'],
    ['03/01/2017 by Jane Doe, Keeper of the Harbour', 'Jane Doe, Keeper of the Harbour'],
    ['Am 5. Mai 2024 von Jane Doe', 'Jane Doe'],
    ['2024-05-05 记者 王小明', '王小明'],
    ['By Nolan 22', 'Nolan 22'],
    ['By Jane Doe in Weather', 'Jane Doe'],
    ['By Jane Doe @jane.doe', 'Jane Doe'],
    ['By Jane Doe on Thu', 'Jane Doe'],
    ['By Jane Doe, jane@lark.example', 'Jane Doe'],
    ['Autor: Jan Kowalski. Data publikacji Pią, 2010-11-19 12:04', 'Jan Kowalski'],
    ['作者：王小明 责任编辑：李四', '王小明'],
    ['by ibby', 'ibby'],
    ['Por Maria dos Santos', 'Maria dos Santos'],
    ['Por Juan de los Ríos', 'Juan de los Ríos'],
    ['Di Marco della Valle', 'Marco della Valle'],
    ['Door Jan ten Brink', 'Jan ten Brink'],
  ])('%s', (line, name) => expect(bylineIn(line)).toBe(name));
  it.each(['By View Profile', 'By View more posts', 'By Name', 'By Dec 1st'])('%s names nobody', (line) =>
    expect(bylineIn(line)).toBeUndefined(),
  );
  it('requires a sign of a byline', () => {
    expect(bylineIn('Jane Doe')).toBeUndefined();
    expect(bylineIn('Jane Doe', true)).toBe('Jane Doe');
    expect(bylineIn('several hundred commits', true)).toBeUndefined(); // in a box named after the author
    expect(bylineIn('jane', true)).toBe('jane');
    expect(bylineIn('Sailed round the cape by Jane Doe')).toBeUndefined(); // no date before it
    expect(bylineIn('By July 22')).toBeUndefined();
    expect(bylineIn('Zveřejněno: prosinec 20 2011', true)).toBeUndefined();
    expect(bylineIn('Фото: Анна Петрова', true)).toBeUndefined();
    expect(bylineIn('责任编辑：李四', true)).toBeUndefined();
    expect(bylineIn('Text Size')).toBeUndefined();
    expect(bylineIn('Von Kiel kam niemand')).toBeUndefined();
    expect(bylineIn('The Author', true)).toBeUndefined();
    expect(bylineIn('Words are all I have to take your heart away from me tonight')).toBeUndefined();
    expect(bylineIn('Von oben sieht alles kleiner aus. Das ist wahr.')).toBeUndefined();
  });
});

describe('isLabel', () => {
  it('recognises a label on its own', () => {
    expect(['by', 'By:', 'Author', '作者：'].map((line) => isLabel(line))).toEqual([true, true, true, true]);
    expect(isLabel('By Jane')).toBe(false);
  });
});
