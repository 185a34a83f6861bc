import { userEvent } from 'vitest/browser';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Removal, TracedArticle } from '../../../../src/core/article/article.ts';
import { speak } from '../../../../src/adapters/i18n/sentences.ts';
import { createCalm } from '../../../../src/page/calm/calm.ts';

let root: HTMLElement;
let life: AbortController;

beforeEach(() => {
  speak('en', {
    aside_count_one: { message: '$1 block hidden' },
    aside_count_other: { message: '$1 blocks hidden' },
  });
  root = document.createElement('div');
  document.body.append(root);
  life = new AbortController();
});
afterEach(() => {
  life.abort();
  root.remove();
});

const words = (n: number) =>
  `Paragraph ${n} tells how the old mill was mended plank by plank until the wheel turned again.`;

/** A page after the judge. The test names the kept and dropped nodes, so that only calm is tested here. */
function read(
  kept: Text[],
  dropped: { node: Node; inside: boolean; text?: string }[],
  container: Element,
): TracedArticle {
  let at = 0;
  const places = kept.map((node) => {
    const start = at;
    at += node.length + 1;
    return { node, start, end: at - 1 };
  });
  const removed = dropped.map(({ node, inside, text }): Removal => ({
    text: text ?? node.textContent ?? '',
    reason: 'links-elsewhere',
    score01: 0.9,
    start: at,
    inside,
  }));
  return {
    article: {
      url: 'https://example.org/mill',
      title: 'The mill',
      tree: { tag: 'div', children: [] },
      text: kept.map(({ data }) => data).join('\n'),
      blocks: [],
      removed,
    },
    places,
    removed: dropped.map(({ node }) => [node]),
    broughtBack: [],
    root: container,
    decisions: { byText: new Map(), byNode: new Map(), keptChars: 0 },
    isCorrected: false,
  };
}

function page(): { traced: TracedArticle; teaser: HTMLElement; side: HTMLElement; before: string } {
  const side = document.createElement('aside');
  side.append('Subscribe to our letter');
  const box = document.createElement('section');
  const kept: Text[] = [];
  for (let n = 0; n < 5; n++) {
    const p = document.createElement('p');
    const text = document.createTextNode(words(n));
    p.append(text);
    kept.push(text);
    box.append(p);
  }
  const teaser = document.createElement('div');
  const title = document.createElement('b');
  title.append('Ten bridges you must cross');
  teaser.append(title);
  box.append(teaser);
  root.append(side, box);
  return {
    traced: read(kept, [{ node: title.firstChild ?? title, inside: true }], box),
    teaser,
    side,
    before: root.outerHTML,
  };
}
const hidden = (element: Element) => getComputedStyle(element).display === 'none';

describe('the calm page', () => {
  it('hides the teaser and everything around the article, says so, and undoes it exactly', () => {
    const { traced, teaser, side, before } = page();
    const calm = createCalm(document, life.signal);
    expect(calm.enter(traced)).toBe(1);
    expect(hidden(teaser)).toBe(true);
    expect(hidden(side)).toBe(true);
    expect(root.querySelectorAll('[data-lede=line]')).toHaveLength(1);
    expect(calm.on()).toBe(true);
    calm.leave();
    expect(root.outerHTML).toBe(before);
    expect(calm.on()).toBe(false);
  });

  it('keeps the headline inside a header whose other parts are hidden', () => {
    const { traced, teaser } = page();
    const header = document.createElement('header');
    const [title, menu] = [document.createElement('h1'), document.createElement('p')];
    title.append(document.createElement('span'));
    title.firstElementChild?.append('The  mill');
    menu.append('News Opinion Contact');
    header.append(menu, title);
    root.prepend(header);
    const before = root.outerHTML;
    const calm = createCalm(document, life.signal);
    calm.enter(traced);
    expect([title, menu, teaser].map(hidden)).toEqual([false, true, true]);
    calm.leave();
    expect(root.outerHTML).toBe(before);
  });

  it('hides teasers inside a text node of the article, and joins the node again afterwards', () => {
    const pre = document.createElement('pre');
    const text = document.createTextNode(`${words(1)}\n\n${words(2)}\n\nTen bridges\n you must cross\n\n${words(3)}`);
    pre.append(text);
    root.append(pre);
    const traced = read([text], [{ node: text, inside: true, text: 'Ten bridges you must cross' }], pre);
    const calm = createCalm(document, life.signal);
    calm.enter(traced);
    expect(pre.innerText).not.toContain('Ten bridges');
    expect(pre.innerText).toContain('Paragraph 3');
    calm.leave();
    expect([...pre.childNodes]).toEqual([text]);
    expect(text.data).toContain('Ten bridges\n you must cross');
  });

  it('hides teasers that load later, but not a late paragraph of the article', async () => {
    const { traced, teaser } = page();
    const calm = createCalm(document, life.signal);
    calm.enter(traced);
    const late = teaser.cloneNode(true) as HTMLElement;
    late.removeAttribute('data-lede-aside');
    const link = document.createElement('a');
    link.href = 'https://example.org/other';
    link.append('Why the harbour froze in a single night last winter');
    late.replaceChildren(link);
    const paragraph = document.createElement('p');
    paragraph.append(words(9));
    traced.root.querySelector('p')?.after(paragraph);
    traced.root.append(late);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(hidden(late)).toBe(true);
    expect(hidden(paragraph)).toBe(false);
    calm.leave();
    expect(hidden(late)).toBe(false);
  });

  it('keeps the line being read at its position', () => {
    const { traced, side } = page();
    side.style.cssText = 'display: block; height: 700px';
    traced.root.append(Object.assign(document.createElement('p'), { style: 'height: 3000px' }));
    scrollTo(0, 720);
    const line = traced.places[3]?.node.parentElement;
    const before = line?.getBoundingClientRect().top;
    const calm = createCalm(document, life.signal);
    calm.enter(traced);
    expect(Math.abs((line?.getBoundingClientRect().top ?? 0) - (before ?? 0))).toBeLessThan(2);
    scrollTo(0, 0);
  });

  it('is restored when Lede leaves the page', () => {
    const { traced, before } = page();
    createCalm(document, life.signal).enter(traced);
    life.abort();
    expect(root.outerHTML).toBe(before);
  });
});

describe('the toolbar', () => {
  it('cannot be moved by a script of the page', async () => {
    const { createToolbar } = await import('../../../../src/page/marking/toolbar.ts');
    const toolbar = createToolbar(document, life.signal);
    const asked: string[] = [];
    const actions = {
      colour: (c: string) => asked.push(c),
      note: () => asked.push('note'),
      copy: () => asked.push('copy'),
      copyLink: () => asked.push('link'),
      copyQuotation: () => asked.push('quotation'),
    };
    toolbar.showAt(new DOMRect(100, 100, 50, 20), actions);
    expect(toolbar.shown()).toBe(true);
    const host = document.querySelector('[data-lede=toolbar]');
    expect(host?.shadowRoot).toBeNull();
    host?.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
    expect(asked).toEqual([]);
    await userEvent.keyboard('{Escape}');
    expect(toolbar.shown()).toBe(false);
  });

  it("stays inside the window whatever the page's styles", async () => {
    const { createToolbar } = await import('../../../../src/page/marking/toolbar.ts');
    const hostile = document.createElement('style');
    hostile.textContent =
      '* { display: none !important; transform: scale(3) !important; position: static !important; }';
    document.head.append(hostile);
    const toolbar = createToolbar(document, life.signal);
    toolbar.showAt(new DOMRect(innerWidth - 4, innerHeight - 4, 4, 4), {
      ...{ colour() {}, note() {}, copy() {} },
      ...{ copyLink() {}, copyQuotation() {} },
    });
    const host = document.querySelector<HTMLElement>('[data-lede=toolbar]');
    expect(host && getComputedStyle(host).display).toBe('block');
    expect(host && getComputedStyle(host).transform).toBe('none');
    hostile.remove();
  });
});
