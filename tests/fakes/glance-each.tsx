/** Sets up popup and panel before each test of a file, in English, and removes them afterwards. */
import { cleanup, render } from '@testing-library/preact';
import { afterEach, beforeEach } from 'vitest';
import english from '../../public/_locales/en/messages.json';
import { defaultSettings } from '../../src/adapters/browser/settings.ts';
import { speak } from '../../src/adapters/i18n/sentences.ts';
import { Glance } from '../../src/views/glance/Glance.tsx';
import { createFrontPageReader } from '../../src/views/glance/front-page/front-page.ts';
import type { Article } from '../../src/core/article/article.ts';
import { type Set, setGlance } from './glance-stage.ts';
import { stage } from './stage.ts';

/** The set-up of the running test. */
export let set: Set;
/** Aborted at the end of the running test. */
export let over: AbortController;

/** Call this once at the top of a file. */
export function setEach(): void {
  beforeEach(() => {
    stage.clear();
    over = new AbortController();
    speak('en', english);
    set = setGlance();
  });
  afterEach(async () => {
    over.abort();
    cleanup();
    await set.close();
  });
}

/** Replaces the set-up by one for another article, within a test. */
export async function setAnew(article: Article): Promise<void> {
  cleanup();
  await set.close();
  set = setGlance(article);
}

/** Opens the popup or the panel in its initial state. */
export function open(inPanel = false): ReturnType<typeof render> {
  return render(
    <Glance reader={createFrontPageReader(inPanel, over.signal)} settings={defaultSettings()} inPanel={inPanel} />,
  );
}
