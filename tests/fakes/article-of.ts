/**
 * Makes an Article from lines, for tests of code that reads Articles. "## " begins a heading of that level, "- " an
 * item, "> " a quote, "``` " code.
 */
import type { Article, ArticleElement, Block } from '../../src/core/article/article.ts';

const KINDS: [RegExp, Block['kind']][] = [
  [/^#{1,6} /, 'heading'],
  [/^- /, 'item'],
  [/^> /, 'quote'],
  [/^``` /, 'code'],
];

/** One block for each line that is not blank. `facts` override the article's own data. */
export function articleOf(source: string, facts: Partial<Article> = {}): Article {
  const blocks: Block[] = [];
  let text = '';
  for (const line of source.split('\n')) {
    if (!line.trim()) continue;
    const kind = KINDS.find(([mark]) => mark.test(line.trim()));
    const found = kind?.[0].exec(line.trim())?.[0] ?? '';
    const words = line.trim().slice(found.length);
    if (text) text += '\n';
    const block: Block = { kind: kind?.[1] ?? 'paragraph', start: text.length, end: text.length + words.length };
    if (block.kind === 'heading') block.level = found.trim().length;
    blocks.push(block);
    text += words;
  }
  const tree: ArticleElement = {
    tag: 'div',
    children: blocks.map((block, index) => ({
      tag: block.kind === 'heading' ? 'h2' : 'p',
      block: index,
      children: [text.slice(block.start, block.end)],
    })),
  };
  return { url: 'https://example.org/', title: '', tree, text, blocks, removed: [], ...facts };
}
