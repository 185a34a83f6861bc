/** Where the keyboard stays when rows, the bin's lines or the bar of the selection go away under it. */
import { cleanup, render, screen, waitFor, within } from '@testing-library/preact';
import { userEvent } from 'vitest/browser';
import { afterEach, beforeEach, expect, it } from 'vitest';
import english from '../../../../public/_locales/en/messages.json';
import { speak } from '../../../../src/adapters/i18n/sentences.ts';
import { LibraryPage } from '../../../../src/views/library/LibraryPage.tsx';
import { type Set, setGlance } from '../../../fakes/glance-stage.ts';
import { stage } from '../../../fakes/stage.ts';
import '../../../../src/views/parts/base.css';

let set: Set;
beforeEach(async () => {
  stage.clear();
  speak('en', english);
  set = setGlance();
  await set.mark('The crew of three became a crew of two');
  const [first] = await set.db.entries.toArray();
  if (!first) throw new Error('gone');
  const more = [1, 2].map((n) => ({ ...first, id: crypto.randomUUID(), urlKey: `k${n}`, title: `Title ${n}` }));
  await set.db.entries.bulkPut(more);
});
afterEach(async () => {
  cleanup();
  await set.close();
});

const press = (keys: string) => userEvent.keyboard(keys);
const titles = () => document.querySelectorAll('.entry-open').length;
const here = () => document.activeElement;
const inRow = () => here()?.closest('.library-row')?.classList.contains('library-active') ?? false;
const inBar = (name: string) => screen.getByRole('button', { name });
const choose = async () => {
  render(<LibraryPage first="" />);
  await waitFor(() => expect(titles()).toBe(3));
  await userEvent.click(document.querySelector('.library-row .library-check') ?? document.body);
  return screen.findByRole('region', { name: english.library_chosen.message });
};
const deleteAll = async () => {
  await set.db.entries.toCollection().modify({ deletedAt: 1 });
  await set.db.notes.toCollection().modify({ deletedAt: 1 });
  render(<LibraryPage first="" />);
  await userEvent.click(await screen.findByRole('button', { name: english.library_menu.message }));
  await userEvent.click(await screen.findByRole('menuitemcheckbox', { name: english.library_bin.message }));
};

it('is on the next row after the selected ones were deleted', async () => {
  const bar = await choose();
  within(bar).getByRole('button', { name: english.parts_delete.message }).focus();
  await press('{Enter}');
  await waitFor(() => expect(titles()).toBe(2));
  await waitFor(() => expect(inRow()).toBe(true));
});

it('is on the next line of the bin after Restore, then on the way back, then on the list', async () => {
  await deleteAll();
  const lines = () => [...document.querySelectorAll('.binned')];
  await waitFor(() => expect(lines().length).toBeGreaterThanOrEqual(3));
  for (let left = lines().length; left > 0; left -= 1) {
    if (left > 1) lines()[1]?.querySelector('button')?.focus();
    await press('{Enter}');
    await waitFor(() => expect(lines()).toHaveLength(left - 1));
    if (left > 1) await waitFor(() => expect(here()).toBe(lines()[Math.min(1, left - 2)]?.querySelector('button')));
  }
  await waitFor(() => expect(here()).toBe(inBar(english.library_bin_leave.message)));
  await press('{Enter}');
  await waitFor(() => expect(here()?.closest('.library-scroll')).toBeTruthy());
});

it('is on the way back after the bin was emptied', async () => {
  await deleteAll();
  await userEvent.click(await screen.findByRole('button', { name: english.library_bin_clear.message }));
  const sure = within(await screen.findByRole('dialog'));
  await userEvent.click(sure.getByRole('button', { name: english.library_bin_clear.message }));
  await screen.findByText(english.library_bin_empty.message);
  await waitFor(() => expect(here()).toBe(inBar(english.library_bin_leave.message)));
});

it('leaves the bar of the selection with Escape, and only then drops the selection', async () => {
  const bar = await choose();
  const chosen = () => document.querySelectorAll('.library-chosen').length;
  within(bar).getByRole('combobox').focus();
  await press('{Escape}');
  await waitFor(() => expect([inRow(), chosen()]).toEqual([true, 1]));
  within(bar).getByRole('button', { name: english.library_export_chosen.message }).focus();
  await press('{Escape}');
  await waitFor(() => expect([inRow(), chosen()]).toEqual([true, 1]));
  await press('{Escape}');
  await waitFor(() => expect(chosen()).toBe(0));
});
