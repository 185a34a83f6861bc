/** A part of one page is found on other pages of its site, by names and place, not by numbers. */
import { describe, expect, it } from 'vitest';
import { describePart, findPart } from '../../../../../src/core/article/removals/page-part.ts';

const parse = (body: string) => new DOMParser().parseFromString(body, 'text/html');
const found = (body: string, path: string, order = 0) => findPart(parse(body), { path, order })?.textContent ?? null;

describe('a part of a page', () => {
  it('is identified by tags and words of class and id, outward, without page-specific numbers', () => {
    const document = parse('<main id="top"><div class="post-1234 entry"><p>One</p></div></main>');
    const post = document.querySelector('div');
    expect(post && describePart(post)).toEqual({ path: 'div.entry.post < main.top', order: 0 });
  });

  it('is found again among similar elements', () => {
    const document = parse('<div><p>One</p><p>Two</p></div>');
    const second = document.querySelectorAll('p')[1];
    const part = second && describePart(second);
    expect(part).toEqual({ path: 'p < div', order: 1 });
    expect(part && findPart(document, part)).toBe(second);
  });

  it('is found on another page of the site with more content around it', () => {
    expect(
      found('<main><div class="x"><div class="entry post-9">There</div></div></main>', 'div.entry.post < main'),
    ).toBe('There');
    expect(found('<div class="entry">Side</div><main><div class="entry">Right</div></main>', 'div.entry < main')).toBe(
      'Right',
    );
  });

  it('is not guessed: an element without a name must have the same parent', () => {
    expect(found('<div>Any</div>', 'div < main')).toBeNull();
    expect(found('<main><div>This</div></main>', 'div < main')).toBe('This');
    expect(found('<p>None</p>', 'div.entry')).toBeNull();
  });

  it('works with a form whose controls are named like its properties', () => {
    const document = parse('<form><input name="parentNode"><input name="getAttribute"><p class="in">Words</p></form>');
    const inside = document.querySelector('p');
    const part = inside && describePart(inside);
    expect(part?.path).toBe('p.in < form');
    expect(part && findPart(document, part)).toBe(inside);
  });
});
