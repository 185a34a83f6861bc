import { describe, expect, it } from 'vitest';
import { defaultSettings, parseSettingsFile, settingsFile } from '../../../../src/adapters/browser/settings.ts';

describe('settings', () => {
  it('come back from a file as they were', () => {
    const settings = { ...defaultSettings(), theme: 'sepia' as const, calmSites: ['example.org'] };
    expect(parseSettingsFile(settingsFile(settings))).toEqual(settings);
  });

  it('take the default for each field that does not fit, and keep the others', () => {
    const text = JSON.stringify({
      lede: 'settings',
      version: 1,
      settings: { theme: 'purple', oneTree: true, other: 1 },
    });
    expect(parseSettingsFile(text)).toEqual({ ...defaultSettings(), oneTree: true });
  });

  it('refuse a file that is something else', () => {
    for (const text of ['', 'null', '[]', '{}', '{"lede":"library","version":1,"settings":{}}']) {
      expect(parseSettingsFile(text)).toBe(null);
    }
  });
});
