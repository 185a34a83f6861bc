/** Code, cards, pictures and notes as the reader shows them. */
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { speak } from '../../../../src/adapters/i18n/sentences.ts';
import type { ArticleElement } from '../../../../src/core/article/article.ts';
import { ArticleTree } from '../../../../src/views/reader/article/ArticleTree.tsx';

beforeEach(() => speak('en', {}));
afterEach(cleanup);

const enlarged: string[] = [];
const show = (...children: ArticleElement[]) =>
  render(
    <main>
      <ArticleTree
        loads
        tree={{ tag: 'div', children }}
        actions={{ enlarge: (src) => enlarged.push(src), inside: () => false }}
      />
    </main>,
  );

describe('code', () => {
  it('says its language beside its text, not in it', async () => {
    const { container } = show({ tag: 'pre', attributes: { language: 'python' }, children: ['return pans'] });
    const pre = container.querySelector('pre');
    expect([pre?.dataset.language, pre?.textContent]).toEqual(['python', 'return pans']);
    expect((await axe.run(container)).violations.map(({ id }) => id)).toEqual([]);
  });
});

describe('a formula that the article has as TeX', () => {
  const formula = (tex: string): ArticleElement => ({
    tag: 'math',
    attributes: { display: 'inline' },
    children: [{ tag: 'mtext', children: [tex] }],
  });
  it('is drawn as MathML, and its TeX stays the text in which highlights are looked for', async () => {
    const { container } = show({ tag: 'p', children: ['Half is ', formula('\\frac{1}{2}'), '.'] });
    const host = container.querySelector('.tex');
    await vi.waitFor(() => expect(host?.shadowRoot?.querySelector('mfrac')).toBeTruthy(), { timeout: 20_000 });
    expect(container.textContent).toBe('Half is \\frac{1}{2}.');
  });
  it.each(['\\frac{', '\\href{javascript:alert(1)}{x}', '\\def\\a{\\a\\a}\\a'])(
    'stays TeX where it cannot be drawn, and runs nothing: %s',
    async (tex) => {
      const { container } = show({ tag: 'p', children: [formula(tex)] });
      await import('temml');
      await new Promise((resolve) => setTimeout(resolve, 50));
      expect(container.textContent).toBe(tex);
      expect(container.querySelector('.tex')?.shadowRoot?.querySelector('[href^="javascript"]') ?? null).toBeNull();
    },
  );
});

describe('what is embedded', () => {
  it('is a card with title, site and link, and loads nothing', () => {
    const href = 'https://www.youtube.com/watch?v=abcdefgh';
    const link: ArticleElement = { tag: 'a', attributes: { href, title: 'youtube.com' }, children: ['The pans'] };
    const { container } = show({ tag: 'figure', attributes: { embed: 'video' }, children: [link] });
    expect(screen.getByRole('link').getAttribute('href')).toBe(href);
    expect(screen.getByRole('link', { name: 'The pans' })).toBeTruthy();
    expect(container.querySelector<HTMLElement>('.embed-words')?.dataset.site).toBe('youtube.com');
    expect(container.textContent).toBe('');
    expect(container.querySelector('iframe, video, img')).toBeNull();
  });
});

describe('a picture', () => {
  const picture = (alt: string): ArticleElement => ({
    tag: 'img',
    attributes: { src: 'https://img.invalid/a.jpg', alt, width: 600, height: 400 },
    children: [],
  });
  it('keeps its place while it loads, and is enlarged by a click', () => {
    const { container } = show(picture('The pans'));
    const image = container.querySelector('img');
    expect([image?.getAttribute('width'), image?.getAttribute('height'), image?.loading]).toEqual([
      '600',
      '400',
      'lazy',
    ]);
    fireEvent.click(screen.getByRole('button'));
    expect(enlarged).toEqual(['https://img.invalid/a.jpg']);
  });
  it('that cannot be had is told in words', () => {
    const { container } = show(picture('The pans'), picture(''));
    for (const image of container.querySelectorAll('img')) fireEvent.error(image);
    expect([...container.querySelectorAll<HTMLElement>('.picture-lost')].map(({ dataset }) => dataset.words)).toEqual([
      'The pans',
      'img.invalid',
    ]);
  });
});
