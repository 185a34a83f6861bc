/**
 * Notes in the reader: a lost one can be placed at a suggested passage or at a selection, and concurrent texts are all
 * shown.
 */
import { cleanup, render, screen, waitFor, within } from '@testing-library/preact';
import { userEvent } from 'vitest/browser';
import { afterEach, beforeEach, expect, it } from 'vitest';
import english from '../../../../../public/_locales/en/messages.json';
import { ask } from '../../../../../src/adapters/browser/channel.ts';
import { defaultSettings } from '../../../../../src/adapters/browser/settings.ts';
import { speak } from '../../../../../src/adapters/i18n/sentences.ts';
import { describeQuote } from '../../../../../src/core/anchor/quote.ts';
import { ReaderPage } from '../../../../../src/views/reader/ReaderPage.tsx';
import { load } from '../../../../../src/views/reader/article/article-source.ts';
import { type Set, ferries, setGlance } from '../../../../fakes/glance-stage.ts';
import { stage } from '../../../../fakes/stage.ts';

const NOW = 'Cold halves the range, so in January the boats leave every hour rather than every half hour.';
/** The article's text when it was highlighted; the sentence was rewritten since. */
const THEN =
  'Cold more than halves how far they come, and all through January crossings were cut to one an hour at most.';

let set: Set;
beforeEach(() => {
  stage.clear();
  speak('en', english);
  set = setGlance();
  stage.background.set('tab.enter', () => null);
});
afterEach(async () => {
  cleanup();
  await set.close();
});

/** Opens the reader of the tab, and returns the first paragraph once the text is there. */
async function open(): Promise<Element> {
  const source = { tabId: 7 };
  render(<ReaderPage source={source} opening={load(source)} reading={defaultSettings().reading} />);
  await screen.findByRole('heading', { level: 1, name: ferries().title });
  return waitFor(() => {
    const found = document.querySelector('.reader-body p');
    if (!found) throw new Error('no words yet');
    return found;
  });
}

/** A note on the older text, which the reader no longer finds. */
async function lost(): Promise<string> {
  const older = ferries().text.replace(NOW, THEN);
  const start = older.indexOf(THEN);
  const quote = describeQuote(older, start, start + THEN.length);
  const made = await ask('note.add', { article: ferries(), quote, colour: 'green', text: 'for winter' });
  if (!made.ok) throw new Error(made.error.kind);
  await open();
  await userEvent.keyboard('n'); // a narrow window keeps them in a drawer
  await screen.findByText(english.parts_note_lost.message, { exact: false });
  return made.value.id;
}
const passages = () => screen.findByRole('group', { name: english.parts_note_may_belong.message });
const quoteOf = async (id: string) => (await set.db.notes.get(id))?.quote.exact;

it('shows where a lost note may belong, puts it there, and undoes that', async () => {
  const id = await lost();
  const [first] = within(await passages()).getAllByRole('button');
  if (!first) throw new Error('no passage');
  expect(NOW).toContain(first.textContent?.slice(0, 40));
  first.click();
  (await within(await passages()).findByRole('button', { name: 'Move here' })).click();
  await screen.findByText('Highlight moved here');
  expect(ferries().text).toContain(await quoteOf(id));
  await waitFor(() => expect(screen.queryByText(english.parts_note_lost.message, { exact: false })).toBeNull());
  screen.getByRole('button', { name: 'Undo' }).click();
  await waitFor(async () => expect(await quoteOf(id)).toBe(THEN));
});

it('says why a deleted note could not be restored', async () => {
  const id = await lost();
  stage.background.set('note.restore', () => ({ ok: false, error: { kind: 'storage-full' } }));
  document.querySelector<HTMLElement>('[data-act=delete]')?.click();
  (await screen.findByRole('button', { name: english.parts_undo.message })).click();
  await screen.findByText(english.failure_storage_full.message);
  expect((await set.db.notes.get(id))?.deletedAt).toBeDefined();
});

it('uses the next selection as its place', async () => {
  const id = await lost();
  screen.getByRole('button', { name: english.parts_note_place.message }).click();
  const words = 'The shop opens on Sundays again, and';
  const node = document.createTreeWalker(document.querySelector('.reader-body') ?? document.body, NodeFilter.SHOW_TEXT);
  while (node.nextNode()) {
    const at = node.currentNode.nodeValue?.indexOf(words) ?? -1;
    if (at < 0) continue;
    document.getSelection()?.setBaseAndExtent(node.currentNode, at, node.currentNode, at + words.length + 1);
    break;
  }
  document.dispatchEvent(new PointerEvent('pointerup'));
  await screen.findByText('Highlight moved here');
  expect(await quoteOf(id)).toBe(words);
});

it('shows all concurrent versions, and saves based on the text it shows', async () => {
  const id = await set.mark('The school has a second teacher'.replace('The', 'the'));
  const textBase = (await set.db.notes.get(id))?.clocks.text ?? '';
  for (const text of ['from the tab', 'from the panel']) await ask('note.change', { id, change: { text, textBase } });
  await open();
  await userEvent.keyboard('n');
  const group = await screen.findByRole('group', { name: english.parts_versions.message });
  expect(group.textContent).toContain('from the tab');
  within(group).getByRole('button', { name: 'Keep both' }).click();
  await waitFor(async () =>
    expect(await set.db.notes.get(id)).toMatchObject({ text: 'from the tab\n\nfrom the panel' }),
  );

  // Edited elsewhere while the editor here is open: neither text is lost.
  screen.getByRole('button', { name: 'Edit', hidden: true }).click();
  const field = await screen.findByRole('textbox', { name: 'Note', hidden: true });
  await ask('note.change', { id, change: { text: 'from elsewhere' } });
  if (!(field instanceof HTMLTextAreaElement)) throw new Error('no field');
  field.value = 'from the reader';
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  await waitFor(async () => expect(await set.db.notes.get(id)).toMatchObject({ text: 'from the reader' }));
  expect(Object.values((await set.db.notes.get(id))?.alts ?? {})).toEqual(['from elsewhere']);
});

it('saves nothing in a private window, and says so', async () => {
  if (stage.tab) stage.tab.incognito = true;
  const paragraph = await open();
  document.getSelection()?.selectAllChildren(paragraph);
  await userEvent.keyboard('h');
  expect(await screen.findByText(english.failure_private.message)).toBeTruthy();
  expect(await set.db.notes.count()).toBe(0);
});
