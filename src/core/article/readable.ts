/** Decides quickly, before anything is cloned, whether a page has a text to read. */
import { HAN_KANA, WIDE } from '../scripts.ts';
import { attribute, byTag, BLOCKS, SILENT, walk } from './metadata/dom.ts';
import { READABLE_WEIGHTS } from './readable-weights.ts';

/** Most text nodes looked at: bounds the time on any page (5 ms on a slow machine). Articles begin well before. */
const MOST_TEXTS = 2500;
/** Most code units of one text node that are weighed. */
const MOST_OF_ONE = 2000;
/** From this weight on (about two lines) a block is prose, if no more than this share of it is linked. */
const PROSE = 100;
const MOST_LINKED01 = 0.35;
/**
 * Weight of one letter of a script that writes a word with one to three of them, relative to a letter of an alphabet.
 * Japanese, Chinese and Korean texts have 2.2 to 3 times fewer letters than their English translations (Universal
 * Declaration of Human Rights).
 */
const DENSE = 2.5;
const DENSE_SIGNS = new RegExp(`[${WIDE}]`, 'gu');
const ENDS = new RegExp(String.raw`[.!?。！？।؟…](?=\s|["”»』」)]|$|[${HAN_KANA}])`, 'gu');
/** Counts of elements are capped here. */
const MOST_COUNTED = 400;
/** How far up the tree a text's link, block and surroundings are looked for. */
const MOST_LEVELS = 12;
const OUTSIDE = /^(?:NAV|FOOTER|ASIDE|DIALOG|MENU)$/;

/** What {@link readableFeatures} gives, in order. Amounts are ln(1 + weight or count), shares 0–1. */
export const FEATURES = [
  'prose',
  'proseBlocks',
  'proseShare',
  'linkedShare',
  'bestBox',
  'bestBoxShare',
  'ends',
  'shortBlocks',
  'headings',
  'articles',
  'currencies',
  'toldArticle',
  'toldOther',
  'times',
  'links',
] as const;

interface TextContext {
  block: Node;
  box: Node;
  linked: boolean;
  outside: boolean;
  silent: boolean;
}

/** The position of a text: its block, the box around that, and whether it is in a link or outside the content. */
function contextOf(parent: Node): TextContext {
  const context: TextContext = {
    block: parent,
    box: parent,
    linked: false,
    outside: false,
    silent: SILENT.test(parent.nodeName),
  };
  let found = false;
  let node: Node | null = parent;
  for (let level = 0; level < MOST_LEVELS && node; level++, node = node.parentNode) {
    const name = node.nodeName;
    if (name === 'A') context.linked = true;
    if (OUTSIDE.test(name)) context.outside = true;
    if (!found && BLOCKS.test(name)) {
      found = true;
      context.block = node;
      context.box = node.parentNode ?? node;
    }
  }
  return context;
}

interface Block {
  weight: number;
  linked: number;
  ends: number;
  box: Node;
  outside: boolean;
}

function blocksOf(document: Document, body: Element): { blocks: Block[]; currencies: number } {
  const walker = walk(document, body, 4);
  const contexts = new Map<Node, TextContext>();
  const blocks = new Map<Node, Block>();
  let currencies = 0;
  for (let count = 0; count < MOST_TEXTS; count++) {
    const node = walker.nextNode();
    if (!node) break;
    const parent = node.parentNode;
    const text = node.nodeValue ?? '';
    if (!parent || (text.length < 20 && text.trim() === '')) continue;
    let context = contexts.get(parent);
    if (!context) contexts.set(parent, (context = contextOf(parent)));
    if (context.silent) continue;
    const some = text.slice(0, MOST_OF_ONE).trim();
    const weight = some.length + (some.match(DENSE_SIGNS)?.length ?? 0) * (DENSE - 1);
    let block = blocks.get(context.block);
    if (!block)
      blocks.set(
        context.block,
        (block = { weight: 0, linked: 0, ends: 0, box: context.box, outside: context.outside }),
      );
    block.weight += weight;
    if (context.linked) block.linked += weight;
    else if (some.length > 20) block.ends += some.match(ENDS)?.length ?? 0;
    if (some.length < 16 && /\p{Sc}\s*\d|\d\s*\p{Sc}/u.test(some)) currencies++;
  }
  return { blocks: [...blocks.values()], currencies };
}

/**
 * The kind of page according to the head: an article, or something else (a product, a profile, a site's front page).
 */
function toldKind(document: Document): { article: number; other: number } {
  let [article, other] = [0, 0];
  for (const meta of byTag(document, 'meta', 120)) {
    const key = attribute(meta, 'property') || attribute(meta, 'name');
    if (key === 'og:type') {
      if (/article|blog|news/i.test(attribute(meta, 'content'))) article = 1;
      else if (/product|profile|place|business/i.test(attribute(meta, 'content'))) other = 1;
    } else if (/^(?:article:published_time|citation_title|parsely-pub-date)$/.test(key)) article = 1;
    else if (/^(?:product:|og:price)/.test(key)) other = 1;
  }
  return { article, other };
}

/** The features a page is judged by, in the order of {@link FEATURES}; empty if it has no body. Reads only. */
export function readableFeatures(document: Document): number[] {
  const [body] = byTag(document, 'body', 1);
  if (!body) return [];
  const { blocks, currencies } = blocksOf(document, body);
  let [all, linked, prose, proseBlocks, ends, short] = [0, 0, 0, 0, 0, 0];
  const boxes = new Map<Node, number>();
  for (const block of blocks) {
    all += block.weight;
    linked += block.linked;
    const isProse = block.weight >= PROSE && block.linked <= block.weight * MOST_LINKED01 && !block.outside;
    if (!isProse) short++;
    else {
      const own = block.weight - block.linked;
      prose += own;
      proseBlocks++;
      ends += block.ends;
      boxes.set(block.box, (boxes.get(block.box) ?? 0) + own);
    }
  }
  const best = Math.max(0, ...boxes.values());
  const kind = toldKind(document);
  const amount = (name: string) =>
    Math.log1p(Math.min(MOST_COUNTED, Document.prototype.getElementsByTagName.call(document, name).length));
  return [
    Math.log1p(prose),
    Math.log1p(proseBlocks),
    prose / Math.max(1, all),
    linked / Math.max(1, all),
    Math.log1p(best),
    best / Math.max(1, prose),
    Math.log1p(ends),
    Math.log1p(short),
    amount('h2') + amount('h3'),
    amount('article'),
    Math.log1p(currencies),
    kind.article,
    kind.other,
    amount('time'),
    amount('a'),
  ];
}

/**
 * Minimum score of a page worth reading. It is low, because refusing a text costs more than offering a list: on sites
 * not used for training, 0.97 of texts pass, and 0.96 of what passes is text (BENCHMARKS.md, Is there an article).
 */
const LEAST = 0.1;

/**
 * Whether a page holds a text to read. Reads the document where it lies: nothing is cloned, no style is computed.
 *
 * @returns `score01`, the learned likelihood that the page is an article, a documentation page or a thread rather than
 *   a list of
 *   products or links; `readable` is false below {@link LEAST}. Never throws. About 1 ms; bounded on any page
 */
export function readable(document: Document): { readable: boolean; score01: number } {
  const features = readableFeatures(document);
  if (!features.length) return { readable: false, score01: 0 };
  const { bias, weights } = READABLE_WEIGHTS;
  const sum = features.reduce((total, feature, at) => total + feature * (weights[at] ?? 0), bias);
  const score01 = 1 / (1 + Math.exp(-sum));
  return { readable: score01 >= LEAST, score01 };
}
