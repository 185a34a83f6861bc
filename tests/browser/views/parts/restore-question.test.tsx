/** The question whether highlights should be restored on a site: asked of that site alone. */
import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, it } from 'vitest';
import english from '../../../../public/_locales/en/messages.json';
import { defaultSettings } from '../../../../src/adapters/browser/settings.ts';
import { speak } from '../../../../src/adapters/i18n/sentences.ts';
import { RestoreQuestion } from '../../../../src/views/parts/RestoreQuestion.tsx';
import { stage } from '../../../fakes/stage.ts';

beforeEach(() => {
  stage.clear();
  speak('en', english);
});
afterEach(cleanup);

it('is not asked of a site that was answered, because it was open for the one before', async () => {
  const settings = { ...defaultSettings(), askedSites: ['answered.example'] };
  const { rerender } = render(<RestoreQuestion url="https://new.example/a" settings={settings} />);
  await screen.findByRole('region', { name: english.restore_title.message });
  rerender(<RestoreQuestion url="https://answered.example/a" settings={settings} />);
  expect(screen.queryByRole('region')).toBeNull();
  rerender(<RestoreQuestion url="https://new.example/b" settings={settings} />);
  await screen.findByRole('region', { name: english.restore_title.message });
});
