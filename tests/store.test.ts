/** The texts and pictures for the browsers' stores exist and are within their limits. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const TOP = join(import.meta.dirname, '..');
const read = (path: string) => readFileSync(join(TOP, path), 'utf8');
const languages = readdirSync(join(TOP, 'public/_locales')).sort();
const manifest: { permissions: string[]; optional_permissions: string[]; optional_host_permissions: string[] } =
  JSON.parse(read('manifest.json'));

/** Characters, from the stores' own forms: Chrome 75/132/16,000, Firefox 50/250/15,000, Edge 45/132/250 to 10,000. */
const NAME_MOST = 45;
const SUMMARY_MOST = 132;
const DESCRIPTION = { least: 250, most: 10_000 };
/** Pixels. */
const SCREENSHOT = [1280, 800];
const SMALL_TILE = [440, 280];
const SCREENSHOTS = 5;

/** Width and height in a PNG's header. */
function sizeOf(path: string): number[] {
  const bytes = readFileSync(join(TOP, path));
  expect(bytes.subarray(1, 4).toString()).toBe('PNG');
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

describe('the listings', () => {
  it('exist in every language of the interface', () => {
    expect(readdirSync(join(TOP, 'store/listings')).sort()).toEqual(languages.map((language) => `${language}.json`));
  });
  it.each(languages)('%s is within the limits', (language) => {
    const listing: Record<string, string> = JSON.parse(read(`store/listings/${language}.json`));
    const { name = '', summary = '', description = '' } = listing;
    expect(name).toMatch(/^Lede/u);
    expect(name.length).toBeLessThanOrEqual(NAME_MOST);
    expect(summary.length).toBeGreaterThan(0);
    expect(summary.length).toBeLessThanOrEqual(SUMMARY_MOST);
    expect(description.length).toBeGreaterThanOrEqual(DESCRIPTION.least);
    expect(description.length).toBeLessThanOrEqual(DESCRIPTION.most);
  });
  it.each(languages)('%s describes the extension in the manifest within the limit', (language) => {
    const sentences: Record<string, { message: string }> = JSON.parse(
      read(`public/_locales/${language}/messages.json`),
    );
    expect(sentences['app_description']?.message.length).toBeLessThanOrEqual(SUMMARY_MOST);
  });
});

describe('the forms', () => {
  it('give a reason for every permission, and for nothing else', () => {
    const reasons = [...read('store/PERMISSIONS.md').matchAll(/^\| `([^`]+)`/gmu)].map(([, name]) => name);
    expect(reasons.sort()).toEqual(
      [...manifest.permissions, ...manifest.optional_permissions, ...manifest.optional_host_permissions].sort(),
    );
  });
  it('have five screenshots and a small tile of the right size', () => {
    const pictures = readdirSync(join(TOP, 'store/pictures')).sort();
    const screenshots = pictures.filter((name) => name !== 'tile.png');
    expect(screenshots).toHaveLength(SCREENSHOTS);
    for (const name of screenshots) expect(sizeOf(`store/pictures/${name}`), name).toEqual(SCREENSHOT);
    expect(sizeOf('store/pictures/tile.png')).toEqual(SMALL_TILE);
  });
});
