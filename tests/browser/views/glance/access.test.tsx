/** Popup and panel without a pointer, with forced colours, with reduced motion and at 200 %. */
import { screen, waitFor } from '@testing-library/preact';
import axe from 'axe-core';
import { cdp, page, userEvent } from 'vitest/browser';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import english from '../../../../public/_locales/en/messages.json';
import { changeSettings } from '../../../../src/adapters/browser/settings.ts';
import '../../../../src/views/parts/base.css';
import { open, set, setEach } from '../../../fakes/glance-each.tsx';
import { stage } from '../../../fakes/stage.ts';

setEach();
beforeEach(async () => {
  Object.assign(document.documentElement, { lang: 'en', dir: 'ltr' });
  document.documentElement.dataset.theme = 'light';
  document.title = 'Lede';
  await page.viewport(380, 600);
});
afterEach(() => media([]));

const media = (features: { name: string; value: string }[]) =>
  cdp().send('Emulation.setEmulatedMedia' as never, { features } as never);

/** The role and text of the focused element. */
function focused(): string {
  const at = document.activeElement;
  const name = at?.getAttribute('aria-label') ?? at?.textContent ?? '';
  return `${at?.getAttribute('role') ?? at?.localName ?? ''}: ${name.trim()}`;
}

describe('with the keyboard', () => {
  it('the Tab key goes from top to bottom and stops once in tabs and tree', async () => {
    open();
    await screen.findByRole('tree');
    const met: string[] = [];
    for (let step = 0; step < 9; step++) {
      await userEvent.keyboard('{Tab}');
      met.push(focused());
    }
    expect(met).toEqual([
      ...[
        'button: Save for later',
        'button: More',
        'button: Read',
        'button: Calm page',
        'button: 3 hidden',
        'button: Not the right text?',
        'tab: Outline',
      ],
      'treeitem: Why the old boat went',
      'input: Search this article and its notes',
    ]);
  });

  it('a site becomes calm always beside those that were added while the panel was open', async () => {
    open();
    await screen.findByRole('tree');
    await changeSettings({ calmSites: ['added.example'] });
    await userEvent.click(screen.getByRole('button', { name: 'More' }));
    await userEvent.click(await screen.findByRole('menuitemcheckbox', { name: english.glance_calm_always.message }));
    await waitFor(() =>
      expect(stage.local.kept.settings).toMatchObject({ calmSites: ['added.example', 'example.org'] }),
    );
  });

  it('tabs switch with arrows and are remembered', async () => {
    open();
    await screen.findByRole('tree');
    screen.getByRole('tab', { name: 'Outline' }).focus();
    await userEvent.keyboard('{ArrowRight}');
    expect(focused()).toBe('tab: Key points');
    await userEvent.keyboard('{End}');
    expect(focused()).toBe('tab: Notes');
    await waitFor(() => expect(stage.local.kept.settings).toMatchObject({ tab: 'notes' }));
    await userEvent.keyboard('{ArrowRight}');
    expect(focused()).toBe('tab: Outline');
  });

  it('the menu opens, moves, jumps by letter, and returns the focus', async () => {
    open();
    await screen.findByRole('tree');
    screen.getByRole('button', { name: 'More' }).focus();
    await userEvent.keyboard('{ArrowDown}');
    await waitFor(() => expect(focused()).toBe('menuitemcheckbox: Combined view'));
    await userEvent.keyboard('o');
    expect(focused()).toBe('menuitem: Open side panel');
    await userEvent.keyboard('{ArrowUp}{ArrowUp}');
    expect(focused()).toBe('menuitem: Copy as Markdown');
    await userEvent.keyboard('{Escape}');
    expect(screen.queryByRole('menu')).toBe(null);
    expect(focused()).toBe('button: More');
  });
});

describe('with system settings', () => {
  it('forced colours: nothing depends on our colours alone, and axe finds no violation', async () => {
    await media([{ name: 'forced-colors', value: 'active' }]);
    set.position = set.article.text.indexOf('Both boats charge');
    open();
    await waitFor(() => expect(document.querySelector('.tree-here')).not.toBe(null));
    const colour = (css: string, property: 'backgroundColor' | 'borderBlockEndColor') => {
      const element = document.querySelector(css);
      return element && getComputedStyle(element)[property];
    };
    // The browser applies forced colours some frames after the request.
    await waitFor(() => {
      expect(colour('.tree-here', 'backgroundColor')).not.toBe(colour('body', 'backgroundColor'));
      const [on, off] = [true, false].map((selected) =>
        colour(`.tab[aria-selected=${selected}]`, 'borderBlockEndColor'),
      );
      expect(on).not.toBe(off);
    });
    expect((await axe.run(document)).violations.map(({ id }) => id)).toEqual([]);
  });

  it('less motion: nothing moves', async () => {
    await media([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
    open();
    await userEvent.click(await screen.findByRole('button', { name: '3 hidden' }));
    expect(document.getAnimations()).toEqual([]);
  });

  it('text at twice the size: everything is there and fits', async () => {
    document.documentElement.style.fontSize = '200%';
    open();
    await screen.findByRole('tree');
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(innerWidth);
    for (const button of screen.getAllByRole('button')) {
      const { left, right } = button.getBoundingClientRect();
      expect(left).toBeGreaterThanOrEqual(0);
      expect(right).toBeLessThanOrEqual(innerWidth);
    }
    document.documentElement.style.fontSize = '';
  });
});
