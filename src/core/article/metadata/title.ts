/** Chooses the article's title among the candidates of a page, and removes the site's name from it. */

/** Signs that part a title from a section or a site, with space around them; the second kind needs none. */
const PARTED = /\s+(?:[|｜–—―•·∙»«›‹/\\⋆~]|::|-{1,2}|:)\s+|\s*[|｜]\s*/u;
const PARTED_TIGHT =
  /_+|\s*[|｜]\s*|\s+[-–—]+\s+|(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])\s*[-–—]\s*/u;

/** What a page offers as a title. */
export interface TitleClues {
  /** `<title>`. */
  page: string;
  /** Open Graph, Twitter, Dublin Core, citation and JSON-LD titles, best first. */
  told: string[];
  /** Texts of `h1` elements (or of `h2` if there are none), in document order. */
  headings: string[];
  /** Texts of the first `h2` elements, in document order: used only if one equals a title from the head exactly. */
  subheadings?: string[];
  /** Whether the head says that the page is an article. */
  isArticle?: boolean;
  /** Every run of text of the page, in document order; called only if no heading agrees with the head. */
  lines?: (() => Iterable<string>) | undefined;
  siteName?: string | undefined;
  host: string;
}

/** Letters and digits in lower case, for comparing titles. */
export const lettersOf = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFKC')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '');

/** Whether a part of a title is the site's own name: told as such, or spelled in the host's name. */
export function namesSite(part: string, { siteName, host }: Pick<TitleClues, 'siteName' | 'host'>): boolean {
  const own = lettersOf(part);
  if (!own) return true;
  if (siteName && lettersOf(siteName) === own) return true;
  const labels = lettersOf(host.replace(/^www\./, '').replace(/\.[^.]+$/, ''));
  const whole = lettersOf(host.replace(/^www\./, ''));
  if (own === whole || own === labels) return true;
  const plain = own.replace(/^the/, '');
  return plain.length >= 4 && (labels.includes(plain) || (labels.length >= 4 && plain.includes(labels)));
}

/** A title without the site's name at either end. Unchanged if no part is known to be the site's name. */
export function withoutSite(title: string, clues: Pick<TitleClues, 'siteName' | 'host'>): string {
  let left = title;
  for (let tries = 0; tries < 3; tries++) {
    const tight = PARTED_TIGHT.test(left) && !PARTED.test(left);
    const pattern = new RegExp((tight ? PARTED_TIGHT : PARTED).source, 'gu');
    const marks = [...left.matchAll(pattern)];
    const last = marks.at(-1);
    const first = marks[0];
    if (!last || !first) break;
    if (namesSite(left.slice(last.index + last[0].length), clues)) left = left.slice(0, last.index);
    else if (namesSite(left.slice(0, first.index), clues)) left = left.slice(first.index + first[0].length);
    else break;
  }
  return left.trim() || title;
}

const partsOf = (title: string) => title.split(new RegExp(PARTED.source, 'gu'));

/** Minimum length of a beginning that is a title on its own, in code units. */
const SHORTEST_HEAD = 12;

/** A title without what follows a bar in it ("Title | tag | tag"), where the beginning is the greater part of it. */
function withoutTail(title: string): string | undefined {
  const [head = '', ...tail] = title.split(/\s*[|｜»]\s*/u);
  return (tail.length && head.length >= Math.max(SHORTEST_HEAD, tail[0]?.length ?? 0) ? head : title) || undefined;
}

/** Share of the shorter text's words (or letter pairs, in scripts without spaces) that occur in the longer. */
function agreement01(a: string, b: string): number {
  const units = (text: string) => {
    const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
    return new Set(words.length > 2 ? words : [...words.join('')].map((sign, at, all) => sign + (all[at + 1] ?? '')));
  };
  const [one, two] = [units(a), units(b)];
  const [short, long] = one.size < two.size ? [one, two] : [two, one];
  if (!short.size) return 0;
  return [...short].filter((unit) => long.has(unit)).length / long.size;
}

/** A label before a title in its heading ("Thread:", "News", a date) is no longer than this (code units). */
const LONGEST_LABEL = 24;
/** A title that the head tells alone, though the heading says more, is no shorter than this (letters and digits). */
const TOLD_ALONE = 12;
/** Text after a title in its heading that is not part of it: the target of a link, a number of answers. */
const COUNTED = /\s*(?:\([^\s()]+\.\p{L}{2,}\))?\s*\d*$/u;

/** A number or a year before a title is part of it ("8 ways to …", "2025 …"). */
const NUMBER = /^\p{N}{1,4}$/u;

/** The heading without a label before the title or a count after it, if the head has the title alone. */
function withoutLabel(heading: string, said: readonly string[]): string {
  const own = lettersOf(heading);
  const counted = lettersOf(heading.replace(COUNTED, ''));
  for (const title of said) {
    const part = lettersOf(title);
    if (part.length < TOLD_ALONE || part.length >= own.length || heading.length - title.length > LONGEST_LABEL)
      continue;
    if (counted === part || (own.endsWith(part) && !NUMBER.test(own.slice(0, -part.length)))) return title;
  }
  return heading;
}

/** Shortest line that is taken for a title, in letters and digits, and the least share of what the head says. */
const LEAST_LINE = 6;
const LEAST_SHARE = 0.4;
/** Separators between a title and a section or site in the head. In scripts without spaces a space is enough. */
const BORDER = /^\s*[|｜_»·•/\\]|^\s+[-–—:]\s|[|｜_»·•/\\]\s*$|\s[-–—:]\s+$/u;
const HAN = /^\p{Script=Han}|\p{Script=Han}$/u;
const SPACE_IN_HAN = /^\s+\p{Script=Han}|\p{Script=Han}\s+$/u;

/**
 * The line of the page that is in the head's title with a section or the site around it: "Floods in the south" for
 * "Floods in the south_News_The Daily". Old pages have their title in a table cell or a `span`. Undefined if the page
 * has the whole title, or no such line.
 */
function shownAlone(said: string, clues: TitleClues): string | undefined {
  const least = Math.max(LEAST_LINE, lettersOf(said).length * LEAST_SHARE);
  let longest: string | undefined;
  for (const line of clues.lines?.() ?? []) {
    if (line === said) return undefined;
    if (line.length >= said.length || line.length <= (longest?.length ?? 0)) continue;
    const around = said.startsWith(line) ? said.slice(line.length) : said.endsWith(line) && said.slice(0, -line.length);
    if (!around || lettersOf(line).length < least || namesSite(line, clues)) continue;
    if (BORDER.test(around) || (HAN.test(line) && SPACE_IN_HAN.test(around))) longest = line;
  }
  return longest;
}

/** From this agreement on a heading is the title in other words. Tuned on one half of wcxb-dev's sites. */
const AGREES = 0.5;
/** Shortest and longest heading that is taken for a title on its own, in code units. */
const SHORT = 3;
const LONG = 300;

/**
 * A heading of this many words (or letters, in scripts without spaces) can be a title and not just a section's name.
 */
const OWN_WORDS = 4;
const OWN_SIGNS = 8;
const isSentence = (text: string): boolean =>
  text.split(' ').length >= OWN_WORDS || (HAN.test(text) && text.length >= OWN_SIGNS);

/** Whether two titles of some length are the same, letter by letter. */
const isSame = (a: string, b: string): boolean => lettersOf(a).length >= TOLD_ALONE && lettersOf(a) === lettersOf(b);

/**
 * The article's title: the heading that agrees with what the head says, else what the head says without the site's
 * name.
 *
 * @returns at most 300 code units; empty if the page has no title at all
 */
export function chooseTitle(clues: TitleClues): string {
  const said = [...clues.told, clues.page].filter(Boolean).map((title) => withoutSite(title, clues));
  const headings = clues.headings.filter(
    (text) => text.length >= SHORT && text.length <= LONG && !(said.length && namesSite(text, clues)),
  );
  let best: { text: string; score: number } | undefined;
  for (const [at, text] of headings.entries()) {
    const own = lettersOf(text);
    const score = Math.max(
      ...said.map((title) => {
        const other = lettersOf(title);
        if (other === own) return 2;
        if (partsOf(title).some((part) => lettersOf(part) === own)) return 1.5;
        const held = other.includes(own) || own.includes(other);
        return Math.max(
          agreement01(text, title),
          held ? Math.min(own.length, other.length) / Math.max(own.length, other.length) : 0,
        );
      }),
      0,
    );
    if (score - at * 0.01 > (best?.score ?? 0)) best = { text, score: score - at * 0.01 };
  }
  if (best && best.score >= AGREES) return withoutLabel(best.text, said);
  const exact = clues.subheadings?.find((text) => clues.told.some((title) => isSame(text, title)));
  if (exact) return exact;
  const [only] = headings;
  if (only && clues.isArticle && headings.length === 1 && isSentence(only)) return only;
  const sole =
    only !== undefined && headings.length === 1 && said.some((title) => lettersOf(title).includes(lettersOf(only)));
  const shown = said[0] === undefined ? undefined : shownAlone(said[0], clues);
  return ((sole ? only : undefined) ?? shown ?? withoutTail(said[0] ?? '') ?? only ?? '').slice(0, LONG);
}
