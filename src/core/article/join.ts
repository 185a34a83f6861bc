/** Joins the parts of one article, each read from its own page, into one article with one text. */
import type { Article, ArticleElement, ArticleNode } from './article.ts';
import { lettersOf } from './metadata/title.ts';

/** Maximum length of a part's head, which repeats the title and the author's line (blocks). */
const HEAD_BLOCKS = 6;
/**
 * Maximum length of a line that the head of a later part repeats (characters); longer ones are the author's own
 * repetition.
 */
const LONGEST_LINE = 200;
/**
 * Titles of parts agree except for a number and a word for it ("page", "Teil", "第…页"): this many letters and digits
 * more at the most.
 */
const MOST_MORE = 12;

const withoutNumbers = (title: string) => lettersOf(title).replace(/\p{N}+/gu, '');

/**
 * Whether the text from the next address is another part of the same article: the title is the same except for the
 * part's number, and the text is new.
 */
export function isPartOf(parts: readonly Article[], next: Article): boolean {
  const [first] = parts;
  if (!first || parts.some(({ text }) => text === next.text)) return false;
  const [one, other] = [withoutNumbers(first.title), withoutNumbers(next.title)];
  const isSame = one.includes(other) || other.includes(one);
  return one !== '' && other !== '' && isSame && Math.abs(one.length - other.length) <= MOST_MORE;
}

/** How many blocks at the head of a part repeat the first part: its title, its author and date, a line of its head. */
function repeatedBlocks(first: Article, part: Article): number {
  const said = new Set([first.title, part.title, first.byline ?? ''].map(lettersOf).filter(Boolean));
  for (const { start, end } of first.blocks.slice(0, HEAD_BLOCKS))
    if (end - start <= LONGEST_LINE) said.add(lettersOf(first.text.slice(start, end)));
  const isAgain = (line: string) => {
    const own = lettersOf(line);
    const byline = lettersOf(first.byline ?? '');
    return said.has(own) || (byline !== '' && own.includes(byline) && own.length <= byline.length + LONGEST_LINE / 4);
  };
  let count = 0;
  for (const { start, end } of part.blocks.slice(0, HEAD_BLOCKS)) {
    if (end - start > LONGEST_LINE || !isAgain(part.text.slice(start, end))) break;
    count++;
  }
  return count;
}

/**
 * A part's tree without its first `cut` blocks, the others counted on from `blocks`, its ids marked as the part's own.
 */
function moved(node: ArticleNode, cut: number, blocks: number, mark: string): ArticleNode | undefined {
  if (typeof node === 'string') return node;
  if (node.block !== undefined && node.block < cut) return undefined;
  const children = node.children.flatMap((child) => moved(child, cut, blocks, mark) ?? []);
  if (node.children.length > 0 && children.length === 0) return undefined;
  const element: ArticleElement = { ...node, children };
  if (node.block !== undefined) element.block = node.block - cut + blocks;
  if (node.attributes) {
    const attributes = { ...node.attributes };
    if (attributes.id) attributes.id = mark + attributes.id;
    if (attributes.href?.startsWith('#')) attributes.href = `#${mark}${attributes.href.slice(1)}`;
    element.attributes = attributes;
  }
  return element;
}

/**
 * Joins parts in order into one article. Repeated blocks at the head of later parts are left out; everything else is
 * kept. Positions continue from the parts before, so those in the first part do not change. `parts` tells where each
 * begins and ends. Linear.
 */
export function joinParts(parts: readonly Article[]): Article {
  const [first, ...others] = parts;
  if (!first) throw new Error('no part to join');
  if (others.length === 0) return first;
  const joined: Article = {
    ...first,
    tree: { tag: 'div', children: [first.tree] },
    blocks: [...first.blocks],
    removed: [...first.removed],
    parts: [{ url: first.url, start: 0, end: first.text.length }],
  };
  delete joined.nextUrl;
  others.forEach((part, at) => {
    const cut = repeatedBlocks(first, part);
    const from = part.blocks[cut]?.start;
    if (from === undefined) return;
    const start = joined.text.length + 1;
    const shift = start - from;
    const tree = moved(part.tree, cut, joined.blocks.length, `part${at + 2}-`);
    joined.text += `\n${part.text.slice(from)}`;
    joined.blocks.push(
      ...part.blocks.slice(cut).map((block) => ({ ...block, start: block.start + shift, end: block.end + shift })),
    );
    joined.removed.push(
      ...part.removed.map((removal) => ({ ...removal, start: Math.max(removal.start, from) + shift })),
    );
    if (tree) joined.tree.children.push(tree);
    joined.parts?.push({ url: part.url, start, end: joined.text.length });
  });
  const { nextUrl } = others[others.length - 1] ?? first;
  if (nextUrl !== undefined) joined.nextUrl = nextUrl;
  return joined;
}
