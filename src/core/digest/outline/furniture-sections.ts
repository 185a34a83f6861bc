/**
 * Finds headings that are furniture by their surroundings rather than their words: those in a box about the author,
 * names above testimonials, titles of cards that link elsewhere.
 */
import type { Block } from '../../article/article.ts';
import { pattern } from '../language/pattern.ts';
import { isBox } from './furniture.ts';
import { CLOSING } from './level-words.ts';

/** A heading block with its own words and its level, 1–6. */
export interface Heading {
  block: Block;
  level: number;
  text: string;
}

/** Headings below a box's own are not dropped where they are more than this share of all: the box is the article. */
const LARGEST_BOX01 = 1 / 3;
/** Minimum number of similar headings in a list of testimonials or cards; fewer may be chance. */
const FEWEST_ALIKE = { testimonials: 2, cards: 3 };
/** Names over quotations that are more than this share of all headings are the article: a collection of quotations. */
const MOST_TESTIMONIALS01 = 0.5;
/** A card's excerpt is one or two blocks with at most this many characters together. */
const CARD = { blocks: 2, characters: 320 };

/** One to four capitalised words, or a short name in a script without capitals, and a place or age after a comma. */
const NAME = pattern('u')`
    ^(?:\p{Lu}[\p{L}\p{M}.'’-]*(?:\s+\p{Lu}[\p{L}\p{M}.'’-]*){0,3}
    |\p{Lo}{2,6}(?:\s\p{Lo}{1,6}){0,2})(?:,\s.{1,40})?$
  `;
const QUOTATION = /^["“„«「『].{20,}["”“»」』][.!]?$/su;
/** An excerpt that breaks off or leads on. */
const BREAKS_OFF = pattern('iu')`
    (?:…|\.\.\.|\[(?:…|\.\.\.)\])["”’]?\s*$|(?:read more|continue reading|read (?:the )?full (?:article|story)
    |weiterlesen|mehr lesen|lire la suite|leer más|seguir leyendo|leia mais|continua a leggere
    |leggi tutto|lees meer|läs mer|czytaj (?:więcej|dalej)|читать (?:далее|дальше|полностью)|читати далі
    |διαβάστε περισσότερα|devamını oku|اقرأ المزيد|और पढ़ें|xem thêm|阅读全文|閱讀全文|阅读更多|続きを読む|더 보기)
    \s*[.…»›→>]*\s*$
  `;

/** Deepest level of a heading. */
const DEEPEST = 6;

/** For each heading the index of the next one of its level or above, or of one that closes an article. Linear. */
function endsOf(headings: readonly Heading[]): number[] {
  const next = Array.from({ length: DEEPEST + 1 }, () => headings.length);
  const ends: number[] = [];
  for (let i = headings.length - 1; i >= 0; i--) {
    const { level = DEEPEST, text = '' } = headings[i] ?? {};
    ends[i] = next[level] ?? headings.length;
    next.fill(i, CLOSING.test(text) ? 0 : level);
  }
  return ends;
}

/**
 * Indices of the headings of boxes ("About the author", "Related articles") and of those below them, down to the next
 * heading of the box's level or to one that closes an article ("References").
 */
function inBoxes(headings: readonly Heading[]): Set<number> {
  const found = new Set<number>();
  const ends = headings.some(({ text }) => isBox(text)) ? endsOf(headings) : [];
  ends.forEach((end, i) => {
    if (!isBox(headings[i]?.text ?? '')) return;
    found.add(i);
    if (end - i - 1 > LARGEST_BOX01 * headings.length) return;
    for (let k = i; k < end; k++) found.add(k);
  });
  return found;
}

/** The blocks below each heading, down to the next heading of any kind. */
function sections(headings: readonly Heading[], blocks: readonly Block[]): Block[][] {
  const at = new Map(blocks.map((block, i) => [block, i]));
  return headings.map(({ block }) => {
    const from = (at.get(block) ?? 0) + 1;
    let end = from;
    while (end < blocks.length && blocks[end]?.kind !== 'heading') end++;
    return blocks.slice(from, end);
  });
}

/**
 * The headings without those of boxes, testimonials (two names or more, each over one quotation) and cards
 * (three titles or more, each over an excerpt that breaks off). `blocks` are all of the article. Linear in them.
 */
export function withoutFurniture(headings: readonly Heading[], blocks: readonly Block[], text: string): Heading[] {
  const dropped = inBoxes(headings);
  const below = sections(headings, blocks);
  const said = (list: readonly Block[]) => list.map((b) => text.slice(b.start, b.end)).join('\n');
  const quotes = (list: readonly Block[]) =>
    list.length === 1 && (list[0]?.kind === 'quote' || QUOTATION.test(said(list).trim()));
  const testimonials: number[] = [];
  const cards = new Map<string, number>();
  headings.forEach((heading, i) => {
    const list = below[i] ?? [];
    const excerpt = said(list).trim();
    if (NAME.test(heading.text) && quotes(list)) testimonials.push(i);
    const short = list.length > 0 && list.length <= CARD.blocks && excerpt.length <= CARD.characters;
    if (short && BREAKS_OFF.test(excerpt)) cards.set(heading.text, i);
  });
  const fewNames = testimonials.length <= MOST_TESTIMONIALS01 * headings.length;
  if (fewNames && testimonials.length >= FEWEST_ALIKE.testimonials) testimonials.forEach((i) => dropped.add(i));
  if (cards.size >= FEWEST_ALIKE.cards) cards.forEach((i) => dropped.add(i));
  return headings.filter((_, i) => !dropped.has(i));
}
