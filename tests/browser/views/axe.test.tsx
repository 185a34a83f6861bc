/** No view has an axe violation: in any theme, either direction, wide and at 320 px, empty and full. */
import { cleanup, render, screen, waitFor } from '@testing-library/preact';
import axe from 'axe-core';
import type { JSX } from 'preact';
import { page, userEvent } from 'vitest/browser';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import chinese from '../../../public/_locales/zh_CN/messages.json';
import english from '../../../public/_locales/en/messages.json';
import { defaultSettings } from '../../../src/adapters/browser/settings.ts';
import { speak } from '../../../src/adapters/i18n/sentences.ts';
import { Editor } from '../../../src/views/editor/Editor.tsx';
import { Options } from '../../../src/views/options/Options.tsx';
import { Glance } from '../../../src/views/glance/Glance.tsx';
import { createFrontPageReader } from '../../../src/views/glance/front-page/front-page.ts';
import { Welcome } from '../../../src/views/welcome/Welcome.tsx';
import '../../../src/views/parts/base.css';
import { type Set, setGlance } from '../../fakes/glance-stage.ts';
import { stage } from '../../fakes/stage.ts';

const settings = defaultSettings();
const THEMES = ['light', 'sepia', 'dark', 'black', 'contrast', 'contrast-dark'];
const NARROW = [320, 600] as const;
const WIDE = [800, 700] as const;

let set: Set;
let over: AbortController;
beforeEach(() => {
  stage.clear();
  over = new AbortController();
  set = setGlance();
});
afterEach(async () => {
  over.abort();
  cleanup();
  await set.close();
});

async function violations(): Promise<string[]> {
  // Colours in transition would be measured halfway.
  await Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => undefined)));
  const { violations: found } = await axe.run(document, { rules: { 'page-has-heading-one': { enabled: true } } });
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${target.join()} ${failureSummary ?? ''}`),
  );
}

function dress(theme: string, dir: 'ltr' | 'rtl'): void {
  const root = document.documentElement;
  root.dataset.theme = theme;
  root.dir = dir;
  root.lang = dir === 'rtl' ? 'ar' : 'en';
  document.title = 'Lede';
  speak(root.lang, dir === 'rtl' ? chinese : english);
}

const glance = (inPanel: boolean): JSX.Element => (
  <Glance reader={createFrontPageReader(inPanel, over.signal)} settings={settings} inPanel={inPanel} />
);
/** Every view in every relevant state. `arrive` waits for the view and brings it into the state. */
const VIEWS: [name: string, view: () => JSX.Element, arrive: () => Promise<unknown>][] = [
  ['popup, outline', () => glance(false), () => screen.findByRole('tree')],
  ['popup, ledger open', () => glance(false), async () => userEvent.click(await waitForCss('.head-ledger'))],
  ['panel, key points', () => glance(true), async () => userEvent.click(await waitForCss('#tab-points'))],
  [
    'panel, notes, one edited',
    () => glance(true),
    async () => {
      await set.mark('Cold halves the range', 'green');
      set.states.set(await set.mark('Forty families'), 'lost');
      await userEvent.click(await waitForCss('#tab-notes'));
      await userEvent.click(await waitForCss('[data-act=edit]'));
      await waitForCss('.note-state');
    },
  ],
  [
    'popup, keys',
    () => glance(false),
    async () => {
      await screen.findByRole('tree');
      await userEvent.keyboard('?');
      await screen.findByRole('dialog');
    },
  ],
  [
    'popup, menu and search',
    () => glance(false),
    async () => {
      await screen.findByRole('tree');
      await userEvent.keyboard('/');
      await userEvent.keyboard('boat');
      await userEvent.click(await waitForCss('.menu button'));
    },
  ],
  [
    'popup, nothing here',
    () => {
      stage.enters = false;
      return glance(false);
    },
    () => screen.findByRole('status').then(() => waitForCss('.empty')),
  ],
  [
    'options',
    () => <Options settings={{ ...settings, calmSites: ['example.org'] }} />,
    () => screen.findByRole('heading', { level: 1 }),
  ],
  [
    'options, a model at an address',
    () => <Options settings={{ ...settings, model: 'address' }} />,
    () => waitForCss('.model-address'),
  ],
  [
    'welcome, tried',
    () => <Welcome />,
    async () => {
      await userEvent.click(await waitForCss('.welcome-start button'));
      await waitForCss('.welcome-point');
    },
  ],
  [
    'editor',
    () => {
      stage.background.set('editor.open', async () => (await set.db.notes.toArray())[0]);
      return <Editor token="once" settings={settings} />;
    },
    () => waitForCss('.note-editor'),
  ],
];

async function waitForCss(css: string): Promise<HTMLElement> {
  return waitFor(() => {
    const found = document.querySelector<HTMLElement>(css);
    if (!found) throw new Error(`${css} did not come`);
    return found;
  });
}

describe.each(VIEWS)('%s', (name, view, arrive) => {
  it.each(THEMES.flatMap((theme) => [[theme, 'ltr'] as const, [theme, 'rtl'] as const]))(
    '%s %s',
    async (theme, dir) => {
      const [width, height] = dir === 'rtl' ? NARROW : WIDE;
      await page.viewport(width, height);
      dress(theme, dir);
      if (name === 'editor') await set.mark('Cold halves the range');
      const { container } = render(view());
      await arrive();
      expect(await violations()).toEqual([]);
      // Nothing overflows horizontally.
      expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(innerWidth);
      expect(container.querySelector('main')).not.toBe(null);
    },
  );
});
