/** The options while something else changes the settings, and where a permission was taken back. */
import { cleanup, render, screen, waitFor } from '@testing-library/preact';
import { userEvent } from 'vitest/browser';
import { afterEach, beforeEach, expect, it } from 'vitest';
import english from '../../../../public/_locales/en/messages.json';
import { changeSettings, readSettings, withCorrection } from '../../../../src/adapters/browser/settings.ts';
import { speak } from '../../../../src/adapters/i18n/sentences.ts';
import { Options } from '../../../../src/views/options/Options.tsx';
import { stage } from '../../../fakes/stage.ts';

beforeEach(() => {
  stage.clear();
  speak('en', english);
});
afterEach(cleanup);

const correct = (site: string) =>
  changeSettings(({ corrections }) => ({ corrections: withCorrection(corrections, site, { keep: 'more' }) }));
const removeButton = (site: string) => screen.findByRole('button', { name: new RegExp(`^Remove ${site}`) });

it('show a correction that is made while they are open, and keep it when another is removed', async () => {
  render(<Options settings={await correct('a.example')} />);
  await correct('b.example');
  await removeButton('b.example');
  await userEvent.click(await removeButton('a.example'));
  await waitFor(async () => expect((await readSettings()).corrections.map(({ site }) => site)).toEqual(['b.example']));
});

it('show the weekly copy as off where its permission was taken back, and turn it on again', async () => {
  stage.origins = ['downloads'];
  const settings = await changeSettings({ weeklyCopy: true });
  const { unmount } = render(<Options settings={settings} />);
  const toggle = () => screen.getByRole<HTMLInputElement>('switch', { name: english.options_weekly_copy.message });
  expect(toggle().checked).toBe(true);
  unmount();
  stage.origins = [];
  render(<Options settings={settings} />);
  await waitFor(() => expect(toggle().checked).toBe(false));
  await userEvent.click(toggle());
  await waitFor(() => expect(toggle().checked).toBe(true));
  expect(stage.origins).toEqual(['downloads']);
});
