/** The preview of an import: what is in the bin is told apart from what is already in the library. */
import { cleanup, render, screen } from '@testing-library/preact';
import { userEvent } from 'vitest/browser';
import { afterEach, expect, it } from 'vitest';
import english from '../../../../../public/_locales/en/messages.json';
import { speak } from '../../../../../src/adapters/i18n/sentences.ts';
import { Files } from '../../../../../src/views/library/Files.tsx';
import { ADDRESS, setGlance } from '../../../../fakes/glance-stage.ts';
import { stage } from '../../../../fakes/stage.ts';

stage.clear();
speak('en', english);
const set = setGlance();
afterEach(async () => {
  cleanup();
  await set.close();
});

it('does not count what is in the bin as already here', async () => {
  const words = 'The crew of three became a crew of two';
  await set.mark(words);
  const file = new File([`Highlight,URL,Note\n${words},${ADDRESS},\n`], 'notes.csv', { type: 'text/csv' });
  render(<Files rows={null} onSaid={() => undefined} onClose={() => undefined} />);
  const preview = async (added: number, same: number) => {
    await userEvent.upload(screen.getByLabelText(english.library_import.message), []); // the same file again
    await userEvent.upload(screen.getByLabelText(english.library_import.message), file);
    await screen.findByText(`${added} new, 0 changed, ${same} already here`);
  };
  await preview(0, 2);
  await set.db.entries.toCollection().modify({ deletedAt: 1 });
  await set.db.notes.toCollection().modify({ deletedAt: 1 });
  await preview(0, 0);
  expect(screen.getByText(english.library_import_binned.message.replace('$1', '2'))).toBeTruthy();
});

it('says how many articles and notes are new', async () => {
  const lines = ['Highlight,URL,Note', 'one,https://news.example/a,', 'two,https://news.example/a,', ''];
  render(<Files rows={null} onSaid={() => undefined} onClose={() => undefined} />);
  const field = screen.getByLabelText(english.library_import.message);
  await userEvent.upload(field, new File([lines.join('\n')], 'notes.csv', { type: 'text/csv' }));
  await screen.findByText('3 new, 0 changed, 0 already here · 1 article · 2 notes');
});
