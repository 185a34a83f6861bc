/** Finds formulas that a page writes in its text as TeX, for a script to draw: `$$…$$`, `\(…\)`, `\[…\]`, `$…$`. */
import type { ArticleElement, ArticleNode, Tag } from '../article.ts';

/** Longest formula (code units). */
const LONGEST = 2000;
/** Between brackets nothing opens another formula: text full of opening signs is looked at once. */
const within = (open: string) => String.raw`(?:(?!(?<!\\)${open})[^]){1,${LONGEST}}?`;
const FORMULA = new RegExp(
  [
    String.raw`(?<!\$)\$\$[^$]{1,${LONGEST}}?\$\$(?!\$)`,
    String.raw`(?<!\\)\\\[${within(String.raw`\\\[`)}\\\]`,
    String.raw`(?<!\\)\\\(${within(String.raw`\\\(`)}\\\)`,
    String.raw`(?<![\\$\p{L}\p{N}])\$(?![\s$])[^$\n]{1,${LONGEST}}?(?<![\s\\])\$(?![$\p{L}\p{N}])`,
  ].join('|'),
  'gu',
);
/** What makes a text between dollar signs a formula: two prices, or the signs for a price range, are none. */
const TEX = /\\[a-zA-Z]+|[_^]\{|[_^][\p{L}\p{N}]|^\$\$?\p{L}\$\$?$/u;
const EQUATION = /^\$\$[^]*=[^]*\$\$$/;
/** Words in brackets that an escape precedes: "\[sic\]". */
const WORDS = /\p{L}{3}/u;
const DISPLAYED = /^(?:\$\$|\\\[)/;
/** Elements whose text is as it is. */
const VERBATIM: ReadonlySet<Tag> = new Set<Tag>(['pre', 'code', 'kbd', 'samp', 'math', 'a']);

function isFormula(text: string): boolean {
  return TEX.test(text) || EQUATION.test(text) || (text.startsWith('\\') && !WORDS.test(text));
}

/** A text with its formulas as elements of their own; undefined if it has none. The signs around a formula stay. */
function parted(text: string): ArticleNode[] | undefined {
  const nodes: ArticleNode[] = [];
  let end = 0;
  for (const { 0: tex, index } of text.matchAll(FORMULA)) {
    if (!isFormula(tex)) continue;
    if (index > end) nodes.push(text.slice(end, index));
    const display = DISPLAYED.test(tex) ? 'block' : 'inline';
    nodes.push({ tag: 'math', attributes: { display }, children: [{ tag: 'mtext', children: [tex] }] });
    end = index + tex.length;
  }
  if (end === 0) return undefined;
  if (end < text.length) nodes.push(text.slice(end));
  return nodes;
}

/**
 * Makes formulas of TeX in a tree's text: between dollar signs what has a command, an index or a power (or an equals
 * sign, if displayed); between `\(` and `\)` or `\[` and `\]` also what has no words. Changes the tree, not its
 * text; linear in it.
 */
export function findTex(tree: ArticleElement): void {
  const todo: ArticleElement[] = [tree];
  for (let element = todo.pop(); element !== undefined; element = todo.pop()) {
    if (VERBATIM.has(element.tag)) continue;
    const children: ArticleNode[] = [];
    for (const child of element.children) {
      const parts = typeof child === 'string' && /[$\\]/.test(child) ? parted(child) : undefined;
      if (typeof child !== 'string') todo.push(child);
      for (const part of parts ?? [child]) children.push(part); // there may be too many for one call
    }
    element.children = children;
  }
}
