/** class-names: the names that authors give to a part of a page, in any style. */
import { describe, expect, it } from 'vitest';
import { Names } from '../../../../../../src/core/article/judge/features/class-names.ts';

function namesOf(attributes: Record<string, string>, tag = 'div'): string[] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return new Names().of(element);
}

describe('Names', () => {
  it('returns only the tag if the element has no names', () => {
    expect(namesOf({})).toEqual(['<div>']);
    expect(namesOf({ class: '', id: '' }, 'article')).toEqual(['<article>']);
    expect(namesOf({ class: ' 12 x _ 港口 ' })).toEqual(['<div>']);
  });
  it.each(['relatedPosts', 'related-posts', 'related_posts', 'RELATED posts', 'related:posts', 'related2posts'])(
    'reads %s',
    (name) => {
      expect(namesOf({ class: name })).toEqual(['<div>', 'related', 'posts']);
      expect(namesOf({ id: name })).toEqual(['<div>', 'related', 'posts']);
    },
  );
  it('keeps role and property apart from words, and class before id', () => {
    expect(namesOf({ id: 'main', class: 'story', role: 'Main', itemprop: 'articleBody' }, 'section')).toEqual([
      '<section>',
      'role=main',
      'itemprop=articlebody',
      'story',
      'main',
    ]);
  });
  it('drops generated words and truncates long lists', () => {
    expect(namesOf({ class: `story ${'x'.repeat(30)} ${'a'.repeat(19)}` })).toEqual(['<div>', 'story', 'a'.repeat(19)]);
    const many = Array.from({ length: 26 }, (_, at) => `n${String.fromCharCode(97 + at)}`);
    const names = namesOf({ class: many.join(' ') }).slice(1);
    expect(names.length).toBeLessThan(many.length);
    expect(names).toEqual(many.slice(0, names.length));
    expect(namesOf({ class: 'story '.repeat(100_000) }).length).toBeLessThan(50);
  });
  it('returns the same list for the same names, and never mixes class with id', () => {
    const names = new Names();
    const [one, two, three] = [document.createElement('p'), document.createElement('p'), document.createElement('p')];
    one.className = 'lead';
    two.className = 'lead';
    three.setAttribute('role', 'lead');
    expect(names.of(one)).toBe(names.of(two));
    expect(names.of(three)).toEqual(['<p>', 'role=lead']);
  });
  it('reads a form whose fields are called like its attributes', () => {
    const form = document.createElement('form');
    form.id = 'signup';
    const field = document.createElement('input');
    field.name = 'id';
    form.append(field);
    expect(new Names().of(form)).toEqual(['<form>', 'signup']);
  });
});
