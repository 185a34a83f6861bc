import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { centrality, likeness, rowsOf } from '../../../../../src/core/digest/key-points/centrality.ts';

const VOCABULARY = 12;

/** PageRank over the whole graph, as in the papers. */
function slowly(topics: number[][]): number[] {
  const rows = rowsOf(topics, VOCABULARY);
  const dense = rows.ids.map((ids, i) => {
    const row = new Array<number>(VOCABULARY).fill(0);
    ids.forEach((id, k) => (row[id] = rows.weights[i]?.[k] ?? 0));
    return row;
  });
  const n = topics.length;
  const graph = dense.map((a, i) =>
    dense.map((b, j) => (i === j ? 0 : a.reduce((sum, x, k) => sum + x * (b[k] ?? 0), 0))),
  );
  const degree = graph.map((row) =>
    Math.max(
      1e-9,
      row.reduce((a, b) => a + b, 0),
    ),
  );
  let rank = new Array<number>(n).fill(1 / n);
  for (let round = 0; round < 30; round++) {
    rank = rank.map(
      (_, i) => 0.15 / n + 0.85 * rank.reduce((sum, r, j) => sum + ((graph[i]?.[j] ?? 0) * r) / (degree[j] ?? 1), 0),
    );
  }
  const most = Math.max(...rank);
  return rank.map((x) => x / most);
}

describe('centrality', () => {
  it('equals PageRank on the similarity graph', () => {
    const topics = fc.array(fc.array(fc.nat(VOCABULARY - 1), { minLength: 1, maxLength: 6 }), {
      minLength: 2,
      maxLength: 12,
    });
    fc.assert(
      fc.property(topics, (list) => {
        const { rank } = centrality(rowsOf(list, VOCABULARY), VOCABULARY);
        slowly(list).forEach((x, i) => expect(rank[i]).toBeCloseTo(x, 6));
      }),
    );
  });
  it('ranks the sentence with the most shared words first', () => {
    const { rank, middle } = centrality(rowsOf([[0, 1], [0, 1, 2], [2, 3], [7]], VOCABULARY), VOCABULARY);
    expect(rank[1]).toBe(1);
    expect(middle[1]).toBe(1);
    expect(rank[3]).toBeLessThan(rank[2] ?? 0);
  });
  it('accepts sentences without words', () => {
    const { rank } = centrality(rowsOf([[], []], VOCABULARY), VOCABULARY);
    expect([...rank].every(Number.isFinite)).toBe(true);
  });
  it('computes the similarity of two sentences', () => {
    const alike = likeness(rowsOf([[0, 1], [0, 1], [2]], VOCABULARY), 0, VOCABULARY);
    expect(alike[1]).toBeCloseTo(1);
    expect(alike[2]).toBe(0);
  });
});
