/** Keeps what a person reads where it is on the screen while the page above it changes. */
import type { TracedArticle } from '../../core/article/article.ts';

/** Runs `change`, then scrolls so that the first visible line of the article is where it was. */
export function withScrollAnchored({ places }: TracedArticle, change: () => void): void {
  const line = scrollY > 0 ? firstInSight(places.map(({ node }) => node.parentElement)) : null;
  const before = line?.getBoundingClientRect().top ?? 0;
  change();
  if (line) scrollBy({ top: line.getBoundingClientRect().top - before, behavior: 'instant' });
}

/** The first element that extends below the window's top, by binary search. */
function firstInSight(elements: (Element | null)[]): Element | null {
  let low = 0;
  let high = elements.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const box = elements[middle]?.getBoundingClientRect();
    if (box && box.bottom <= 0) low = middle + 1;
    else high = middle;
  }
  return elements[low] ?? null;
}
