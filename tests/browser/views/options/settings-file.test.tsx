import { cleanup, render, screen, waitFor } from '@testing-library/preact';
import { userEvent } from 'vitest/browser';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import english from '../../../../public/_locales/en/messages.json';
import { type Settings, defaultSettings, settingsFile } from '../../../../src/adapters/browser/settings.ts';
import { speak } from '../../../../src/adapters/i18n/sentences.ts';
import { SettingsFile } from '../../../../src/views/options/SettingsFile.tsx';

const ADDRESS = 'https://evil.example/v1';
let taken: Settings[];

beforeEach(() => {
  speak('en', english);
  taken = [];
  render(<SettingsFile settings={defaultSettings()} onTaken={(one) => taken.push(one)} onSaid={() => undefined} />);
});
afterEach(() => cleanup());

const load = async (change: Partial<Settings>): Promise<void> => {
  const file = new File([settingsFile({ ...defaultSettings(), ...change })], 'theme.json');
  await userEvent.upload(screen.getByLabelText(english.options_file_load.message, { selector: 'input' }), file);
  await waitFor(() => expect(taken).toHaveLength(1));
};

describe('a settings file', () => {
  it('is applied at once if it names no model', async () => {
    await load({ theme: 'sepia' });
    expect(taken).toEqual([{ ...defaultSettings(), theme: 'sepia' }]);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('that names a model at an address asks with that address, and is not applied without consent', async () => {
    await load({ theme: 'sepia', model: 'address', modelAddress: ADDRESS });
    expect(taken).toEqual([{ ...defaultSettings(), theme: 'sepia' }]);
    const dialog = await screen.findByRole('dialog');
    expect(dialog.textContent).toContain(ADDRESS);
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(taken).toHaveLength(1);
  });

  it('is applied if the person agrees', async () => {
    await load({ model: 'address', modelAddress: ADDRESS });
    await userEvent.click(await screen.findByText('Use this address'));
    expect(taken.at(-1)).toMatchObject({ model: 'address', modelAddress: ADDRESS });
  });
});
