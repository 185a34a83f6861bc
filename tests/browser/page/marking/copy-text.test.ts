/** Copying with the clipboard API, without it, and where everything is refused. */
import { afterEach, expect, it, vi } from 'vitest';
import { copyText } from '../../../../src/page/marking/copy-text.ts';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

/** The browser's own copying after a click: one event, with its data on the clipboard. */
function copyingBrowser(): () => string {
  let clipboard = '';
  vi.spyOn(document, 'execCommand').mockImplementation(() => {
    const clipboardData = new DataTransfer();
    const event = new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true });
    document.body.dispatchEvent(event);
    if (event.defaultPrevented) clipboard = clipboardData.getData('text/plain');
    return true;
  });
  return () => clipboard;
}

it('copies on a page without https, without the page noticing', async () => {
  vi.stubGlobal('isSecureContext', false);
  const clipboard = copyingBrowser();
  const heard = vi.fn();
  document.addEventListener('copy', heard, { capture: true });
  expect(await copyText('the words')).toBe(true);
  document.removeEventListener('copy', heard, { capture: true });
  expect(clipboard()).toBe('the words');
  expect(heard).not.toHaveBeenCalled();
});

it('copies even if the page’s policy refuses the clipboard, and reports it if nothing works', async () => {
  vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new DOMException('no', 'NotAllowedError'));
  const clipboard = copyingBrowser();
  expect(await copyText('others')).toBe(true);
  expect(clipboard()).toBe('others');
  vi.spyOn(document, 'execCommand').mockReturnValue(false);
  expect(await copyText('lost')).toBe(false);
});

it('does not disturb the page’s own copying afterwards', async () => {
  vi.stubGlobal('isSecureContext', false);
  copyingBrowser();
  await copyText('once');
  const event = new ClipboardEvent('copy', { clipboardData: new DataTransfer(), cancelable: true });
  document.dispatchEvent(event);
  expect(event.defaultPrevented).toBe(false);
});
