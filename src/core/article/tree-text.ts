/** Knows how text is added to an element of the tree and trimmed off its end. */
import type { ArticleElement, ArticleNode } from './article.ts';

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
