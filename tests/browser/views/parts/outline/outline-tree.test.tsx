import { act, cleanup, fireEvent, render, screen } from '@testing-library/preact';
import axe from 'axe-core';
import { userEvent } from 'vitest/browser';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { speak } from '../../../../../src/adapters/i18n/sentences.ts';
import { digest } from '../../../../../src/core/digest/digest.ts';
import { OutlineTree } from '../../../../../src/views/parts/outline/OutlineTree.tsx';
import { type TreeRow, sectionRows } from '../../../../../src/views/parts/outline/tree-rows.ts';
import { articleOf } from '../../../../fakes/article-of.ts';

const body = 'The keepers wrote every storm on the door of the lamp room, and the harbour wrote a list of its own.';
const article = articleOf(
  `## Storms\n${body}\n### Counting them\n${body}\n### Naming them\n${body}\n## Lamps\n${body}\n### ` +
    `Oil\n${body}\n## The end\n${body}`,
  { title: 'The door of the lamp room', lang: 'en' },
);
const rows = sectionRows(digest(article).outline);

beforeEach(() => speak('en', {}));
afterEach(cleanup);

function open(more: Partial<Parameters<typeof OutlineTree>[0]> = {}) {
  const gone: string[] = [];
  const here = rows[0]?.children[1]?.start ?? null;
  const isRead = (row: TreeRow) => here !== null && row.end <= here;
  const view = render(
    <OutlineTree
      name="Outline"
      rows={rows}
      here={here}
      isRead={isRead}
      onGo={(row) => gone.push(row.label)}
      {...more}
    />,
  );
  return { ...view, gone };
}
/** Enters the tree as Tab does, at its only Tab stop. */
const enter = () =>
  act(() =>
    screen
      .getAllByRole('treeitem')
      .find((row) => row.tabIndex === 0)
      ?.focus(),
  );
/** Presses real keys one after another, each rendered before the next. */
async function press(...keys: string[]) {
  for (const key of keys) await act(() => userEvent.keyboard(key));
}
const item = (name: RegExp) => screen.getByRole('treeitem', { name });
const focused = () => document.activeElement?.querySelector(':scope > .tree-label')?.textContent ?? '';
const labels = () => screen.getAllByRole('treeitem').map((row) => row.querySelector('.tree-label')?.textContent);

test('the outline of an article is a tree with levels, places and counts', async () => {
  const { container } = open();
  expect(screen.getByRole('tree', { name: 'Outline' })).toBeTruthy();
  expect(labels()).toEqual(['Storms', 'Counting them', 'Naming them', 'Lamps', 'Oil', 'The end']);
  const naming = item(/Naming them/);
  expect([naming.ariaLevel, naming.ariaPosInSet, naming.ariaSetSize]).toEqual(['2', '2', '2']);
  expect(item(/Storms/).ariaExpanded).toBe('true');
  expect(item(/The end/).hasAttribute('aria-expanded')).toBe(false);
  expect((await axe.run(container)).violations).toEqual([]);
});

test('the reading position is marked, and what was read is dimmed and announced', () => {
  const { container } = open();
  expect(container.querySelectorAll('[aria-current]')).toHaveLength(1);
  expect(item(/Naming them/).getAttribute('aria-current')).toBe('location');
  expect(item(/Counting them/).classList.contains('tree-read')).toBe(true);
  expect(item(/Lamps/).classList.contains('tree-read')).toBe(false);
});

test('has one Tab stop: the row being read, then the row last focused', async () => {
  open();
  expect(screen.getAllByRole('treeitem').filter((row) => row.tabIndex === 0)).toEqual([item(/Naming them/)]);
  await enter();
  expect(focused()).toBe('Naming them');
  await press('{ArrowDown}', '{ArrowDown}');
  expect(focused()).toBe('Oil');
  expect(screen.getAllByRole('treeitem').filter((row) => row.tabIndex === 0)).toEqual([item(/Oil/)]);
});

test('arrows move, close and open; Home and End jump; Enter and Space go there', async () => {
  const { gone } = open();
  await enter();
  await press('{ArrowLeft}');
  expect(focused()).toBe('Storms');
  await press('{ArrowLeft}');
  await expect.poll(() => item(/Storms/).ariaExpanded).toBe('false');
  expect(labels()).toEqual(['Storms', 'Lamps', 'Oil', 'The end']);
  await press('{ArrowRight}');
  await expect.poll(() => item(/Storms/).ariaExpanded).toBe('true');
  await press('{ArrowRight}');
  expect(focused()).toBe('Counting them');
  await press('{End}');
  expect(focused()).toBe('The end');
  await press('{Enter}', '{Home}', ' ');
  expect(gone).toEqual(['The end', 'Storms']);
});

test('typing the beginning of a label finds it, and wraps around the end', async () => {
  open();
  await enter();
  await press('l');
  expect(focused()).toBe('Lamps');
  await new Promise((done) => setTimeout(done, 700));
  await press('c', 'o', 'u');
  expect(focused()).toBe('Counting them');
});

test('in a right-to-left article the arrows are mirrored', async () => {
  open({ dir: 'rtl', lang: 'ar' });
  await enter();
  await press('{ArrowRight}');
  expect(focused()).toBe('Storms');
  await press('{ArrowRight}');
  await expect.poll(() => item(/Storms/).ariaExpanded).toBe('false');
  await press('{ArrowLeft}');
  await expect.poll(() => item(/Storms/).ariaExpanded).toBe('true');
});

test('a click goes to a row; a click on its arrow only opens and closes it', async () => {
  const { gone, container } = open();
  fireEvent.click(item(/Oil/));
  expect(gone).toEqual(['Oil']);
  const twist = container.querySelector('.tree-twist');
  if (twist) fireEvent.click(twist);
  await expect.poll(() => item(/Storms/).ariaExpanded).toBe('false');
  expect(gone).toEqual(['Oil']);
});

test('without a known position, the first row is the Tab stop and no row is current', () => {
  const { container } = open({ here: null, isRead: () => false });
  expect(container.querySelector('[aria-current]')).toBeNull();
  expect(screen.getAllByRole('treeitem')[0]?.tabIndex).toBe(0);
});
