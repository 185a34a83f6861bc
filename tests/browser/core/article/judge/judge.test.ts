/** judge, reasons, ledger: what is removed from an article, and the reason that is given. */
import { describe, expect, it } from 'vitest';
import type { Article } from '../../../../../src/core/article/article.ts';
import { read } from '../../../../../src/core/article/read.ts';

const url = 'https://daily.example/2024/harbour-ferry';
const story = [
  'The harbour town has run its ferry across the bay for a hundred and forty years, and this spring the ' +
    'council voted to replace the old steamer with an electric boat built on the same slipway.',
  'The new ferry will carry ninety passengers and twelve cars. Its batteries are charged at the quay while ' +
    'passengers come aboard, a stop of seven minutes, and the harbour master says the crossing itself will ' +
    'take no longer than before.',
  'Fishermen had feared for their berths. After two meetings in the old net loft the council agreed to ' +
    'lengthen the north pier by forty metres, so that the trawlers can lie there while the ferry is charged.',
  'The steamer will not be broken up. A society of passengers has collected enough to keep her on the ' +
    'slipway as a museum, where her engine is to be shown turning on Sundays.',
  'Work on the pier begins in May, and the council expects the electric ferry to make its first crossing ' +
    'with passengers before the herring season opens in the autumn.',
];
const strays = [
  [
    'How to prune old apple trees | orchard | pruning',
    'Apple trees that have not been pruned for many years grow dense crowns in which fruit stays small and ' +
      'mildew spreads, so gardeners should begin with the dead wood and never take more than a third of the ' +
      'branches in a single',
  ],
  [
    'Chess champion beaten by schoolgirl in simultaneous display | chess | tournament',
    'Eleven-year-old Mira needed only thirty-one moves with the black pieces to beat the national chess ' +
      'champion, who played twenty-four opponents at once in the crowded gymnasium and admitted afterwards ' +
      'that he had overlooked',
  ],
  [
    'Bakers return to rye bread baked in stone ovens | bakery | rye',
    'Rye dough that rests for two days tastes of malt and nuts, say the bakers of the valley, who have ' +
      'rebuilt four village ovens from local stone and sell the loaves on Saturday mornings to customers ' +
      'who queue from',
  ],
];

const parse = (html: string) => new DOMParser().parseFromString(html, 'text/html');
const page = (inside: string) =>
  parse(
    `<!doctype html><html lang="en"><head><title>Electric ferry for the harbour - Daily Example</title></head><body>
  <div class="top"><ul><li><a href="/">Home</a></li><li><a href="/town">Town</a></li><li><a href="/sea">Sea` +
      `</a></li><li><a href="/sport">Sport</a></li></ul></div>
  <div class="main"><h1>Electric ferry for the harbour</h1><div class="content">${inside}</div></div>
  <div class="foot"><p>© 2024 Daily Example. All rights reserved.</p></div></body></html>`,
  );
function article(document: Document, contentType?: string): Article {
  const result = read(document, { url, contentType });
  if (!result.ok) throw new Error(result.error.kind);
  return result.value;
}
const paragraphs = story.map((text) => `<p>${text}</p>`).join('');

function expectClean({ text }: Article): void {
  for (const one of story) expect(text).toContain(one);
  for (const [title, excerpt] of strays) {
    expect(text).not.toContain(title);
    expect(text).not.toContain(excerpt);
  }
}

describe('teasers inside the article', () => {
  it('are removed with their reasons if each has a doubled title and a truncated excerpt', () => {
    const teasers = strays.map(([title, excerpt]) => `<p>${title}</p><p>${title}</p><p>${excerpt}</p>`).join('');
    const found = article(page(paragraphs + teasers));
    expectClean(found);
    const inside = found.removed.filter((one) => one.inside);
    expect(inside.map(({ text }) => text)).toEqual(strays.map(([title, excerpt]) => `${title}\n${title}\n${excerpt}`));
    expect(inside.map(({ reason }) => reason)).toEqual(['breaks-off', 'breaks-off', 'breaks-off']);
    for (const one of inside) {
      expect(one.start).toBe(found.text.length);
      expect(one.score01).toBeGreaterThan(0.4);
    }
  });

  it('come back if the person restores them, and only those', () => {
    const teasers = strays.map(([title, excerpt]) => `<p>${title}</p><p>${title}</p><p>${excerpt}</p>`).join('');
    const document = page(paragraphs + teasers);
    const keep = article(document).removed.filter((one) => one.inside)[1]?.text ?? '';
    const again = read(document, { url, keep: [keep] });
    if (!again.ok) throw new Error(again.error.kind);
    expect(again.value.text).toContain(strays[1]?.[1]);
    expect(again.value.text).not.toContain(strays[0]?.[1]);
    expect(again.value.removed.filter((one) => one.inside)).toHaveLength(2);
  });

  it('are removed if they are linked cards between the paragraphs', () => {
    const cards = strays.map(
      ([title, excerpt], at) => `<div class="x7f"><a href="/a/${at}"><h3>${title}</h3></a><p>${excerpt}…</p></div>`,
    );
    const mixed = story.map((text, at) => `<p>${text}</p>${at > 0 ? (cards[at - 1] ?? '') : ''}`).join('');
    expectClean(article(page(mixed)));
  });

  it('are removed from a plain-text page', () => {
    const text = [
      'Electric ferry for the harbour',
      'Release time:Apr 13, 2024 20:27 PM',
      ...story,
      ...strays.map(([title, excerpt]) => `${title}\n${title}\n\n${excerpt}`),
    ].join('\n\n');
    const document = parse('<pre></pre>');
    document.querySelector('pre')?.append(text);
    expectClean(article(document, 'text/plain'));
  });
});

describe("the article's own content", () => {
  it('stays complete if there are no teasers', () => {
    const found = article(page(paragraphs));
    for (const one of story) expect(found.text).toContain(one);
    expect(found.removed.filter((one) => one.inside)).toEqual([]);
  });

  it("includes the story's lists, quotes and headings", () => {
    const list =
      '<h2>What the pier will need</h2><ul><li>Forty metres of new decking</li><li>Six mooring posts of oak' +
      '</li><li>A charging tower at the quay</li></ul><blockquote><p>We have waited ten years for this ' +
      'boat, said the harbour master.</p></blockquote>';
    const { text } = article(page(`${paragraphs.replace('</p><p>The steamer', `</p>${list}<p>The steamer`)}`));
    for (const one of ['What the pier will need', 'Six mooring posts of oak', 'We have waited ten years'])
      expect(text).toContain(one);
  });
});

describe('the page around the article', () => {
  it('is reported as outside the article, with one entry for each of its parts', () => {
    const { removed, text } = article(page(paragraphs));
    expect(text).not.toContain('Sport');
    expect(text).not.toContain('All rights reserved');
    const outside = removed.filter((one) => !one.inside);
    expect(outside.length).toBeLessThan(6);
    expect(outside.some(({ text: menu }) => menu.includes('Home'))).toBe(true);
  });
});
