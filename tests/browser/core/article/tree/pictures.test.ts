import { expect, it } from 'vitest';
import { mediumElement } from '../../../../../src/core/article/tree/pictures.ts';

function addressOf(attributes: string): string | undefined {
  const image = new DOMParser().parseFromString(`<img ${attributes}>`, 'text/html').querySelector('img');
  return image ? mediumElement(image, 'https://a.example/page/')?.attributes?.src : undefined;
}

it.each([
  ['data-pagespeed-x="/b.jpg" src="data:image/gif;base64,R0lGOD"', 'https://a.example/b.jpg'],
  ['data-anything="//cdn.example/b.webp?w=600"', 'https://cdn.example/b.webp?w=600'],
  ['ng-lazy-img="b.png 600w, c.png 1400w" src="/img/blank.gif"', 'https://a.example/page/c.png'],
  ['src="/img/lazyload-placeholder.svg" zoomfile="big/b.jpeg"', 'https://a.example/page/big/b.jpeg'],
  ['src="/b.jpg" data-caption="c.jpg"', 'https://a.example/b.jpg'],
  ['src="/placeholder.png"', 'https://a.example/placeholder.png'],
])('finds the address of a picture by the shape of an attribute: %s', (attributes, address) => {
  expect(addressOf(attributes)).toBe(address);
});

it.each([
  'data-link="/b.jpg"',
  'alt="b.jpg"',
  'onclick="go(\'b.jpg\')"',
  'data-x="javascript:b.jpg"',
  'data-x="a b.jpg"',
])('takes no other words for one: %s', (attributes) => expect(addressOf(attributes)).toBeUndefined());
