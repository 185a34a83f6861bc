/** Keeps the standfirst: the line between title and text that the page's head gives as its description. */
import { keepRun, ruleOf } from './rule.ts';

/** How many runs before the first kept one, and after it, are searched for the standfirst. */
const MOST_BEFORE = 20;
const MOST_AFTER = 3;
/** Shorter descriptions are slogans (letters and digits). */
const SHORTEST = 40;
/** Descriptions that begin with the title say it once more; it is no standfirst. */
const HEADING = /^h[1-6]$/;
const ASIDE = /^(?:nav|aside|footer|form)$/;

const lettersOf = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFKC')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '');

/**
 * The visible line above the text that says what the page's description says or begins with: heads cut a line off at
 * some length, or join an editor's note and the first paragraph into one description.
 */
export const standfirst = ruleOf(
  'standfirst',
  'A standfirst stands among byline, date and section, and is often taken for one of them.',
  ({ page, title, description }, verdicts) => {
    const told = lettersOf(description ?? '');
    const titled = lettersOf(title);
    const first = verdicts.findIndex(({ keep }) => keep);
    if (told.length < SHORTEST || first < 0) return;
    const near = page.runs.slice(Math.max(0, first - MOST_BEFORE), first + MOST_AFTER);
    const same = near.filter(({ text, hidden, box }) => {
      const own = hidden || ASIDE.test(box.tag) ? '' : lettersOf(text);
      if (own.length < SHORTEST) return false;
      return own.startsWith(told) || (told.startsWith(own) && !HEADING.test(box.tag) && !titled.includes(own));
    });
    if (same.some(({ index }) => verdicts[index]?.keep)) return;
    keepRun(verdicts, same.at(-1)?.index ?? -1);
  },
);
