/** Links that open a page at a passage (text fragments, https://wicg.github.io/scroll-to-text-fragment/). */

/** Words at each end of a long passage that name it: enough to be found once, short enough for a link. */
const END_WORDS = 6;
/** Letters at each end where a script has no spaces. */
const END_LETTERS = 16;
/** Letters up to which a passage is named whole. */
const WHOLE_LENGTH = 120;

/** Half a surrogate pair, which no address can hold. */
const LONE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/**
 * The address with a fragment that scrolls to `exact` and lights it; browsers that do not know it open the page. A
 * fragment that is there stays.
 */
export function linkTo(url: string, exact: string): string {
  const directive = directiveOf(exact);
  if (!directive) return url;
  return url.includes('#') ? `${url}:~:text=${directive}` : `${url}#:~:text=${directive}`;
}

/** The text directive's value: the whole passage, or its first and last words. */
export function directiveOf(exact: string): string {
  const lines = exact
    .split(/\n+/)
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter(Boolean);
  const whole = lines.join(' ');
  if (lines.length <= 1 && whole.length <= WHOLE_LENGTH) return encode(whole);
  const first = lines[0] ?? '';
  const last = lines.at(-1) ?? '';
  return `${encode(head(first))},${encode(tail(last))}`;
}

function head(line: string): string {
  const words = line.split(' ');
  return words.length > END_WORDS
    ? words.slice(0, END_WORDS).join(' ')
    : [...line].slice(0, hasSpaces(line) ? undefined : END_LETTERS).join('');
}

function tail(line: string): string {
  const words = line.split(' ');
  return words.length > END_WORDS
    ? words.slice(-END_WORDS).join(' ')
    : [...line].slice(hasSpaces(line) ? 0 : -END_LETTERS).join('');
}

function hasSpaces(line: string): boolean {
  return line.includes(' ') || line.length <= WHOLE_LENGTH / 2;
}

/** Comma, ampersand and hyphen part a directive's pieces and must be written out; lone surrogates cannot be. */
function encode(text: string): string {
  return encodeURIComponent(text.replace(LONE, '\uFFFD')).replace(/-/g, '%2D');
}
