import { describe, expect, it } from 'vitest';
import {
  bodyOf,
  childrenOf,
  contentTypeOf,
  copyOf,
  elementsOf,
  isShadowed,
  siblingOf,
  titleOf,
} from '../../../../../src/core/article/page/dom-clobbering.ts';

const parse = (html: string) => new DOMParser().parseFromString(html, 'text/html');

describe('unshadowed', () => {
  it('sees through a form whose controls shadow its properties', () => {
    const document = parse('<form><input name="firstChild"><input name="nodeType"><p>kept</p></form><i>after</i>');
    const form = document.getElementsByTagName('form').item(0);
    if (!form) return expect.fail('no form');
    expect(isShadowed(form)).toBe(true);
    expect(childrenOf(form).map((child) => child.nodeName)).toEqual(['INPUT', 'INPUT', 'P']);
    expect(siblingOf(form)?.nodeName).toBe('I');
  });

  it('does not report an ordinary form, or any other node, as shadowed', () => {
    const document = parse('<form><input name="q"></form><p>text</p>');
    for (const element of elementsOf(document)) expect(isShadowed(element)).toBe(false);
    expect(childrenOf(document.createTextNode('x'))).toEqual([]);
    expect(siblingOf(document.createElement('p'))).toBeNull();
  });

  it('finds a document’s body and type, and clones it', () => {
    const document = parse('<p>text</p>');
    expect(bodyOf(document)?.nodeName).toBe('BODY');
    expect(contentTypeOf(document)).toBe('text/html');
    expect(copyOf(document).nodeType).toBe(9);
    expect(titleOf(document)).toBe('');
    document.body.remove();
    expect(bodyOf(document)?.nodeName).toBe('HTML');
  });
});
