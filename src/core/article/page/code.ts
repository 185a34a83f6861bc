/** Recognises blocks of code, and what sites add to them: line numbers, copy buttons, labels and prompts. */

/** Code editors and highlighters that draw code without a `<pre>`. */
const DRAWN = /(?:^|\s)(?:syntaxhighlighter|CodeMirror-code|cm-content|ace_text-layer|view-lines)(?:\s|$)/;
/** Elements that make a `<pre>` a page of prose rather than code. */
const PROSE = 'p,h1,h2,h3,h4,h5,h6,article,figure,blockquote';
const NUMBERS =
  /(?:^|[\s_-])(?:line-?num(?:ber)?s?|line-index|linenos?|linenodiv|gutter|lnt?|hljs-ln-n|blob-num)(?:[\s_-]|$)/i;
const COPIES = /copy|clipboard|toolbar/i;
const COPY_WORDS =
  /^(?:copy(?: code| to clipboard)?|copied!?|复制(?:代码)?|複製|コピー|kopieren|copier|copiar|копировать)$/i;
const UNSELECTABLE = /user-select\s*:\s*none/i;
const DISPLAYED = /display\s*:\s*(?:block|flex|grid|table-row)/i;
/** One line of code in its own element. */
const LINE =
  /(?:^|\s)(?:line|code-?line|token-line|view-line|CodeMirror-line|cm-line|ace_line|hljs-ln-line|blob-code)(?:\s|$)/;
const BLOCKS = new Set([
  'DIV',
  'P',
  'LI',
  'TR',
  'OL',
  'UL',
  'TABLE',
  'TBODY',
  'SECTION',
  'PRE',
  'HEADER',
  'FIGCAPTION',
]);
/** Longer texts are no labels or buttons (characters). */
const LONGEST_LABEL = 30;
/** As much of an element's text as is looked at (characters). */
const SAMPLE = 4000;

const classOf = (element: Element): string => element.getAttribute('class') ?? '';
const sayOf = (element: Element): string => (element.textContent ?? '').slice(0, SAMPLE).trim();

/**
 * Whether an element is a block of code: its white space counts, and the elements in it are lines and tokens, no boxes.
 */
export function isCodeBlock(element: Element, name: string): boolean {
  if (name === 'PRE' || name === 'XMP' || name === 'LISTING') return element.querySelector(PROSE) === null;
  if (name === 'DIV' || name === 'TD') return DRAWN.test(classOf(element)) && element.querySelector('pre') === null;
  if (name !== 'CODE' || !/\n/.test(element.textContent ?? '')) return false;
  const alone = element.parentElement?.childElementCount === 1 && !/[^\s]/.test(ownText(element.parentElement));
  return alone && /(?:^|\s)(?:hljs|lang(?:uage)?-)/.test(classOf(element));
}

/** The text that an element holds itself. */
function ownText(element: Element): string {
  let text = '';
  for (const node of element.childNodes) if (node.nodeType === 3) text += node.nodeValue ?? '';
  return text;
}

/** Whether an element within a block of code begins and ends a line of it. */
export function isLineOfCode(element: Element, name: string): boolean {
  if (BLOCKS.has(name)) return true;
  if (name === 'CODE')
    return element.previousElementSibling?.nodeName === 'CODE' || element.nextElementSibling?.nodeName === 'CODE';
  if (name !== 'SPAN') return false;
  return (
    LINE.test(classOf(element)) ||
    element.hasAttribute('data-line') ||
    DISPLAYED.test(element.getAttribute('style') ?? '')
  );
}

/** A column of line numbers next to a block of code, in its own `<pre>`, cell or box. */
export function isGutter(element: Element, name: string): boolean {
  if (name !== 'PRE' && name !== 'TD' && name !== 'DIV') return false;
  if (NUMBERS.test(classOf(element)) || (name === 'PRE' && NUMBERS.test(classOf(element.parentElement ?? element))))
    return !/\p{L}/u.test(sayOf(element));
  return name === 'PRE' && /^1\s+2(?:\s+\d+)*$/.test(sayOf(element));
}

/**
 * The parts of a code block that are not code. `inCode` if a `<code>` is open within the block, or the block has none.
 */
export function isCodeFurniture(element: Element, name: string, inCode: boolean): boolean {
  if (name === 'BUTTON') return true;
  if (name === 'CODE') return false;
  const says = element.textContent ?? '';
  const isNumber = !/\p{L}/u.test(says);
  const classes = classOf(element);
  if (isNumber && (NUMBERS.test(classes) || UNSELECTABLE.test(element.getAttribute('style') ?? ''))) return true;
  if (/(?:^|\s)gp(?:\s|$)/.test(classes)) return element.parentElement?.querySelector('.go') === null;
  if (says.length > LONGEST_LABEL * 2 || says.trim().length > LONGEST_LABEL) return false;
  if (COPY_WORDS.test(says.trim())) return true;
  if (!inCode) return element.querySelector('code') === null && says.trim() !== '';
  return COPIES.test(classes) && (name === 'DIV' || name === 'A');
}

/** A button that copies the code next to it. */
export function isCopyButton(element: Element, name: string): boolean {
  return name === 'BUTTON' && COPY_WORDS.test((element.textContent ?? '').slice(0, LONGEST_LABEL).trim());
}
