/** host: the host of an address, and its display form. */
import { expect, it } from 'vitest';
import { hostOf, shortHost } from '../../../../../src/core/library/address/host.ts';

it.each([
  ['https://www.example.org:8080/a?b#c', 'www.example.org', 'example.org'],
  ['http://例え.jp/', 'xn--r8jz45g.jp', 'xn--r8jz45g.jp'],
  ['https://www2.example.org', 'www2.example.org', 'www2.example.org'],
  ['no address', '', ''],
])('%s → %s, %s', (url, host, short) => {
  expect([hostOf(url), shortHost(url)]).toEqual([host, short]);
});
