/** Puts text on the clipboard, on any page. */

/**
 * Returns whether it worked. Pages without https have no `navigator.clipboard`; there the browser's own copying is
 * asked, and its event answered with the text before the page's listeners hear of it. Call it soon after a person's
 * click or key.
 */
export async function copyText(text: string): Promise<boolean> {
  if (isSecureContext) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      // A page may refuse it by its permissions policy; the browser's own copying has no such rule.
    }
  }
  let copied = false;
  const fill = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    event.stopImmediatePropagation();
    copied = true;
  };
  window.addEventListener('copy', fill, { capture: true });
  try {
    // Deprecated, and the one way that is left there.
    document.execCommand('copy');
  } finally {
    window.removeEventListener('copy', fill, { capture: true });
  }
  return copied;
}
