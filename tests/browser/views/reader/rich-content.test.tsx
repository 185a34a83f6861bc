/** Code, cards, pictures and notes as the reader shows them. */
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { speak } from '../../../../src/adapters/i18n/sentences.ts';
import type { ArticleElement } from '../../../../src/core/article/article.ts';
import { ArticleTree } from '../../../../src/views/reader/article/ArticleTree.tsx';
import { Footnote, isNoteOf } from '../../../../src/views/reader/article/Footnote.tsx';
import { Enlarged } from '../../../../src/views/reader/article/rich/Enlarged.tsx';
import '../../../../src/views/reader/article/article.css';
import '../../../../src/views/reader/reader.css';

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
  it('shows its language next to its text, not in it', async () => {
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
  it('is drawn as MathML, and its TeX stays the text that highlights are found in', async () => {
    const { container } = show({ tag: 'p', children: ['Half is ', formula('\\frac{1}{2}'), '.'] });
    const host = container.querySelector('.tex');
    await vi.waitFor(() => expect(host?.shadowRoot?.querySelector('mfrac')).toBeTruthy(), { timeout: 20_000 });
    expect(container.textContent).toBe('Half is \\frac{1}{2}.');
  });
  it('is drawn without its delimiters in the text', async () => {
    const { container } = show({ tag: 'p', children: [formula('$$\\frac{1}{2}$$')] });
    const host = container.querySelector('.tex');
    await vi.waitFor(() => expect(host?.shadowRoot?.querySelector('mfrac')).toBeTruthy(), { timeout: 20_000 });
    expect(host?.shadowRoot?.textContent).not.toContain('$');
    expect(container.textContent).toBe('$$\\frac{1}{2}$$');
  });
  it.each(['\\frac{', '\\href{javascript:alert(1)}{x}', '\\def\\a{\\a\\a}\\a'])(
    'stays TeX if it cannot be drawn, and runs nothing: %s',
    async (tex) => {
      const { container } = show({ tag: 'p', children: [formula(tex)] });
      await import('temml');
      await new Promise((resolve) => setTimeout(resolve, 50));
      expect(container.textContent).toBe(tex);
      expect(container.querySelector('.tex')?.shadowRoot?.querySelector('[href^="javascript"]') ?? null).toBeNull();
    },
  );
});

describe('embedded content', () => {
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
  it('is fully visible when it is enlarged', async () => {
    const drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="3000" height="800"/>';
    render(<Enlarged src={`data:image/svg+xml,${encodeURIComponent(drawing)}`} alt="The pans" onClose={vi.fn()} />);
    const box = (await screen.findByRole('dialog')).getBoundingClientRect();
    await vi.waitFor(() => {
      const image = screen.getByRole('img').getBoundingClientRect();
      expect(image.width).toBeGreaterThan(innerWidth * 0.8);
      expect([image.left >= box.left, image.right <= box.right, image.bottom <= innerHeight]).toEqual([
        true,
        true,
        true,
      ]);
    });
  });
  it('that cannot be loaded is described in words', () => {
    const { container } = show(picture('The pans'), picture(''));
    for (const image of container.querySelectorAll('img')) fireEvent.error(image);
    expect([...container.querySelectorAll<HTMLElement>('.picture-lost')].map(({ dataset }) => dataset.words)).toEqual([
      'The pans',
      'img.invalid',
    ]);
  });
});

describe('a note', () => {
  const onClose = vi.fn();
  /** A mark, its note and a heading, with the note open. */
  function open() {
    onClose.mockClear();
    const { container } = render(
      <main>
        <h2 id="a-part">Part</h2>
        <p>
          Salt is dear. <a href="#a-n1">1</a>
        </p>
        <ol>
          <li id="a-n1">
            So says the keeper.<a href="#a-m1">↩</a>
          </li>
        </ol>
        <h2 id="a-last">Last</h2>
      </main>,
    );
    const link = container.querySelector('a');
    if (!link) throw new Error('no mark');
    const { unmount } = render(<Footnote id="n1" link={link} onClose={onClose} />);
    return { link, unmount, box: screen.getByRole('note') };
  }
  it('opens next to its mark, takes the focus, and returns it', async () => {
    const { link, unmount, box } = open();
    expect(box.textContent).toContain('So says the keeper.');
    expect(document.activeElement).toBe(box);
    fireEvent.keyDown(box, { key: 'Escape' });
    expect(onClose).toHaveBeenCalledTimes(1);
    unmount();
    await vi.waitFor(() => expect(document.activeElement).toBe(link));
  });
  it('is closed by its button and by a press elsewhere, not by a press inside', () => {
    const { box } = open();
    fireEvent.pointerDown(box);
    expect(onClose).not.toHaveBeenCalled();
    fireEvent.click(screen.getByRole('button'));
    fireEvent.pointerDown(document.body);
    expect(onClose).toHaveBeenCalledTimes(2);
  });
  it('leads to its place and moves the focus there', () => {
    const { unmount } = open();
    fireEvent.click(screen.getByRole('note').querySelector('a') ?? document.body);
    unmount();
    expect(document.activeElement?.id).toBe('a-n1');
  });
  it('is the target of a link further down, not of a link back or to a heading', () => {
    const { link } = open();
    const back = document.querySelector<HTMLElement>('li a');
    expect([isNoteOf(link, 'n1'), isNoteOf(link, 'last'), isNoteOf(link, 'part'), isNoteOf(link, 'gone')]).toEqual([
      ...[true, false, false, false],
    ]);
    expect(back && isNoteOf(back, 'part')).toBe(false);
  });
});

it('is taken for no note: a section, a figure, a table, or a place that is not in a block of its own', () => {
  const { container } = render(
    <div class="reader-body">
      <p>
        <a href="#a-one">See there</a>
      </p>
      <section id="a-section">
        <h2>Part</h2>
        <p>Words of the part.</p>
      </section>
      <div id="a-div">
        <h2>Part</h2>
      </div>
      <figure id="a-figure">
        <figcaption>Pans</figcaption>
      </figure>
      <table id="a-table" />
      <span id="a-bare">Bare</span>
      <div id="a-note">A note in a block.</div>
      <p>
        <a id="a-mark" />
        The words of a note.
      </p>
    </div>,
  );
  const link = container.querySelector('a');
  const ids = ['section', 'div', 'figure', 'table', 'bare', 'note', 'mark'];
  expect(ids.filter((id) => link && isNoteOf(link, id))).toEqual(['note', 'mark']);
});

describe('a long table', () => {
  const row = (tag: 'td' | 'th', text: string): ArticleElement => ({
    tag: 'tr',
    children: [{ tag, children: [text] }],
  });
  it.each(['thead', 'tbody'] as const)('scrolls on its own under its header, in a %s', (place) => {
    const rows = Array.from({ length: 200 }, (_, at) => row('td', `Pan ${at}`));
    const head: ArticleElement = { tag: place, children: [row('th', 'Pan')] };
    const { container } = show({ tag: 'div', children: [] }, { tag: 'table', children: [head, ...rows] });
    container.querySelector('main')?.classList.add('reader-body');
    const box = container.querySelector('.table-scroll');
    if (!box) throw new Error('no table');
    box.scrollTop = 900;
    const gap = (box.querySelector('th')?.getBoundingClientRect().top ?? 0) - box.getBoundingClientRect().top;
    expect([box.scrollTop, Math.round(gap)]).toEqual([900, 0]);
  });
});
