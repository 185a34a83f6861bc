/**
 * Finds elements by role and name inside a document, as Playwright does for Chromium. Firefox's own locator waits
 * forever for a document whose accessibility tree stays busy, as a popup's may.
 */

/** What to search for: the full name, or the source of a pattern with its flags. Either may be left out. */
export interface Wanted {
  role: string;
  name?: string;
  pattern?: [source: string, flags: string];
}

/** Runs in a document: the perceivable elements with that role and name, in document order. */
export function elementsOf({ role, name, pattern }: Wanted): Element[] {
  const IMPLIED: Record<string, string> = {
    A: 'link',
    ASIDE: 'complementary',
    BUTTON: 'button',
    DIALOG: 'dialog',
    H1: 'heading',
    H2: 'heading',
    LI: 'listitem',
    MAIN: 'main',
    NAV: 'navigation',
    SECTION: 'region',
    TEXTAREA: 'textbox',
    UL: 'list',
  };
  const INPUTS: Record<string, string> = { checkbox: 'checkbox', radio: 'radio', range: 'slider', search: 'searchbox' };
  /** Roles named by their content; all others are only named by a label. */
  const NAMED_BY_CONTENT = /^(?:button|heading|link|menuitem|menuitemcheckbox|menuitemradio|option|tab|treeitem)$/u;

  const fold = (words: string): string => words.replace(/\s+/gu, ' ').trim();
  const roleOf = (element: Element): string | undefined => {
    const said = element.getAttribute('role')?.trim().split(/\s+/u)[0];
    if (said) return said;
    return element instanceof HTMLInputElement ? (INPUTS[element.type] ?? 'textbox') : IMPLIED[element.tagName];
  };
  const wordsIn = (node: Node): string => {
    if (node.nodeType === Node.TEXT_NODE) return node.nodeValue ?? '';
    if (!(node instanceof Element) || node.getAttribute('aria-hidden') === 'true') return '';
    const label = node.getAttribute('aria-label') ?? node.getAttribute('alt');
    if (label) return label;
    if (!node.checkVisibility({ visibilityProperty: true })) return '';
    const apart = getComputedStyle(node).display.startsWith('inline') ? '' : ' ';
    return apart + [...node.childNodes].map(wordsIn).join('') + apart;
  };
  const nameOf = (element: Element): string => {
    const ids = element.getAttribute('aria-labelledby')?.split(/\s+/u) ?? [];
    const referred = ids.map((id) => element.ownerDocument.getElementById(id)?.textContent ?? '').join(' ');
    if (fold(referred)) return fold(referred);
    const label = element.getAttribute('aria-label');
    if (label) return fold(label);
    const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : [];
    if (labels.length > 0) return fold(labels.map(wordsIn).join(' '));
    const content = NAMED_BY_CONTENT.test(role) ? fold([...element.childNodes].map(wordsIn).join('')) : '';
    return content || fold(element.getAttribute('title') ?? '');
  };
  const isPerceived = (element: Element): boolean =>
    element.checkVisibility({ visibilityProperty: true }) && !element.closest('[aria-hidden=true], [inert]');

  return [...document.querySelectorAll('*')].filter((element) => {
    if (roleOf(element) !== role || !isPerceived(element)) return false;
    if (name !== undefined) return nameOf(element) === name;
    return pattern === undefined || new RegExp(...pattern).test(nameOf(element));
  });
}
