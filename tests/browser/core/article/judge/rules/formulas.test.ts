/** formulas: lines with formulas stay next to kept text, in any notation, except in readers' answers. */
import { describe, expect, it } from 'vitest';
import { formulas } from '../../../../../../src/core/article/judge/rules/formulas.ts';
import { broughtBack, said } from '../../../../../fakes/judged-page.ts';

const mended = (html: string) => broughtBack([formulas], html);
const maths = '<math><mi>E</mi><mo>=</mo><mi>m</mi></math>';

describe('lines with formulas', () => {
  it.each([
    ['MathML', `<p>${maths}</p>`, ['E=m']],
    ['TeX for a script', '<div><script type="math/tex; mode=display">E = m</script></div>', ['E = m']],
    [
      'a picture',
      String.raw`<p><img class="tex" src="/f.png" alt="E = \frac{m}{2}"></p>`,
      [String.raw`E = \frac{m}{2}`],
    ],
    ['several in a row, the last with words', `<p>${maths}</p><p>so ${maths}</p>`, ['E=m', 'so E=m']],
    ['one below a heading that is dropped', `<h2>Mass</h2><p>${maths}</p>`, ['E=m']],
  ])('stay below and above kept text: %s', (_, lines, texts) => {
    expect(mended(`<main>${said()}${lines}</main>`)).toEqual(texts);
  });

  it('stay above kept text', () => {
    expect(mended(`<main><p>so ${maths}</p>${said()}</main>`)).toEqual(['so E=m']);
  });

  it.each([
    ['without a formula', '<p>E = m</p>'],
    ['with links', `<p><a href="/mass">${maths}</a></p>`],
    ['in another container', `<div><p>${maths}</p><p>${maths}</p></div>`],
    ["of a reader's answer", `<div class="comment-body">${maths}</div>`],
    ['that the page hides', '<p hidden>so <img class="tex" src="/f.png" alt="E = m"></p>'],
  ])('are left to the models: %s', (_, line) => expect(mended(`<main>${said()}${line}</main>`)).toEqual([]));
});
