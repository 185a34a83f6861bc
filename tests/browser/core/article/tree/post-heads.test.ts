/** markPostHeads: a heading with a poster's name becomes a caption; a table cell stays unchanged. */
import { expect, it } from 'vitest';
import type { ArticleElement } from '../../../../../src/core/article/article.ts';
import { survey } from '../../../../../src/core/article/page/survey.ts';
import { clean } from '../../../../../src/core/article/tree/clean.ts';
import { markPostHeads } from '../../../../../src/core/article/tree/post-heads.ts';
import { dataTables } from '../../../../../src/core/article/tree/tables.ts';

const HTML =
  '<div><h4>pan1</h4><ul><li>May 1</li></ul><p>Salt.</p></div>' +
  '<table><tr><th>pan2</th><th>May 2</th></tr><tr><td>1</td><td>2</td></tr></table>';

function marked(heads: number[]): { tree: ArticleElement; kinds: string[] } {
  const page = survey(new DOMParser().parseFromString(HTML, 'text/html'));
  const keep = new Uint8Array(page.runs.length).fill(1);
  const { tree, lines } = clean(page, keep, new Set(), dataTables(page), 'https://pan.example/');
  markPostHeads(tree, lines, new Map(heads.map((at, order) => [at, order === 0])));
  return { tree, kinds: lines.map(({ kind }) => kind) };
}

it('turns post heads into captions, whatever they were', () => {
  const { tree, kinds } = marked([0, 1]);
  expect(kinds.slice(0, 3)).toEqual(['caption', 'caption', 'paragraph']);
  expect(JSON.stringify(tree)).not.toMatch(/"(?:h4|ul|li)"/);
  expect(JSON.stringify(tree)).toMatch(/"role":"post".*"role":"byline"/);
});

it('leaves table cells unchanged, and everything if there is no head', () => {
  expect(marked([3]).kinds[3]).toBe('table');
  expect(JSON.stringify(marked([]).tree)).not.toContain('role');
});
