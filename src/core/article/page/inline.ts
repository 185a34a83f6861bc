/** Lists which elements are inline, and which hide their content. */

/** Inline elements. All others, known or unknown, begin a line of their own. */
const INLINE = new Set([
  'A',
  'ABBR',
  'ACRONYM',
  'B',
  'BDI',
  'BDO',
  'BIG',
  'BUTTON',
  'CITE',
  'CODE',
  'DATA',
  'DEL',
  'DFN',
  'EM',
  'FONT',
  'I',
  'IMG',
  'INS',
  'KBD',
  'LABEL',
  'MARK',
  'METER',
  'NOBR',
  'OUTPUT',
  'PICTURE',
  'Q',
  'RB',
  'RP',
  'RT',
  'RTC',
  'RUBY',
  'S',
  'SAMP',
  'SMALL',
  'SPAN',
  'STRIKE',
  'STRONG',
  'SUB',
  'SUP',
  'TIME',
  'TT',
  'U',
  'VAR',
  'WBR',
  'BR',
  'BLINK',
  'SLOT',
  'SCRIPT',
  'SOURCE',
  'TRACK',
  'IFRAME',
  'FRAME',
]);
const MATHML = 'http://www.w3.org/1998/Math/MathML';
const HIDDEN_STYLE = /display\s*:\s*none|visibility\s*:\s*hidden/i;

/** Whether an element is inline. */
export function isInline(element: Element, name: string = element.nodeName): boolean {
  if (INLINE.has(name)) return true;
  if (name.charCodeAt(0) > 0x5a && element.namespaceURI === MATHML) return true; // HTML's names are upper case
  if (!name.includes('-')) return false;
  if (name.startsWith('MJX-')) return true; // a formula of MathJax
  return (
    touchesText(element.previousSibling) || touchesText(element.nextSibling) || element.parentNode?.nodeName === 'P'
  );
}

function touchesText(node: Node | null): boolean {
  return node !== null && node.nodeType === 3 && /\S/.test(node.nodeValue ?? '');
}

/**
 * Whether the page hides the element by attribute or its own style. Formulae kept for screen readers are not hidden.
 */
export function hidesItself(element: Element): boolean {
  if (!element.hasAttributes()) return false;
  if (element.hasAttribute('hidden')) return element.getAttribute('hidden') !== 'until-found';
  const style = element.getAttribute('style');
  if (style && HIDDEN_STYLE.test(style)) return !/math/i.test(element.getAttribute('class') ?? '');
  return element.getAttribute('aria-hidden') === 'true' && element.nodeName !== 'A';
}
