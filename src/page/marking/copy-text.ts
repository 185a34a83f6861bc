/** Puts text on the clipboard, on any page. */

/**
 * Returns whether it worked. Pages without https have no `navigator.clipboard`; there `execCommand('copy')` is used,
 * and its event is filled with the text before the page's listeners see it. Call it soon after a person's click or key.
 */
export async function copyText(text: string): Promise<boolean> {
  if (isSecureContext) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      // A page may forbid it by its permissions policy, which does not apply to `execCommand`.
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
    // Deprecated, but the only way left.
    document.execCommand('copy');
  } finally {
    window.removeEventListener('copy', fill, { capture: true });
  }
  return copied;
}
