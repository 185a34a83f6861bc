import { describe, expect, it } from 'vitest';
import { mergeSettings } from '../../../../../src/core/library/sync/settings.ts';

describe('settings of two devices', () => {
  const base = { theme: 'light', sites: ['a', 'b'], reading: { sizePx: 19, justified: false } };

  it('take each field from the side that changed it', () => {
    const mine = { ...base, reading: { sizePx: 22, justified: false } };
    const theirs = { ...base, theme: 'dark', reading: { sizePx: 19, justified: true } };
    expect(mergeSettings(base, mine, theirs)).toEqual({
      theme: 'dark',
      sites: ['a', 'b'],
      reading: { sizePx: 22, justified: true },
    });
  });

  it('keep what either side added to a list, and leave out what either removed', () => {
    const merged = mergeSettings(base, { ...base, sites: ['b', 'mine'] }, { ...base, sites: ['a', 'b', 'theirs'] });
    expect(merged.sites).toEqual(['b', 'theirs', 'mine']);
  });

  it('have one correction for each site', () => {
    const of = (keep: string) => ({ corrections: [{ site: 'news.example', correction: { keep } }] });
    expect(mergeSettings({}, of('more'), of('less'))).toEqual(of('less'));
  });

  it('have the same result on both sides if both changed one value', () => {
    expect(mergeSettings({ theme: 'light' }, { theme: 'dark' }, { theme: 'sepia' })).toEqual({ theme: 'sepia' });
    expect(mergeSettings({}, { theme: 'dark' }, { theme: 'sepia' })).toEqual({ theme: 'sepia' });
  });

  it('keep fields that only a newer Lede knows, and are not misled by names of object properties', () => {
    expect(mergeSettings({}, { theme: 'dark' }, JSON.parse('{"new":1,"constructor":2}'))).toEqual({
      new: 1,
      constructor: 2,
      theme: 'dark',
    });
  });
});
