/** The popup's height in the windows that the browsers give it, from the first step of opening to a small screen. */
import { page } from 'vitest/browser';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { fitPopup } from '../../../../src/views/popup/fit-popup.ts';

const heightGiven = () => document.documentElement.style.getPropertyValue('--popup-height');

beforeAll(() => {
  const view = document.createElement('div');
  view.id = 'view';
  view.style.blockSize = '560px';
  document.body.append(view);
  fitPopup();
});
afterAll(async () => {
  document.body.replaceChildren();
  document.documentElement.style.removeProperty('--popup-height');
  await page.viewport(800, 900);
});

it('asks for its full height again if the window was 10 px high while it opened', async () => {
  await page.viewport(380, 10);
  await expect.poll(() => innerHeight).toBe(10);
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(heightGiven()).toBe('');
});

it('fits into a window that is really low, and into one of almost full height', async () => {
  await page.viewport(380, 250);
  await expect.poll(heightGiven).toBe('250px');
  await page.viewport(380, 400);
  await expect.poll(heightGiven).toBe('400px');
});
