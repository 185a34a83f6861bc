/** "Save for later" in the popup: undo takes that save back and nothing else. */
import { screen, waitFor } from '@testing-library/preact';
import { userEvent } from 'vitest/browser';
import { expect, it } from 'vitest';
import english from '../../../../public/_locales/en/messages.json';
import { ask } from '../../../../src/adapters/browser/channel.ts';
import { open, set, setEach } from '../../../fakes/glance-each.tsx';
import { articleOf } from '../../../fakes/article-of.ts';

setEach();

it('undoes the save alone, though another article was saved in between', async () => {
  open();
  await userEvent.click(await screen.findByRole('button', { name: 'Save for later' }));
  await screen.findByText(english.toolbar_saved.message);
  const [saved] = await set.db.entries.toArray();
  await ask('entry.keep', { article: articleOf('<p>Words of another page.</p>', { url: 'https://example.org/b' }) });
  await userEvent.click(screen.getByRole('button', { name: english.parts_undo.message }));
  const inBin = async () => (await set.db.entries.toArray()).filter(({ deletedAt }) => deletedAt !== undefined);
  await waitFor(async () => expect(await inBin()).toMatchObject([{ id: saved?.id }]));
  expect(await set.db.entries.count()).toBe(2);
});
