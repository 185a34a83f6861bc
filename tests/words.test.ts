/**
 * Keeps the sentences: every language complete and in order, every key used, every key that is used there, plain words
 * only.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Sentences, keysNamed, keysUsed, localeFaults, plainFaults } from './house/sentences.ts';

const TOP = join(import.meta.dirname, '..');
const LOCALES = join(TOP, 'public/_locales');
const languages = readdirSync(LOCALES).sort();
const read = (language: string): Sentences =>
  JSON.parse(readFileSync(join(LOCALES, language, 'messages.json'), 'utf8'));
const english = read('en');
const sources = readdirSync(join(TOP, 'src'), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.(?:tsx?|html)$/u.test(entry.name))
  .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
const manifest = readFileSync(join(TOP, 'manifest.json'), 'utf8');

describe('the sentences stand', () => {
  it('English and Chinese are there', () => expect(languages).toEqual(expect.arrayContaining(['en', 'zh_CN'])));
  it.each(languages)('%s is complete, in order, with the placeholders of English', (language) => {
    const file = readFileSync(join(LOCALES, language, 'messages.json'), 'utf8');
    expect(localeFaults(language, file, english)).toEqual([]);
  });
  it('English is plain', () => expect(plainFaults(english)).toEqual([]));
  it('every key that code or manifest names has its sentence', () => {
    const missing = [...new Set([...sources, manifest].flatMap(keysNamed))].filter((key) => !(key in english));
    expect(missing.map((key) => `${key} is asked for and has no sentence: add it to every _locales.`)).toEqual([]);
  });
  it('every sentence is said somewhere', () => {
    const used = keysUsed(Object.keys(english), [...sources, manifest]);
    const idle = Object.keys(english).filter((key) => !used.has(key));
    expect(idle.map((key) => `${key} is said nowhere: take it out of every _locales.`)).toEqual([]);
  });
});

describe('the rules can fail', () => {
  const sentences = (text: Record<string, string>): Sentences =>
    Object.fromEntries(Object.entries(text).map(([key, message]) => [key, { message }]));
  const file = (text: Record<string, string>) => JSON.stringify(sentences(text));
  const ours = sentences({ a_one: '$1 block', a_other: '$1 blocks', b: 'Read' });

  it.each([
    ['a missing sentence', { a_one: '$1', a_other: '$1' }, 'b is missing'],
    ['one too many', { a_one: '$1', a_other: '$1', b: 'L', c: 'M' }, 'c is not in en'],
    ['another order', { b: 'L', a_one: '$1', a_other: '$1' }, 'out of order'],
    ['an empty one', { a_one: '$1', a_other: '$1', b: ' ' }, 'b is empty'],
    ['a lost placeholder', { a_one: '$1', a_other: 'blocs', b: 'L' }, 'a_other'],
    ['an untranslated sentence', { a_one: '$1', a_other: '$1', b: 'Read' }, 'as in en'],
  ])('%s', (_what, text: Record<string, string>, part) => {
    const three = { ...ours, b: { message: 'Read it slowly' } };
    const given = text.b === 'Read' ? { ...text, b: 'Read it slowly' } : text;
    expect(localeFaults('fr', file(given), three).join()).toContain(part);
  });
  it('lets a complete language through, with more plural forms than English', () => {
    expect(
      localeFaults('pl', file({ a_few: '$1 bloki', a_many: '$1', a_one: '$1', a_other: '$1', b: 'L' }), ours),
    ).toEqual([]);
  });
  it('alarming words', () => {
    expect(plainFaults(sentences({ a: 'An error occurred', b: 'Invalid file', c: 'We failed to save' }))).toHaveLength(
      3,
    );
    expect(plainFaults(sentences({ a: 'The terror of the sea', b: 'Nothing is saved yet.' }))).toEqual([]);
  });
  it('finds keys in calls, attributes and templates', () => {
    expect(keysNamed(`t('a_b'); count("notes", 3); <Button label={t('c')} />; __MSG_app_name__; t(key)`)).toEqual([
      'a_b',
      'c',
      'notes_other',
      'app_name',
    ]);
    const used = keysUsed(
      ['reason_hidden', 'reason_notice', 'view_x', 'notes_one', 'notes_other', 'idle'],
      ['const r = t(`reason_${reason}`); t("view_x"); count("notes", 2)'],
    );
    expect([...used].sort()).toEqual(['notes_one', 'notes_other', 'reason_hidden', 'reason_notice', 'view_x']);
    const group = ['t(`${group}_${one}`)', '<Choice group="typeface" />'];
    expect([...keysUsed(['typeface_serif', 'focus_line'], group)]).toEqual(['typeface_serif']);
  });
});
