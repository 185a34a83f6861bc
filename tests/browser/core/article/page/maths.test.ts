/** Maths: each formula appears once, from the best source on the page. */
import { describe, expect, it } from 'vitest';
import type { ArticleElement, ArticleNode } from '../../../../../src/core/article/article.ts';
import { clean } from '../../../../../src/core/article/tree/clean.ts';
import { flatten } from '../../../../../src/core/article/tree/flatten.ts';
import { keptMedia } from '../../../../../src/core/article/judge/kept/kept-media.ts';
import { bareTex } from '../../../../../src/core/article/page/maths.ts';
import { survey } from '../../../../../src/core/article/page/survey.ts';

const MATHML = '<math><msup><mi>x</mi><mn>2</mn></msup></math>';
const find = (node: ArticleNode, tag: string): ArticleElement[] =>
  typeof node === 'string'
    ? []
    : [...(node.tag === tag ? [node] : []), ...node.children.flatMap((one) => find(one, tag))];

/** The line with a formula, and the number of formulas and pictures in the tree. */
function line(formula: string): { text: string; formulas: number; pictures: number } {
  const page = survey(new DOMParser().parseFromString(`<p>If ${formula} holds.</p>`, 'text/html'));
  const keep = new Uint8Array(page.runs.length).fill(1);
  const [root] = page.boxes;
  if (!root) throw new Error('no body');
  const { tree, lines } = clean(page, keep, keptMedia(page, keep, root), new Set(), 'https://maths.example/');
  const { text, places } = flatten({ lines });
  for (const { node } of places) expect(node.isConnected).toBe(true);
  return { text, formulas: find(tree, 'math').length, pictures: find(tree, 'img').length };
}

describe('a formula appears once', () => {
  it.each([
    [
      'KaTeX',
      `<span class="katex"><span class="katex-mathml">${MATHML}</span><span class="katex-html" ` +
        'aria-hidden="true"><span>x</span><span>2</span></span></span>',
    ],
    [
      'MathJax 2, live',
      '<span class="MathJax_Preview">[x]</span><span class="MathJax"><nobr aria-hidden="true"><span ' +
        `class="math">x2</span></nobr><span class="MJX_Assistive_MathML">${MATHML}</span></span><script ` +
        'type="math/tex">x^2</script>',
    ],
    [
      'MathJax 3',
      '<mjx-container><mjx-math aria-hidden="true"><mjx-c></mjx-c>drawn</mjx-math>' +
        `<mjx-assistive-mml>${MATHML}</mjx-assistive-mml></mjx-container>`,
    ],
    [
      'an encyclopedia',
      '<span class="mwe-math-element"><span class="mwe-math-mathml-inline mwe-math-mathml-a11y" ' +
        `style="display: none;">${MATHML}</span><img class="mwe-math-fallback-image-inline" ` +
        `src="/media/math/render/svg/a" alt="{\\displaystyle x^{2}}"></span>`,
    ],
  ])('as MathML: %s', (_, html) => expect(line(html)).toEqual({ text: 'If x2 holds.', formulas: 1, pictures: 0 }));

  it.each([
    ['a script', '<span class="MathJax_Preview"></span><script type="math/tex">x^2</script>'],
    ['a drawing and its script', '<span class="MathJax"><span>drawn</span></span><script type="math/tex">x^2</script>'],
    ['a picture', '<img class="latex" src="/f.png" width="20" height="12" alt="$x^2$">'],
    [
      'a picture with commands in its words',
      '<img src="/f.svg" alt="\\operatorname{f}(x) = \\exp(x)">',
      '\\operatorname{f}(x) = \\exp(x)',
    ],
    ['a picture of a service', '<img src="https://latex.codecogs.com/svg.image?x%5E2">'],
  ])('as TeX: %s', (_, html, tex = 'x^2') =>
    expect(line(html)).toEqual({ text: `If ${tex} holds.`, formulas: 1, pictures: 0 }),
  );

  it('as it is drawn, if there is no other source', () => {
    expect(line('<span class="katex"><span class="katex-html">x2</span></span>').text).toBe('If x2 holds.');
  });
  it('as a picture, if it has no text', () => {
    expect(line('<img class="equation" src="/f.png" width="80" height="40" alt="">').pictures).toBe(1);
  });
});

describe('TeX', () => {
  it('is read without delimiters and styles', () => {
    expect(bareTex('{\\displaystyle x^{2}}')).toBe('x^{2}');
    expect(['$a$', '$$a$$', '\\(a\\)', '\\[ a \\]', ' a\n b '].map(bareTex)).toEqual(['a', 'a', 'a', 'a', 'a b']);
  });
});

it.each(['Description: C:\\Users\\Jane\\Pictures\\egg', '\\\\server\\share\\egg', 'D:\\Work\\egg\\fig.png'])(
  'a picture whose words are its file’s path stays a picture: %s',
  (alt) => expect(line(`<img src="/egg.png" width="400" height="300" alt="${alt}">`).formulas).toBe(0),
);
