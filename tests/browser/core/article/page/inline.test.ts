/** inline: which elements are inline, and which are hidden by their own attributes. */
import { describe, expect, it } from 'vitest';
import { hidesItself, isInline } from '../../../../../src/core/article/page/inline.ts';

function elementOf(html: string, selector = '[data-it]'): Element {
  const found = new DOMParser().parseFromString(html, 'text/html').querySelector(selector);
  if (!found) throw new Error(`no ${selector}`);
  return found;
}
const inline = (html: string, selector?: string) => isInline(elementOf(html, selector));
const hides = (attributes: string, tag = 'div') => hidesItself(elementOf(`<${tag} data-it ${attributes}>x</${tag}>`));

describe('isInline', () => {
  it.each(['a', 'em', 'strong', 'span', 'code', 'ruby', 'rt', 'img', 'br', 'time', 'sup', 'button', 'label'])(
    '%s is inline',
    (tag) => expect(inline(`<p>a <${tag} data-it></${tag}></p>`, tag)).toBe(true),
  );
  it.each(['div', 'p', 'li', 'h1', 'blockquote', 'pre', 'figure', 'section', 'dd', 'unheardof'])(
    '%s is a block',
    (tag) => expect(inline(`<${tag} data-it>a</${tag}>`)).toBe(false),
  );
  it('treats formulas as inline', () => {
    expect(inline('<p>a <math><mrow><mi data-it>x</mi></mrow></math></p>')).toBe(true);
    expect(inline('<math data-it></math>')).toBe(true);
  });
  it('treats a custom element by its use', () => {
    expect(inline('<div>港口 <x-term data-it>a</x-term></div>')).toBe(true);
    expect(inline('<div><x-term data-it>a</x-term>, he said</div>')).toBe(true);
    expect(inline('<p><x-term data-it>a</x-term></p>')).toBe(true);
    expect(inline('<div>\n<x-card data-it>a</x-card>\n</div>')).toBe(false);
    expect(inline('<div><x-card>a</x-card><x-card data-it>b</x-card></div>')).toBe(false);
  });
});

describe('hidesItself', () => {
  it.each([
    'hidden',
    'hidden=""',
    'style="display: none"',
    'style="color:red;DISPLAY:NONE"',
    'style="visibility : hidden"',
    'aria-hidden="true"',
  ])('hidden: %s', (attributes) => expect(hides(attributes)).toBe(true));
  it.each([
    '',
    'hidden="until-found"',
    'style="display:block"',
    'style="visibility:visible"',
    'aria-hidden="false"',
    'class="hidden"',
  ])('shown: %s', (attributes) => expect(hides(attributes)).toBe(false));
  it('is false for a link that only screen readers skip, and for a formula kept for them', () => {
    expect(hides('aria-hidden="true"', 'a')).toBe(false);
    expect(hides('aria-hidden="true"', 'span')).toBe(true);
    expect(hides('class="mwe-math-mathml" style="display:none"', 'span')).toBe(false);
  });
});
