/**
 * Composes an article's outline from what shows its sections: headings, lines that look like headings, counted
 * points, turns of topic.
 */
import type { Article } from '../../article/article.ts';
import type { OutlineNode } from '../digest.ts';
import { countedPoints } from './enumerations.ts';
import { headingMarks } from './headings.ts';
import { lineMarks } from './heading-lines.ts';
import { type Mark, treeOf } from './marks.ts';
import { topicMarks } from './topics/topics.ts';
import { amountOf, wordsOf } from '../reading-time.ts';

/** A text with fewer words than this is read sooner than its outline, unless the page itself sets headings. */
const FEWEST_WORDS = 250;

/** Counted points, nested under the section of their list. */
function pointMarks(article: Article, sections: readonly Mark[]): Mark[] {
  const { text, blocks } = article;
  const marks: Mark[] = [];
  const edges = [0, ...sections.map((s) => s.from).filter((at) => at > 0), text.length];
  for (let i = 0; i + 1 < edges.length; i++) {
    const from = blocks.findIndex((b) => b.start >= (edges[i] ?? 0));
    let to = blocks.findIndex((b) => b.start >= (edges[i + 1] ?? 0));
    if (from < 0) continue;
    if (to < 0) to = blocks.length;
    const depth = sections.findLast((s) => s.from <= (edges[i] ?? 0))?.depth ?? 0;
    for (const list of countedPoints(text, blocks, from, to)) {
      for (const p of list) {
        const inside = marks.some((m) => m.from <= p.from && (m.to ?? 0) >= p.end);
        marks.push({ ...p, to: p.end, depth: depth + (inside ? 2 : 1), source: 'enumeration' });
      }
    }
  }
  return marks;
}

/**
 * The outline, in document order; empty if the article shows no structure worth it. Linear in the text except for topic
 * turns (see topics.ts).
 */
export function outlineOf(article: Article): OutlineNode[] {
  const headings = headingMarks(article);
  const long = wordsOf(amountOf(article.text)) >= FEWEST_WORDS;
  if (!long) return treeOf(article, headings);
  const lines = lineMarks(article, headings);
  const shown = [...headings, ...lines].sort((a, b) => a.from - b.from);
  const sections = shown.length ? shown : topicMarks(article);
  return treeOf(article, [...sections, ...pointMarks(article, sections)]);
}
