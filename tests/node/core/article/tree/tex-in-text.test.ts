import { describe, expect, it } from 'vitest';
import type { ArticleElement, ArticleNode, Tag } from '../../../../../src/core/article/article.ts';
import { findTex } from '../../../../../src/core/article/tree/tex-in-text.ts';

/** The formulas found in a text within an element, with their display. */
function formulas(text: string, tag: Tag = 'p'): string[] {
  const tree: ArticleElement = { tag: 'div', children: [{ tag, children: [text] }] };
  findTex(tree);
  const found: string[] = [];
  const say = (node: ArticleNode): string => {
    if (typeof node === 'string') return node;
    const own = node.children.map((child) => say(child)).join('');
    if (node.tag === 'math') found.push(`${node.attributes?.display} ${own}`);
    return own;
  };
  expect(say(tree)).toBe(text);
  return found;
}

describe('findTex', () => {
  it.each([
    ['Here $f(x) = \\sum_i a_i$ grows.', ['inline $f(x) = \\sum_i a_i$']],
    ['It is $$E = mc^2$$ so.', ['block $$E = mc^2$$']],
    ['Both \\(a+b\\) and \\[a-b\\].', ['inline \\(a+b\\)', 'block \\[a-b\\]']],
    ['Let $x$ and $y_1$ be.', ['inline $x$', 'inline $y_1$']],
  ])('%s', (text, found) => expect(formulas(text)).toEqual(found));
  it.each([
    'It costs $5 or $10 a day.',
    'From $1,000 to US$2,000 and A$3_000.',
    'Echo $HOME and $PATH.',
    'Spend $20 on x_1 and $30 on it.',
    'A path C:\\(old) stays.',
    'He wrote \\[sic\\] and \\(see below\\).',
    'Dinner is $$ – $$$ here, $$ to $$$ there.',
    'Who has the $$ and who wants the $$ more.',
  ])('%s has none', (text) => expect(formulas(text)).toEqual([]));
  it('leaves code unchanged', () => expect(formulas('$\\alpha$', 'code')).toEqual([]));
  it('takes linear time', () => {
    const started = performance.now();
    formulas('$$ \\( \\[ $a_1 '.repeat(5000));
    formulas('\\('.repeat(100_000));
    formulas('\\['.repeat(100_000));
    expect(performance.now() - started).toBeLessThan(3000);
  });
  it('makes any number of formulas in one text', () => expect(formulas('$x$ '.repeat(200_000))).toHaveLength(200_000));
});
