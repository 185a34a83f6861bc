import { describe, expect, it } from 'vitest';
import type { Article, Block, BlockKind } from '../../../../../src/core/article/article.ts';
import { keyPoints, rank } from '../../../../../src/core/digest/key-points/key-points.ts';

/** An article of lines: `# heading`, `- item`, else a paragraph. */
function article(title: string, lines: string[], lang = 'en'): Article {
  let text = '';
  const blocks: Block[] = lines.map((line) => {
    const kind: BlockKind = line.startsWith('# ') ? 'heading' : line.startsWith('- ') ? 'item' : 'paragraph';
    if (text) text += '\n';
    const start = text.length;
    text += kind === 'paragraph' ? line : line.slice(2);
    return { kind, start, end: text.length };
  });
  return { url: 'https://example.org/a', title, lang, tree: { tag: 'div', children: [] }, text, blocks, removed: [] };
}

const BRIDGE = [
  'The old bridge over the Tarn river will close for two years from Monday. Who would have thought so? ' +
    'Engineers found deep cracks in three of its nine stone arches last spring.',
  'This means a long way round for many. The county will spend 14 million euros on the repair of the stone ' +
    'arches, more than twice what was planned.',
  '# What the engineers found',
  'Water has washed out the mortar between the stones of the bridge, the engineers wrote in their report. ' +
    'He added that nobody was to blame.',
  'Divers saw that two piers of the bridge stand on gravel rather than rock. Photo by the county.',
  '# How people will cross the river',
  'A ferry will carry people and bicycles across the river every ten minutes from six in the morning until ' +
    'midnight. Lorries must drive to the motorway bridge, 22 kilometres downstream.',
  'Shopkeepers in the old town fear that customers will stay away while the bridge is closed. Sign up for ' +
    'our newsletter.',
];

describe('keyPoints', () => {
  it('does not repeat a point in other words', () => {
    const twice = [
      'Building permits cost 500 to 2,500 dollars, and you need them for major home renovations.',
      'Major home renovations require building permits, which cost between 500 and 2,500 dollars.',
    ];
    const page = article('Renovating a house', [...BRIDGE.slice(0, 1), ...twice, ...BRIDGE.slice(2)]);
    const said = keyPoints(page).points.filter(({ text }) => twice.includes(text));
    expect(said).toHaveLength(1);
  });
  it('gives exact ranges in document order that can be read alone', () => {
    const page = article('Old bridge closes for two years', BRIDGE);
    const { points, authored } = keyPoints(page);
    expect(authored).toBe(false);
    expect(points.length).toBeGreaterThanOrEqual(2);
    let at = 0;
    for (const point of points) {
      expect(point.text).toBe(page.text.slice(point.start, point.end));
      expect(point.start).toBeGreaterThanOrEqual(at);
      at = point.end;
      expect(point.text).not.toMatch(/^(?:This|He)\b|\?$|newsletter|Photo/);
    }
    // What the engineers found, not once more what the title says.
    expect(points.some(({ text }) => text.includes('washed out the mortar'))).toBe(true);
  });
  it('gives the main figure of an article whose title does not tell the news', () => {
    const { points } = keyPoints(article('What the county found under the old stones', BRIDGE));
    expect(points.some(({ text }) => text.includes('14 million euros'))).toBe(true);
  });
  it('shows the author’s own list if there is one', () => {
    const page = article('Old bridge closes', [
      ...BRIDGE.slice(0, 1),
      '# Key takeaways',
      '- The bridge closes on Monday',
      '- A ferry runs instead',
      ...BRIDGE.slice(1),
    ]);
    const { points, authored } = keyPoints(page);
    expect(authored).toBe(true);
    expect(points.map((p) => p.text)).toEqual(['The bridge closes on Monday', 'A ferry runs instead']);
    for (const p of points) expect(page.text.slice(p.start, p.end)).toBe(p.text);
  });
  it('gives nothing for an empty article', () => {
    expect(keyPoints(article('', []))).toEqual({ points: [], authored: false });
    expect(rank(article('', ['Menu', 'Home']))).toEqual([]);
  });
});

describe('rank', () => {
  it('orders every sentence, the most important first', () => {
    const page = article('Old bridge closes for two years', BRIDGE);
    const all = rank(page);
    expect(all[0]?.text).toContain('old bridge');
    expect(new Set(all.map((p) => p.start)).size).toBe(all.length);
    expect(all.length).toBeGreaterThanOrEqual(13);
    for (let i = 1; i < all.length; i++) expect(all[i]?.score01).toBeLessThan(all[i - 1]?.score01 ?? 0);
  });
});
