import { describe, expect, it } from 'vitest';
import { headingMarks } from '../../../../../src/core/digest/outline/headings.ts';
import { articleOf } from '../../../../fakes/article-of.ts';

const labels = (source: string) => {
  const article = articleOf(source, { title: 'On rivers' });
  return headingMarks(article).map((m) => article.text.slice(m.start, m.labelEnd));
};
const SECTIONS = '## Sources\ntext\n## Banks\ntext\n## Mouths\ntext\n## Floods\ntext\n';

describe('boxes', () => {
  it.each([
    'About the author',
    'Über die Autorin',
    'Об авторе',
    '作者简介',
    'عن الكاتب',
    'Related articles',
    'À lire aussi',
  ])('%s is left out with what it holds', (box) => {
    expect(labels(`${SECTIONS}## ${box}\n### Jane Doe\ntext`)).toEqual(['Sources', 'Banks', 'Mouths', 'Floods']);
  });
  it('what follows on the same level stays', () => {
    expect(labels(`## Read more\n### A card\ntext\n${SECTIONS}`)).toEqual(['Sources', 'Banks', 'Mouths', 'Floods']);
  });
  it('a closing section on a lower level ends the box', () => {
    expect(labels(`${SECTIONS}## Comments\n### Jane Doe\ntext\n### References\ntext`)).toContain('References');
  });
  it('of a box with most of the headings, only its own heading is left out', () => {
    expect(labels('## About us\n### Work\ntext\n### People\ntext\n### Places\ntext')).toEqual([
      'Work',
      'People',
      'Places',
    ]);
  });
});

describe('testimonials', () => {
  it.each([
    ['Jane D., Boston', 'John Smith', '“They came on time and left nothing behind.”'],
    ['Anna Müller', 'Karl S.', '„Sie kamen pünktlich und haben nichts vergessen.“'],
    ['Анна Иванова', 'Пётр С.', '«Приехали вовремя и ничего не забыли у нас.»'],
    ['王小明', '李华', '“他们非常准时，什么也没有留下，我们全家都很满意，下次还会再来。”'],
  ])('%s', (one, two, quote) => {
    expect(labels(`${SECTIONS}## ${one}\n${quote}\n## ${two}\n${quote}\n## Deltas\ntext`)).toEqual([
      'Sources',
      'Banks',
      'Mouths',
      'Floods',
      'Deltas',
    ]);
  });
  it('a name over one quotation is a section, and so are the names of a collection of quotations', () => {
    expect(labels(`${SECTIONS}## Jane Doe\n> text of hers\n## Deltas\ntext`)).toContain('Jane Doe');
    expect(labels('## Jane Doe\n> One text\n## John Smith\n> Other text\n## Max Frisch\n> A text')).toHaveLength(3);
  });
});

describe('cards', () => {
  it.each([
    'Lakes dry up in the south…',
    'Lakes dry up. Read more',
    'Seen austrocknen. Weiterlesen »',
    '湖泊干涸。阅读全文',
  ])('three titles over "%s" are no sections', (excerpt) => {
    const cards = ['One', 'Two', 'Three'].map((n) => `## ${n} new stories\n${excerpt}\n`).join('');
    expect(labels(`${SECTIONS}${cards}`)).toEqual(['Sources', 'Banks', 'Mouths', 'Floods']);
  });
  it('titles over whole sentences are sections', () => {
    const list = ['One', 'Two', 'Three'].map((n) => `## ${n} new stories\nLakes dry up in the south.\n`).join('');
    expect(labels(`${SECTIONS}${list}`)).toHaveLength(7);
  });
  it('a repeated label above links is not a list of cards', () => {
    const list = ['A', 'B', 'C'].map((n) => `## Lake ${n}\ntext\n### In short\nShallow. Read more\n`).join('');
    expect(labels(list)).toHaveLength(6);
  });
});

it('additions to a heading are not part of its label', () => {
  expect(
    labels('## Sources[edit]\ntext\n## Banks ¶\ntext\n## # Mouths\ntext\n## FloodsDirect link to Floods\ntext'),
  ).toEqual(['Sources', 'Banks', 'Mouths', 'Floods']);
});

it('takes time that grows with the article alone', () => {
  const source = `${'## Related articles\n'.repeat(3)}${'### Related articles\ntext\n'.repeat(20_000)}${SECTIONS}`;
  const article = articleOf(source, { title: 'On rivers' });
  const started = performance.now();
  headingMarks(article);
  expect(performance.now() - started).toBeLessThan(2000);
});
