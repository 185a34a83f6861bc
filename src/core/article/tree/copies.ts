/**
 * Takes out of an article's tree the second copy of a picture: pages set one for each width of the window, or load one
 * twice.
 */
import type { ArticleElement } from '../article.ts';

/** An element with what holds it. */
interface Shown {
  image: ArticleElement;
  holder: ArticleElement;
  /** Whether it is in a figure, with its caption. */
  isFigure: boolean;
}

/** Smaller pictures, such as icons and flags, repeat on purpose (CSS px). */
const SMALLEST_PX = 100;

/** An address without what only sets its size, where the path names a file. */
function fileOf(src: string): string {
  return /\.(?:jpe?g|png|gif|webp|avif)[?#]/i.test(src) ? src.replace(/[?#].*$/, '') : src;
}

/**
 * Keeps each picture once: the one in a figure, else the first. Pictures in tables, and those with a small declared
 * size, all stay. Changes the tree. Linear in its elements.
 */
export function dropCopies(tree: ArticleElement): void {
  const shown = new Map<string, Shown[]>();
  const todo: Shown[] = [{ image: tree, holder: tree, isFigure: false }];
  for (let next = todo.pop(); next; next = todo.pop()) {
    const { image: element, isFigure } = next;
    const { src, width = SMALLEST_PX } = element.attributes ?? {};
    if (element.tag === 'img' && src && width >= SMALLEST_PX) {
      const file = fileOf(src);
      shown.set(file, [...(shown.get(file) ?? []), next]);
    }
    for (const child of element.children.toReversed()) {
      if (typeof child === 'string' || child.tag === 'table') continue;
      todo.push({ image: child, holder: element, isFigure: isFigure || child.tag === 'figure' });
    }
  }
  for (const copies of shown.values()) {
    const kept = copies.find(({ isFigure }) => isFigure) ?? copies[0];
    for (const copy of copies) if (copy !== kept) remove(copy);
  }
}

function remove({ image, holder }: Shown): void {
  const at = holder.children.indexOf(image);
  if (at >= 0) holder.children.splice(at, 1);
}
