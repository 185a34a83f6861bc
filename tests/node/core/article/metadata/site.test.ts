/** bareSiteName: a site's name without its slogan. */
import { describe, expect, it } from 'vitest';
import { bareSiteName } from '../../../../../src/core/article/metadata/site.ts';

describe('a site’s name', () => {
  it.each([
    ['Lindholm Courier® | News of the harbour', 'Lindholm Courier'],
    ['Courier.no - Read what happens now', 'Courier.no'],
    ['Blog - Lindholm Courier', 'Lindholm Courier'],
    ['Harbour Notes: boats, ropes and bread', 'Harbour Notes'],
    ['The Courier', 'The Courier'],
    ['Jean-Luc’s log', 'Jean-Luc’s log'],
    ['News', 'News'],
  ])('%s is %s', (told, name) => expect(bareSiteName(told)).toBe(name));
  it('is missing if a template was not filled in', () => {
    expect(bareSiteName('{{site.name}}')).toBeUndefined();
    expect(bareSiteName(undefined)).toBeUndefined();
  });
});
