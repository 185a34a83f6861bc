/**
 * The library page over a real database: it shows changes that arrive at any moment of reading, and articles can be
 * edited and marked in it.
 */
import { cleanup, render, screen, waitFor, within } from '@testing-library/preact';
import { userEvent } from 'vitest/browser';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import english from '../../../../public/_locales/en/messages.json';
import { speak } from '../../../../src/adapters/i18n/sentences.ts';
import { LibraryPage } from '../../../../src/views/library/LibraryPage.tsx';
import { type Set, setGlance } from '../../../fakes/glance-stage.ts';
import { stage } from '../../../fakes/stage.ts';
import '../../../../src/views/parts/base.css';

const WORDS = 'The crew of three became a crew of two';
let set: Set;
beforeEach(() => {
  stage.clear();
  speak('en', english);
  set = setGlance();
});
afterEach(async () => {
  cleanup();
  await set.close();
});

const words = () => [...document.querySelectorAll('.note-words')].map(({ textContent }) => textContent);
const lose = async (id: string) => {
  const note = await set.db.notes.get(id);
  if (!note) throw new Error('gone');
  await set.db.notes.put({ ...note, place: { state: 'lost', score01: 0, seenAt: 1 } });
  stage.tell('library.changed', { entryIds: [note.entryId] });
};
/**
 * Moments at which the page may be notified of a change: from before its first reading is complete to long after the
 * last.
 */
const MOMENTS: [when: string, ms: number][] = [
  ['in the same breath', -1],
  ...[0, 1, 2, 4, 8, 12, 16, 20, 24, 32, 40, 60, 100, 400].map((ms): [string, number] => [`after ${ms} ms`, ms]),
];

it.each(MOMENTS)('shows a note that is lost %s', async (_when, ms) => {
  const id = await set.mark(WORDS);
  await set.mark('Cold halves the range');
  render(<LibraryPage first="is:lost" />);
  if (ms >= 0) await new Promise((over) => setTimeout(over, ms));
  await lose(id);
  await waitFor(() => expect(words()).toEqual([WORDS]));
  await new Promise((over) => setTimeout(over, 100)); // and no older reading removes it again
  expect(words()).toEqual([WORDS]);
});

const press = (keys: string) => userEvent.keyboard(keys);
const titles = () => [...document.querySelectorAll('.entry-open')].map(({ textContent }) => textContent);
const entryOf = async () => (await set.db.entries.toArray())[0];

describe('an article edited in place', () => {
  beforeEach(async () => {
    await set.mark(WORDS);
    render(<LibraryPage first="" />);
    await waitFor(() => expect(titles()).toHaveLength(1));
  });

  it('gets a custom title and tags by keyboard alone, in one step that can be undone and redone', async () => {
    const before = titles();
    await press('e');
    const title = await screen.findByRole<HTMLInputElement>('textbox', { name: english.library_entry_title.message });
    expect(document.activeElement).toBe(title);
    await press('The quiet boats of Vell{Tab}sea, boats{Enter}{Enter}');
    await waitFor(() => expect(titles()).toEqual(['The quiet boats of Vell']));
    expect(document.activeElement?.matches('.entry-open')).toBe(true);
    expect(await entryOf()).toMatchObject({ title: 'The quiet boats of Vell', tags: ['boats', 'sea'] });
    expect([...document.querySelectorAll('.entry-facts .note-tag')].map((tag) => tag.textContent?.trim())).toEqual([
      '#boats',
      '#sea',
    ]);
    await press('u');
    await waitFor(() => expect(titles()).toEqual(before));
    expect((await entryOf())?.tags).toEqual([]);
    await press('U');
    await waitFor(() => expect(titles()).toEqual(['The quiet boats of Vell']));
  });

  it('keeps its title if the field is emptied, and the typed text if it cannot be saved', async () => {
    const before = titles();
    await press('e');
    await screen.findByRole('textbox', { name: english.library_entry_title.message });
    await press('{Delete}{Escape}');
    await waitFor(() => expect(titles()).toEqual(before));
    stage.background.set('entry.change', () => ({ ok: false, error: { kind: 'storage-full' } }));
    await press('e');
    const title = await screen.findByRole<HTMLInputElement>('textbox', { name: english.library_entry_title.message });
    await press('Not to be lost{Enter}');
    await screen.findByText(english.failure_storage_full.message);
    expect(title.value).toBe('Not to be lost');
  });

  it('stays in place during editing, even if it no longer matches the search', async () => {
    cleanup();
    render(<LibraryPage first="viaduct" />);
    const [note] = await set.db.notes.toArray();
    await set.db.notes.update(note?.id ?? '', {
      quote: { exact: 'x', prefix: '', suffix: '', start: 0 },
      text: 'viaduct',
    });
    stage.tell('library.changed', { entryIds: [note?.entryId] });
    await waitFor(() => expect(words()).toEqual(['x']));
    await userEvent.click(document.querySelector('.note [data-act=edit]') ?? document.body);
    const field = await screen.findByRole('textbox', { name: english.parts_note_words.message });
    await userEvent.clear(field);
    await userEvent.type(field, 'sailors');
    await waitFor(async () => expect((await set.db.notes.toArray())[0]?.text).toBe('sailors'));
    await new Promise((over) => setTimeout(over, 200)); // the list has been notified by now
    expect(document.activeElement).toBe(field);
    await press('{Escape}');
    await waitFor(() => expect(words()).toEqual([]));
  });
});

it('marks many articles read or unread in one step, and keeps the time of those read before', async () => {
  await set.mark(WORDS);
  const first = await entryOf();
  if (!first) throw new Error('gone');
  const others = [1, 2].map((n) => ({ ...first, id: `e${n}`, urlKey: `k${n}`, title: `Title ${n}` }));
  await set.db.entries.bulkPut([...others, { ...first, readAt: 5 }]);
  render(<LibraryPage first="" />);
  await waitFor(() => expect(titles()).toHaveLength(3));
  for (const box of document.querySelectorAll('.library-row:has(.entry) .library-check')) await userEvent.click(box);
  const bulk = await screen.findByRole('region', { name: english.library_chosen.message });
  await userEvent.click(within(bulk).getByRole('button', { name: english.library_tag_add.message }));
  expect(document.activeElement).toBe(within(bulk).getByRole('combobox')); // no tag yet: the field asks for one
  await userEvent.click(within(bulk).getByRole('button', { name: english.library_mark_read.message }));
  const times = async () => (await set.db.entries.toArray()).map(({ readAt }) => readAt ?? 0).toSorted((a, b) => a - b);
  await waitFor(async () => expect((await times()).every((at) => at > 0)).toBe(true));
  expect((await times())[0]).toBe(5);
  await waitFor(() =>
    expect(within(bulk).queryByRole('button', { name: english.library_mark_read.message })).toBeNull(),
  );
  await userEvent.click(await screen.findByRole('button', { name: english.parts_undo.message }));
  await waitFor(async () => expect(await times()).toEqual([0, 0, 5]));
  const markRead = () => within(bulk).queryByRole('button', { name: english.library_mark_read.message });
  await waitFor(() => expect(markRead()).toBeTruthy());
  await press('r');
  await waitFor(async () => expect((await times()).every((at) => at > 0)).toBe(true));
  await waitFor(() => expect(markRead()).toBeNull()); // the page has been notified
  await press('r');
  await waitFor(async () => expect(await times()).toEqual([0, 0, 0]));
});

describe('favourites, the archive and saved searches', () => {
  const menuLine = async (line: string) => {
    await userEvent.click(document.querySelector('.entry .menu button') ?? document.body);
    await userEvent.click(await screen.findByRole('menuitem', { name: line }));
  };
  beforeEach(async () => {
    await set.mark(WORDS);
    render(<LibraryPage first="" />);
    await waitFor(() => expect(titles()).toHaveLength(1));
    const filters = document.querySelector<HTMLDetailsElement>('.library-facets');
    if (filters) filters.open = true; // collapsed in a window as narrow as in tests
  });

  it('moves an article to the archive, finds it there, and moves it back', async () => {
    await menuLine(english.library_archive.message);
    await waitFor(() => expect(titles()).toHaveLength(0));
    await userEvent.click(screen.getByRole('button', { name: english.library_is_archived.message, pressed: false }));
    await waitFor(() => expect(titles()).toHaveLength(1));
    await press('u');
    await waitFor(async () => expect((await entryOf())?.archivedAt).toBeUndefined());
  });

  it('shows favourites, and a saved search until it is deleted', async () => {
    await userEvent.click(screen.getByRole('button', { name: english.library_favourite.message }));
    await screen.findByRole('button', { name: english.library_unfavourite.message, pressed: true });
    await userEvent.fill(screen.getByRole('searchbox'), 'viaduct');
    await screen.findByText(english.library_none_found.message);
    expect(screen.queryByRole('button', { name: english.library_save_search.message })).toBeNull();
    await userEvent.fill(screen.getByRole('searchbox'), 'is:favourite crew');
    await waitFor(() => expect(titles()).toHaveLength(1));
    await userEvent.click(screen.getByRole('button', { name: english.library_save_search.message }));
    await userEvent.fill(screen.getByRole('searchbox'), '');
    const saved = await screen.findByRole('button', { name: 'is:favourite crew' });
    await userEvent.click(saved);
    expect(screen.getByRole<HTMLInputElement>('searchbox').value).toBe('is:favourite crew');
    await userEvent.click(
      screen.getByRole('button', { name: english.library_forget_search.message.replace('$1', 'is:favourite crew') }),
    );
    await waitFor(() => expect(screen.queryByRole('button', { name: 'is:favourite crew' })).toBeNull());
  });
});

it('leaves the list alone, whatever key is pressed, while the bin is shown', async () => {
  await set.mark(WORDS);
  render(<LibraryPage first="" />);
  await waitFor(() => expect(titles()).toHaveLength(1));
  await userEvent.click(screen.getByRole('button', { name: english.library_menu.message }));
  await userEvent.click(await screen.findByRole('menuitemcheckbox', { name: english.library_bin.message }));
  await screen.findByText(english.library_bin_empty.message);
  await press('{Delete}r');
  await userEvent.click(screen.getByRole('button', { name: english.library_bin_leave.message }));
  await waitFor(() => expect(titles()).toHaveLength(1));
  expect(stage.asked.filter(({ kind }) => kind === 'entry.delete' || kind === 'entry.mark')).toEqual([]);
});

it('counts what the bin lists, and says how many notes an article there has', async () => {
  const id = await set.mark(WORDS);
  const entry = await entryOf();
  const deletedAt = Date.now();
  await set.db.entries.update(entry?.id ?? '', { deletedAt });
  await set.db.notes.update(id, { deletedAt });
  render(<LibraryPage first="" />);
  await userEvent.click(await screen.findByRole('button', { name: english.library_menu.message }));
  await userEvent.click(await screen.findByRole('menuitemcheckbox', { name: english.library_bin.message }));
  await waitFor(() => expect(document.querySelectorAll('.binned')).toHaveLength(1));
  expect(document.querySelector('.binned .facts')?.textContent).toMatch(/^1 note · /);
  await userEvent.click(screen.getByRole('button', { name: english.library_bin_clear.message }));
  await screen.findByText(english.library_bin_sure_one.message.replace('$1', '1'));
});

it('shows how much of an article was read, and has a compact list', async () => {
  await set.mark(WORDS);
  const entry = await entryOf();
  const kept = await set.db.articles.get(entry?.id ?? '');
  const half = Math.floor((kept?.article.text.length ?? 0) / 2);
  await set.db.entries.update(entry?.id ?? '', { position: half });
  render(<LibraryPage first="" />);
  await waitFor(() =>
    expect(document.querySelector('.entry-facts')?.textContent).toMatch(/(?:49|50) % read|(?:49|50)% read/),
  );
  const high = document.querySelector<HTMLElement>('.library-row')?.offsetHeight ?? 0;
  await userEvent.click(screen.getByRole('button', { name: english.library_menu.message }));
  await userEvent.click(await screen.findByRole('menuitemcheckbox', { name: english.library_compact.message }));
  await waitFor(() => expect(document.querySelector<HTMLElement>('.library-row')?.offsetHeight).toBeLessThan(high));
});

it('shows old highlights again only if the person wants it', async () => {
  const id = await set.mark(WORDS);
  await set.db.notes.update(id, { createdAt: 1 });
  render(<LibraryPage first="" />);
  await waitFor(() => expect(titles()).toHaveLength(1));
  expect(screen.queryByText(english.library_review_title.message)).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: english.library_menu.message }));
  await userEvent.click(await screen.findByRole('menuitemcheckbox', { name: english.library_review.message }));
  const title = await screen.findByText(english.library_review_title.message);
  expect(title.closest('details')?.textContent).toContain(WORDS);
});

it('shows the matching words of an article that its row does not show, marked', async () => {
  await set.mark(WORDS);
  render(<LibraryPage first="" />);
  await waitFor(() => expect(titles()).toHaveLength(1));
  const inside = () => document.querySelector('.entry-found');
  const marked = () => [...document.querySelectorAll('.entry-found mark')].map(({ textContent }) => textContent);
  await userEvent.fill(screen.getByRole('searchbox'), 'second teacher');
  await waitFor(() => expect(marked()).toEqual(['second', 'teacher']));
  expect(inside()?.textContent).toContain('the school has a second teacher.');
  await userEvent.fill(screen.getByRole('searchbox'), 'quiet boats'); // both are in the title
  await waitFor(() => expect(inside()).toBeNull());
  expect(titles()).toHaveLength(1);
});
