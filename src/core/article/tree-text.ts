/** Knows how a piece of the page's text goes on in its line, and how text is added to an element of the tree and trimmed off its end. */
import type { ArticleElement, ArticleNode } from './article.ts';
import type { Piece, Run } from './page-model.ts';
import { fold } from './white.ts';

/** A piece's text in its line, white space folded but in `pre`: one that begins the line or stands `afterWhite` begins with none. */
export function textOf({ node, from, to }: Piece, run: Run, begins: boolean, afterWhite: boolean): string {
  if (!run.preformatted && run.pieces.length === 1) return run.text; // folded already
  const data = node.data.slice(from, to);
  if (run.preformatted) return begins ? data.replace(/^\s*\n/, '') : data;
  const folded = fold(data);
  return begins || afterWhite ? folded.replace(/^ /, '') : folded;
}

/** Adds text to the end, joined to text that stands there. */
export function addText(children: ArticleNode[], text: string): void {
  if (text === '') return;
  const last = children.length - 1;
  const before = children[last];
  if (typeof before === 'string') children[last] = before + text;
  else children.push(text);
}

/** Takes `count` characters of white space off the end of what the element holds. */
export function trimEnd(element: ArticleElement, count: number): void {
  let left = count;
  let at: ArticleElement = element;
  while (left > 0) {
    const last = at.children[at.children.length - 1];
    if (last === undefined) return;
    if (typeof last !== 'string') {
      if (last.children.length === 0) at.children.pop();
      else at = last;
      if (at === last) continue;
      at = element;
      continue;
    }
    const cut = Math.min(left, last.length);
    left -= cut;
    if (cut === last.length) at.children.pop();
    else at.children[at.children.length - 1] = last.slice(0, -cut);
    if (left > 0) at = element;
  }
}
