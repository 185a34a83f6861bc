/**
 * Separates the words of a heading from what sites add to it: permalink signs, "[edit]", buttons that copy its address.
 */

const HANGS = new RegExp(
  String.raw`(?:^|[\s_-])(?:mw-editsection|editsection|header-?link|heading-?link|header-anchor` +
    String.raw`|heading-anchor|anchor-?link|anchorjs-link|permalink|hash-link|octicon-link|direct-link` +
    String.raw`|section-link)(?:[\s_-]|$)`,
  'i',
);
const WORDS =
  /^(?:\[?\s*(?:edit|link|permalink|anchor|copy link|copy|bearbeiten|modifier|editar|править|编辑|編集)\s*\]?)$/i;
/** Longer texts in a heading are its words (characters). */
const LONGEST = 30;

/** Whether an element is a wiki's link for editing a section, in its heading or after it. */
export function isEditLink(element: Element): boolean {
  return element.nodeName === 'SPAN' && /(?:^|\s)mw-editsection(?:\s|$)/.test(element.getAttribute('class') ?? '');
}

/** Whether an inline element of a heading is not part of its text. */
export function isHeadingFurniture(element: Element, name: string): boolean {
  if (name !== 'A' && name !== 'SPAN' && name !== 'BUTTON' && name !== 'SUP') return false;
  const says = (element.textContent ?? '').trim();
  if (says === '' || says.length > LONGEST) return false;
  const heading = element.closest('h1,h2,h3,h4,h5,h6,dt')?.textContent?.trim() ?? '';
  if (says === heading) return false;
  if (HANGS.test(element.getAttribute('class') ?? '')) return true;
  if (name === 'SUP') return false;
  if (WORDS.test(says)) return name === 'BUTTON' || element.hasAttribute('href') || says.startsWith('[');
  const isLink = name === 'A' && (element.getAttribute('href') ?? '').includes('#');
  return isLink && !/[\p{L}\p{N}]/u.test(says);
}
