import { cleanup, render, screen } from '@testing-library/preact';
import { userEvent } from 'vitest/browser';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import english from '../../../../../public/_locales/en/messages.json';
import { speak } from '../../../../../src/adapters/i18n/sentences.ts';
import type { ArticleElement } from '../../../../../src/core/article/article.ts';
import { ArticleTree } from '../../../../../src/views/reader/article/ArticleTree.tsx';
import { HeldPictures } from '../../../../../src/views/reader/article/HeldPictures.tsx';
import { pictureHosts, picturePolicy } from '../../../../../src/views/reader/article/picture-policy.ts';

const DOT = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';
const picture = (src: string, alt: string): ArticleElement => ({ tag: 'img', attributes: { src, alt }, children: [] });
const TREE: ArticleElement = {
  tag: 'div',
  children: [
    {
      tag: 'p',
      block: 0,
      children: ['The mill ', picture('https://pics.example/mill.jpg?reader=7', 'A mill'), 'stands.'],
    },
    {
      tag: 'figure',
      children: [
        { tag: 'a', attributes: { href: 'https://a.example/' }, children: [picture('http://10.0.0.1/x', '')] },
      ],
    },
    { tag: 'video', attributes: { src: 'https://films.example/a.mp4' }, children: [] },
    picture('https://pics.example/two.jpg', 'Two'),
    picture(DOT, 'A dot'),
  ],
};
const actions = { enlarge: () => undefined, inside: () => false };

beforeEach(() => speak('en', english));
afterEach(() => cleanup());

describe('pictures', () => {
  it.each([
    ['of a page open in a tab are loaded', { isPrivate: false, tabId: 7 }, 'load'],
    ['of a saved article wait for the person', { isPrivate: false, tabId: null }, 'ask'],
    ['of a page in a private window are never loaded', { isPrivate: true, tabId: 7 }, 'never'],
    ['of a private page whose tab is gone neither', { isPrivate: true, tabId: null }, 'never'],
  ])('%s', (_, shown, policy) => {
    expect(picturePolicy(shown)).toBe(policy);
  });

  it('that are blocked leave no address in the page, but their alternative text, and the text unchanged', () => {
    const { container } = render(<ArticleTree tree={TREE} actions={actions} loads={false} />);
    expect([...container.querySelectorAll('[src]')].map((one) => one.getAttribute('src'))).toEqual([DOT]);
    expect(container.innerHTML).not.toContain('pics.example');
    expect(screen.getByRole('img', { name: 'A mill' })).toBeTruthy();
    expect(container.querySelector('[data-block="0"]')?.textContent).toBe('The mill stands.');
  });

  it('that may load are there', () => {
    const { container } = render(<ArticleTree tree={TREE} actions={actions} loads />);
    expect(container.querySelectorAll('img')).toHaveLength(4);
    expect(container.querySelectorAll('video')).toHaveLength(1);
  });

  it('are loaded only from hosts that the reader names', async () => {
    const hosts = pictureHosts(TREE);
    expect(hosts).toEqual(['pics.example', '10.0.0.1', 'films.example']);
    let loaded = 0;
    const { rerender, container } = render(<HeldPictures policy="ask" hosts={hosts} onLoad={() => (loaded += 1)} />);
    expect(container.textContent).toContain('pics.example, 10.0.0.1, and films.example');
    await userEvent.click(screen.getByRole('button', { name: 'Load pictures' }));
    expect(loaded).toBe(1);
    rerender(<HeldPictures policy="never" hosts={hosts} onLoad={() => undefined} />);
    expect(screen.queryByRole('button')).toBeNull();
    expect(container.textContent).toContain('private window');
    rerender(<HeldPictures policy="ask" hosts={[]} onLoad={() => undefined} />);
    expect(container.textContent).toBe('');
  });
});
