import { describe, expect, it } from 'vitest';
import {
  SEARCH_MOST,
  changeSettings,
  defaultSettings,
  parseSettingsFile,
  readSettings,
  readerDefaults,
  settingsFile,
  travellingSettings,
  withCorrection,
} from '../../../../src/adapters/browser/settings.ts';

describe('settings', () => {
  it('can be restored from a file unchanged', () => {
    const settings = { ...defaultSettings(), theme: 'sepia' as const, calmSites: ['example.org'] };
    expect(parseSettingsFile(settingsFile(settings), defaultSettings())).toEqual({ settings, model: null });
  });

  it('use the default for each invalid field, and keep the others', () => {
    const text = JSON.stringify({
      lede: 'settings',
      version: 1,
      settings: { theme: 'purple', oneTree: true, other: 1 },
    });
    const settings = { ...defaultSettings(), oneTree: true };
    expect(parseSettingsFile(text, defaultSettings())).toEqual({ settings, model: null });
  });

  describe('keep a file from choosing a language model', () => {
    const own = { ...defaultSettings(), model: 'built-in' as const, modelName: 'mine' };
    const stranger = { model: 'address' as const, modelAddress: 'https://evil.example/v1', modelName: 'theirs' };
    const fileWith = (change: object) => settingsFile({ ...defaultSettings(), theme: 'sepia', ...change });

    it('at an address, which is kept aside until the person agrees', () => {
      expect(parseSettingsFile(fileWith(stranger), own)).toEqual({
        settings: { ...own, theme: 'sepia' },
        model: stranger,
      });
    });
    it('by an address that is set while no model is on', () => {
      const read = parseSettingsFile(fileWith({ ...stranger, model: 'none' }), own);
      expect(read).toEqual({ settings: { ...own, theme: 'sepia', model: 'none' }, model: null });
    });
    it('and ask nothing if the file names the model in use', () => {
      const now = { ...own, ...stranger };
      expect(parseSettingsFile(fileWith(stranger), now)).toEqual({ settings: { ...now, theme: 'sepia' }, model: null });
    });
  });

  it('keep a file from joining sites', () => {
    const theirs = settingsFile({ ...defaultSettings(), joinedSites: [['evil.example', 'bank.example']] });
    const own = { ...defaultSettings(), joinedSites: [['a.example', 'b.example'] as [string, string]] };
    expect(parseSettingsFile(theirs, own)?.settings.joinedSites).toEqual(own.joinedSites);
  });

  it('keep a file from turning on a copy that needs a permission', () => {
    const theirs = settingsFile({ ...defaultSettings(), weeklyCopy: true });
    expect(parseSettingsFile(theirs, defaultSettings())?.settings.weeklyCopy).toBe(false);
  });

  it('lose no other search where one is too long, and keep the newest of too many sites', async () => {
    await changeSettings({ searches: ['boats', 'x'.repeat(SEARCH_MOST + 1), 'is:read'] });
    expect((await readSettings()).searches).toEqual(['boats', 'is:read']);
    const corrections = Array.from({ length: 2_001 }, (_, at) => ({ site: `s${at}.example`, correction: {} }));
    await changeSettings({ corrections });
    const kept = (await readSettings()).corrections;
    expect([kept.length, kept.at(-1)?.site]).toEqual([2_000, 's2000.example']);
    await changeSettings({ corrections: [], searches: [] });
  });

  it('take in two changes of one list that are made at once', async () => {
    const add = (site: string) =>
      changeSettings(({ corrections }) => ({ corrections: withCorrection(corrections, site, { keep: 'more' }) }));
    await Promise.all([add('a.example'), add('b.example'), travellingSettings.change({ theme: 'dark' })]);
    expect((await readSettings()).corrections.map(({ site }) => site)).toEqual(['a.example', 'b.example']);
    await changeSettings({ corrections: [], theme: 'system' });
  });

  it('that sync have no models, voices or tab, and apply only valid fields', async () => {
    await changeSettings({ model: 'built-in', tab: 'notes', reading: { ...readerDefaults(), voices: { en: 'mine' } } });
    const travelling = await travellingSettings.read();
    expect(Object.keys(travelling)).not.toEqual(expect.arrayContaining(['model']));
    expect(JSON.stringify(travelling)).not.toMatch(/model|voices|"tab"/);
    const news = { theme: 'sepia', model: 'address', modelAddress: 'https://evil.example/v1', reading: { sizePx: 22 } };
    await travellingSettings.change(news);
    const now = await readSettings();
    expect(now).toMatchObject({ theme: 'sepia', model: 'built-in', reading: { sizePx: 22, voices: { en: 'mine' } } });
    expect(now.modelAddress).not.toContain('evil');
  });

  it('reject a file of another kind', () => {
    for (const text of ['', 'null', '[]', '{}', '{"lede":"library","version":1,"settings":{}}']) {
      expect(parseSettingsFile(text, defaultSettings())).toBe(null);
    }
  });
});
