import { cleanup, render, screen, waitFor, within } from '@testing-library/preact';
import axe from 'axe-core';
import { userEvent } from 'vitest/browser';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { defaultSettings } from '../../../../src/adapters/browser/settings.ts';
import { speak } from '../../../../src/adapters/i18n/sentences.ts';
import type { Article, ArticleElement, Block } from '../../../../src/core/article/article.ts';
import { ArticleTree } from '../../../../src/views/reader/article/ArticleTree.tsx';
import { ReaderPage } from '../../../../src/views/reader/ReaderPage.tsx';
import { load } from '../../../../src/views/reader/article/article-source.ts';
import { type Source, searchOf, sourceOf } from '../../../../src/views/reader/article/reader-address.ts';
import { positionOf, rangeOf } from '../../../../src/views/reader/article/block-range.ts';
import { stage } from '../../../fakes/stage.ts';

const LINES = [
  'How the lighthouse keepers counted storms',
  'Every storm had a number, and the number was painted on the inside of the lamp room door.',
  'The first painted number is still there. It is a seven, and nobody knows what the six before it were.',
  'What the numbers were for',
  'A keeper who came new could read from the door how hard the winters were, and how much oil to ask for.',
  'The harbour office kept a second list. The two never agreed, and both were right in their own way.',
];

/** An article of plain lines; those without a full stop are headings. */
function article(): Article {
  let at = 0;
  const blocks: Block[] = LINES.map((line) => {
    const start = at;
    at += line.length + 1;
    return line.endsWith('.')
      ? { kind: 'paragraph', start, end: at - 1 }
      : { kind: 'heading', level: 2, start, end: at - 1 };
  });
  const children: ArticleElement[] = LINES.map((line, block) => ({
    tag: line.endsWith('.') ? 'p' : 'h2',
    block,
    children: [line],
  }));
  return {
    url: 'https://example.org/lamp',
    title: 'Counting storms',
    lang: 'en',
    dir: 'ltr',
    tree: { tag: 'div', children },
    text: LINES.join('\n'),
    blocks,
    removed: [],
  };
}

beforeEach(() => {
  stage.clear();
  speak('en', {});
  stage.background.set('tab.enter', () => null);
  stage.page.set('article.read', () => ({ article: article(), calm: false, broughtBack: [] }));
});
afterEach(cleanup);

const open = (source: Source = { tabId: 7 }) =>
  render(<ReaderPage source={source} opening={load(source)} reading={defaultSettings().reading} />);

describe('the reader', () => {
  it('shows the article of a tab, with its outline', async () => {
    open();
    expect(await screen.findByRole('heading', { level: 1 })).toHaveProperty('textContent', 'Counting storms');
    await waitFor(() => expect(screen.getAllByText(LINES[4] ?? '').length).toBeGreaterThan(0));
    await userEvent.keyboard('o'); // a narrow window keeps it in a drawer
    expect((await screen.findByRole('tree')).textContent).toContain('What the numbers were for');
  });

  it('is there again after a reload, even if the page is closed and nothing was saved', async () => {
    open();
    await screen.findByRole('heading', { level: 1 });
    await waitFor(() => expect(location.search).toContain('page=https'));
    await waitFor(() => expect(Object.keys(stage.session.kept)).toContain('session-article:https://example.org/lamp'));
    cleanup();
    stage.page.clear();
    open(sourceOf(location.search));
    expect(await screen.findByRole('heading', { level: 1 })).toHaveProperty('textContent', 'Counting storms');
    cleanup();

    stage.session.kept = {}; // the browser was closed meanwhile
    open(sourceOf(location.search));
    expect((await screen.findByRole('status')).textContent).toContain('failure_page_gone');
    await userEvent.click(screen.getByRole('button', { name: 'reader_original' }));
    expect(stage.opened).toEqual(['https://example.org/lamp']);
  });

  it('has no address for a page of a private window, and keeps nothing of it', async () => {
    if (stage.tab) stage.tab.incognito = true;
    history.replaceState(null, '', searchOf({ tabId: 7 }, location.search));
    open();
    await screen.findByRole('heading', { level: 1 });
    await new Promise((settled) => setTimeout(settled, 100));
    expect(location.search).toContain('tab=7');
    expect(JSON.stringify(stage.session.kept)).not.toContain('example.org');
  });

  it('marks where a block was hidden, shows it, and restores it through its page', async () => {
    const words = 'Buy our lamps, forty years without a scratch';
    const start = LINES.slice(0, 2).join('\n').length + 1;
    const aside = { text: words, reason: 'promotion', score01: 0.95, start, inside: true } as const;
    let removed: Article['removed'] = [aside, { ...aside, text: 'Home News', inside: false }];
    stage.page.set('article.read', () => ({ article: { ...article(), removed }, calm: false, broughtBack: [] }));
    stage.page.set('removal.bring-back', ({ index }: { index: number }) => {
      removed = removed.filter((_, at) => at !== index);
      return { article: { ...article(), removed }, broughtBack: [] };
    });
    open();
    await userEvent.click(await screen.findByRole('button', { name: 'aside_show' }));
    const mark = document.querySelector('.removal-mark');
    expect(mark?.nextElementSibling?.textContent).toBe(LINES[2]);
    expect(mark?.textContent).toContain(words);
    expect(document.querySelectorAll('.removal-mark')).toHaveLength(1);
    await userEvent.click(screen.getByRole('button', { name: 'glance_bring_back' }));
    await waitFor(() => expect(document.querySelector('.removal-mark')).toBeNull());
  });

  it('copies a block of code, and wraps its lines', async () => {
    const copied: string[] = [];
    const { clipboard } = navigator;
    Object.defineProperty(navigator, 'clipboard', {
      value: { writeText: async (text: string) => copied.push(text) },
      configurable: true,
    });
    const code: ArticleElement = {
      tag: 'div',
      children: [{ tag: 'pre', block: 0, children: ['let a = 1;\nlet b = 2;'] }],
    };
    render(<ArticleTree loads tree={code} actions={{ enlarge: () => undefined, inside: () => false }} />);
    await userEvent.click(screen.getByRole('button', { name: 'reader_code_copy' }));
    expect(copied).toEqual(['let a = 1;\nlet b = 2;']);
    expect(await screen.findByRole('button', { name: 'parts_copied' })).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'reader_code_wrap' }));
    expect(getComputedStyle(document.querySelector('pre') ?? document.body).whiteSpace).toContain('wrap');
    Object.defineProperty(navigator, 'clipboard', { value: clipboard, configurable: true });
  });

  it('can save an article that is not in the library', async () => {
    const kept: unknown[] = [];
    stage.background.set('entry.keep', (ask) => {
      kept.push(ask);
      return { id: 'entry' };
    });
    open();
    await waitFor(() => expect(screen.getAllByRole('button', { name: 'command_save' }).length).toBeGreaterThan(0));
    await userEvent.keyboard('s');
    expect(await screen.findByText('toolbar_saved')).toBeTruthy();
    expect(kept).toEqual([{ article: article() }]);
  });

  it('finds words, marks all matches and goes from one to the next', async () => {
    open();
    await screen.findByRole('heading', { level: 1 });
    await waitFor(() => expect(document.querySelector('.reader-body p')).not.toBeNull());
    await userEvent.keyboard('/');
    await userEvent.keyboard('number');
    const here = () => [...(CSS.highlights.get('lede-found-here') ?? [])].map((range) => (range as Range).startOffset);
    await waitFor(() => expect(CSS.highlights.get('lede-found')?.size).toBe(4));
    const first = here();
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(here()).not.toEqual(first));
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(CSS.highlights.has('lede-found')).toBe(false));
    const button = screen.getByRole('button', { name: 'reader_find' });
    button.focus();
    await userEvent.keyboard('{Enter}qqqq');
    expect(await screen.findByText('library_none_found')).toBeTruthy();
    await userEvent.keyboard('{Escape}');
    await userEvent.keyboard('{Enter}number{Escape}');
    expect(document.activeElement).toBe(button);
  });

  it('gives the focus back to the button that opened a drawer', async () => {
    open();
    const button = await screen.findByRole('button', { name: 'glance_notes' });
    const notes = () => screen.queryByRole('complementary', { name: 'glance_notes' });
    for (const leave of ['{Escape}', '{Enter}']) {
      button.focus();
      await userEvent.keyboard('{Enter}');
      await waitFor(() => expect(notes()).not.toBeNull());
      within(notes() ?? document.body)
        .getByRole('button', { name: 'parts_close' })
        .focus();
      await userEvent.keyboard(leave);
      await waitFor(() => expect(notes()).toBeNull());
      expect(document.activeElement).toBe(button);
    }
  });

  it('joins the other parts at a click, and says so if one is missing', async () => {
    const nextUrl = 'https://example.org/lamp/2';
    stage.page.set('article.read', () => ({ article: { ...article(), nextUrl }, calm: false, broughtBack: [] }));
    let asked = 0;
    stage.page.set('article.read-parts', () => {
      asked += 1;
      const parts = [1, 2].map((at) => ({ url: `https://example.org/lamp/${at}`, start: 0, end: 10 }));
      return {
        article: { ...article(), title: 'All of it', parts, ...(asked === 1 ? { nextUrl } : {}) },
        whole: asked > 1,
      };
    });
    open();
    const button = await screen.findByRole('button', { name: 'reader_parts_read' });
    expect(asked).toBe(0);
    await userEvent.click(button);
    expect(await screen.findByText('reader_parts_missing')).toBeTruthy();
    expect(await screen.findByRole('heading', { level: 1, name: 'All of it' })).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'reader_parts_read' }));
    expect(await screen.findByText(/reader_parts_joined/)).toBeTruthy();
    await waitFor(() => expect(screen.queryByRole('button', { name: 'reader_parts_read' })).toBeNull());
  });

  it('says in one sentence why there is no article', async () => {
    stage.page.set('article.read', () => ({ ok: false, error: { kind: 'no-article' } }));
    open();
    expect((await screen.findByRole('status')).textContent).toContain('failure_no_article');
  });

  it('has no axe violation, with a sheet open too', async () => {
    const { container } = open();
    await screen.findByRole('heading', { level: 1 });
    expect((await axe.run(container)).violations.map(({ id }) => id)).toEqual([]);
    await userEvent.keyboard('a');
    await screen.findByRole('dialog');
    expect((await axe.run(container)).violations.map(({ id }) => id)).toEqual([]);
  });

  it('has every key that its own list of keys names', async () => {
    open();
    await screen.findByRole('heading', { level: 1 });
    await userEvent.keyboard('?');
    expect((await screen.findByRole('dialog')).textContent).toContain('reader_key_listen');
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await userEvent.keyboard('n');
    expect(document.querySelector('.reader')?.getAttribute('data-drawer')).toBe('notes');
  });
});

describe('the tree as elements', () => {
  it('opens outside links without a reference back, and keeps inside ones inside', () => {
    const tree: ArticleElement = {
      tag: 'p',
      children: [
        { tag: 'a', attributes: { href: 'https://example.org/x' }, children: ['out'] },
        { tag: 'a', attributes: { href: '#note' }, children: ['in'] },
        { tag: 'img', attributes: { src: 'https://example.org/i.png', alt: 'A door' }, children: [] },
      ],
    };
    const asked: string[] = [];
    render(
      <ArticleTree
        loads
        tree={tree}
        actions={{ enlarge: (src) => asked.push(src), inside: (id) => asked.push(id) > 0 }}
      />,
    );
    expect(screen.getByText('out').getAttribute('rel')).toContain('noopener');
    expect(screen.getByText('in').getAttribute('href')).toBe('#a-note');
    screen.getByText('in').click();
    screen.getByRole('button').click();
    expect(asked).toEqual(['note', 'https://example.org/i.png']);
  });

  it('maps any position of the text to the words on the screen and back', () => {
    const { text, tree, blocks } = article();
    const { container } = render(
      <ArticleTree loads tree={tree} actions={{ enlarge: () => undefined, inside: () => false }} />,
    );
    for (const words of ['painted on the inside', 'nobody knows', 'The harbour office', 'both were right']) {
      const start = text.indexOf(words);
      const range = rangeOf(article(), container, start, start + words.length);
      expect(range?.toString()).toBe(words);
      expect(range && positionOf({ ...article(), blocks }, range.startContainer, range.startOffset)).toBe(start);
    }
  });
});
