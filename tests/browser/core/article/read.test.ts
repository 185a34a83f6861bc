/** read and trace: an article is complete, frozen, and maps back to the live nodes. */
import { describe, expect, it } from 'vitest';
import type { ArticleNode } from '../../../../src/core/article/article.ts';
import { read, trace } from '../../../../src/core/article/read.ts';

const url = 'https://harbour.example/stories/ferry';
const sentence = (word: string) =>
  `The ${word} crossed the bay before dawn, and the harbour master wrote its name into the long ledger of the day. `;
const body = ['ferry', 'trawler', 'tug', 'barge', 'lighter', 'pilot boat']
  .map((word) => `<p>${sentence(word).repeat(3)}</p>`)
  .join('\n');
const PAGE =
  `<!doctype html><html lang="en"><head><title>Boats of the bay</title></head><body>
  <nav><ul><li><a href="/">Home</a></li><li><a href="/tides">Tides</a></li><li><a href="/weather">Weather` +
  `</a></li></ul></nav>
  <main><article><h1>Boats of the bay</h1>${body}
  <h2>What the ledger tells</h2><p>${sentence('cutter').repeat(3)} <em>So it goes on</em>, <a href="/log">` +
  `as the log says</a>.</p></article></main>
  <footer><p><a href="/terms">Terms</a> <a href="/about">About us</a></p></footer></body></html>`;

const parse = (html: string) => new DOMParser().parseFromString(html, 'text/html');
const flat = (node: ArticleNode): string => (typeof node === 'string' ? node : node.children.map(flat).join(''));

describe('read', () => {
  it('keeps the story and leaves the menu', () => {
    const result = read(parse(PAGE), { url });
    if (!result.ok) throw new Error(result.error.kind);
    const { text, blocks } = result.value;
    expect(text).toContain('The pilot boat crossed the bay');
    expect(text).toContain('So it goes on, as the log says.');
    expect(text).not.toContain('Weather');
    expect(text).not.toContain('Terms');
    expect(blocks.some((block) => block.kind === 'heading' && block.level === 2)).toBe(true);
    for (const block of blocks) expect(text.slice(block.start, block.end)).not.toContain('\n');
  });

  it('returns no-article if there is nothing to read', () => {
    expect(read(parse('<p>Hello.</p>'), { url })).toEqual({ ok: false, error: { kind: 'no-article' } });
  });

  it('returns a frozen article of plain JSON', () => {
    const result = read(parse(PAGE), { url });
    if (!result.ok) throw new Error(result.error.kind);
    expect(Object.isFrozen(result.value)).toBe(true);
    expect(Object.isFrozen(result.value.tree.children)).toBe(true);
    expect(JSON.parse(JSON.stringify(result.value))).toEqual(result.value);
  });

  it('does not change the document', () => {
    const document = parse(PAGE);
    const before = document.documentElement.outerHTML;
    trace(document, { url });
    expect(document.documentElement.outerHTML).toBe(before);
  });
});

describe('trace', () => {
  it('maps every piece of text to its live node, in order', () => {
    const result = trace(parse(PAGE), { url });
    if (!result.ok) throw new Error(result.error.kind);
    const { article, places } = result.value;
    let end = 0;
    for (const place of places) {
      expect(place.start).toBeGreaterThanOrEqual(end);
      end = place.end;
      const live = place.node.data.slice(place.from ?? 0, place.to ?? place.node.data.length);
      expect(article.text.slice(place.start, place.end).replace(/\s/g, '')).toBe(live.replace(/\s/g, ''));
    }
    expect(places.length).toBeGreaterThan(8);
  });

  it('has the text of every block in the tree, character for character', () => {
    const result = trace(parse(PAGE), { url });
    if (!result.ok) throw new Error(result.error.kind);
    const { article } = result.value;
    const seen = new Set<number>();
    const visit = (node: ArticleNode): void => {
      if (typeof node === 'string') return;
      const block = node.block === undefined ? undefined : article.blocks[node.block];
      if (block && node.block !== undefined) {
        seen.add(node.block);
        expect(flat(node)).toBe(article.text.slice(block.start, block.end));
      } else node.children.forEach(visit);
    };
    visit(article.tree);
    expect(seen.size).toBe(article.blocks.length);
  });
});
