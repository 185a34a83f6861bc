/**
 * Checks the messages: every language is complete and sorted, every key is used and exists, and the words are plain.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { EXPORT_FORMATS } from '../src/core/library/export/export.ts';
import { REASONS } from '../src/core/library/import/problem.ts';
import { COLOURS } from '../src/core/library/records.ts';
import { STOPS } from '../src/core/library/sync/state.ts';
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

describe('the messages', () => {
  it('English and Chinese exist', () => expect(languages).toEqual(expect.arrayContaining(['en', 'zh_CN'])));
  it.each(languages)('%s is complete, in order, with the placeholders of English', (language) => {
    const file = readFileSync(join(LOCALES, language, 'messages.json'), 'utf8');
    expect(localeFaults(language, file, english)).toEqual([]);
  });
  it('English has no jargon', () => expect(plainFaults(english)).toEqual([]));
  it('every key in code or manifest has a message', () => {
    const missing = [...new Set([...sources, manifest].flatMap(keysNamed))].filter((key) => !(key in english));
    expect(missing.map((key) => `${key} is asked for and has no sentence: add it to every _locales.`)).toEqual([]);
  });
  it('every message is used', () => {
    const used = keysUsed(Object.keys(english), [...sources, manifest]);
    const idle = Object.keys(english).filter((key) => !used.has(key));
    expect(idle.map((key) => `${key} is said nowhere: take it out of every _locales.`)).toEqual([]);
  });
});

describe('keys made from lists have messages', () => {
  const lists: Record<string, readonly string[]> = {
    colour: COLOURS,
    library_format: EXPORT_FORMATS,
    library_problem: REASONS,
    sync_stop: STOPS,
  };
  it.each(Object.entries(lists))('%s_…', (start, names) => {
    const keys = names.map((name) => `${start}_${name.replaceAll('-', '_')}`);
    expect(keys.filter((key) => !(key in english))).toEqual([]);
  });
  it('every locale can be chosen, and every choice is a locale', () => {
    const source = readFileSync(join(TOP, 'src/adapters/i18n/language.ts'), 'utf8');
    const list = /LANGUAGES = \[(.*?)\] as const/su.exec(source)?.[1] ?? '';
    const tags = [...list.matchAll(/'([\w-]+)'/gu)].map(([, tag = '']) => tag.replace('-', '_'));
    expect(tags.sort()).toEqual(languages);
  });
  it('every command of the manifest does something and is listed in the options', () => {
    const { commands } = JSON.parse(manifest);
    const own = Object.keys(commands).filter((name) => !name.startsWith('_'));
    const actions = readFileSync(join(TOP, 'src/background/main.ts'), 'utf8');
    expect(own.filter((name) => !actions.includes(`  ${name}: (tab) =>`))).toEqual([]);
    const told = readFileSync(join(TOP, 'src/views/parts/GlobalKeys.tsx'), 'utf8');
    expect(Object.keys(commands).filter((name) => !told.includes(`  ${name}: '`))).toEqual([]);
    // Chromium rejects an extension that suggests more.
    expect(Object.values(commands).filter((one) => JSON.stringify(one).includes('suggested_key')).length).toBeLessThan(
      5,
    );
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
  it('accepts a complete language, with more plural forms than English', () => {
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
