/** Finds the lines that a reader takes for headings though the page does not mark them: short, standing alone, without an ending stop. */
import type { Article } from '../article/article.ts';
import { repeatsTitle } from './outline-headings.ts';
import type { Mark } from './outline-marks.ts';

const STOP = /[.。！!;；:：,，、…][\s"'”’」』）)]*$/u;
const LONGEST = 140;

/** Marks for such lines. */
export function lineMarks(article: Article, headings: readonly Mark[]): Mark[] {
  const { text, blocks } = article;
  if (headings.length > 1) return [];
  const marks: Mark[] = [];
  blocks.forEach((b, i) => {
    const line = text.slice(b.start, b.end);
    const next = blocks[i + 1];
    if (b.kind !== 'paragraph' || line.length > LONGEST || STOP.test(line) || !next || repeatsTitle(line, article))
      return;
    if (next.end - next.start < 2 * line.length || next.end - next.start < 150) return;
    if (i === 0 || /:\s*\S*\d/.test(line)) return;
    marks.push({ from: b.start, start: b.start, labelEnd: b.end, depth: 1, source: 'typographic' });
  });
  return marks;
}
