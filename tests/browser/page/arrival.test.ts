import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TracedArticle } from '../../../src/core/article/article.ts';
import '../../../src/page/reading.ts';
import { whenRead, whenReplaced } from '../../../src/page/arrival.ts';
import { type Capture, createCapture } from '../../../src/page/capture.ts';

/** Longer than a page must be quiet before it is checked, in ms. */
const LOOKED_MS = 500;

let root: HTMLElement;
let capture: Capture;
let life: AbortController;

beforeEach(() => {
  root = document.createElement('main');
  document.body.append(root);
  capture = createCapture(document);
  life = new AbortController();
});
afterEach(() => {
  life.abort();
  root.remove();
});

/** An article about `thing`, long enough to be recognised. */
function article(thing: string): HTMLElement {
  const made = document.createElement('article');
  made.append(Object.assign(document.createElement('h1'), { textContent: `How ${thing} was mended` }));
  for (let at = 0; at < 6; at++) {
    const words =
      `When ${thing} was looked at for the ${at + 1}th time, the carpenters of the village met ` +
      `in the hall, \
and they agreed that nothing should be replaced which could still be mended, plank by plank, before the winter came.`;
    made.append(Object.assign(document.createElement('p'), { textContent: words }));
  }
  return made;
}
const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
function read(): TracedArticle {
  const found = capture.read(false);
  if (!found.ok) throw new Error(found.error.kind);
  return found.value;
}
/** Whether a promise has settled so far. */
function watch(promise: Promise<unknown>): () => boolean {
  let isThere = false;
  void promise.then(() => (isThere = true));
  return () => isThere;
}

describe('an article', () => {
  it('is replaced when it is gone, not when another part of the page changes', async () => {
    const old = article('the old mill');
    root.append(old);
    const replaced = watch(whenReplaced(document, read(), life.signal));
    root.append(document.createElement('hr'));
    await wait(LOOKED_MS);
    expect(replaced()).toBe(false);
    old.replaceWith(article('the new bridge'));
    expect(replaced()).toBe(false);
    await expect.poll(replaced).toBe(true);
    expect(read().article.text).toContain('the new bridge');
  });

  it('is replaced when the next one is written into its nodes', async () => {
    root.append(article('the old mill'));
    const replaced = watch(whenReplaced(document, read(), life.signal));
    for (const { firstChild } of root.querySelectorAll('h1, p')) {
      if (firstChild) firstChild.nodeValue = firstChild.nodeValue?.replace('the old mill', 'the new bridge') ?? '';
    }
    await expect.poll(replaced).toBe(true);
    expect(read().article.text).toContain('the new bridge');
    expect(read().article.text).not.toContain('the old mill');
  });

  it('is replaced when its view is hidden and another shown', async () => {
    const old = article('the old mill');
    root.append(old);
    const replaced = watch(whenReplaced(document, read(), life.signal));
    old.style.display = 'none';
    root.append(article('the new bridge'));
    await expect.poll(replaced).toBe(true);
    expect(read().article.text).toContain('the new bridge');
  });

  it('that was gone before is not awaited', async () => {
    root.append(article('the old mill'));
    const before = read();
    root.replaceChildren(article('the new bridge'));
    await expect.poll(watch(whenReplaced(document, before, life.signal))).toBe(true);
  });

  it('that was left is no longer awaited', async () => {
    root.append(article('the old mill'));
    const replaced = watch(whenReplaced(document, read(), life.signal));
    life.abort();
    root.replaceChildren();
    await wait(LOOKED_MS);
    expect(replaced()).toBe(false);
  });

  it('is read at once if it is there, or as soon as it appears', async () => {
    const late = whenRead(document, capture, life.signal);
    const isThere = watch(late);
    await wait(LOOKED_MS);
    expect(isThere()).toBe(false);
    root.append(article('the old mill'));
    expect((await late)?.article.text).toContain('the old mill');
    expect((await whenRead(document, capture, life.signal))?.article).toBe((await late)?.article);
  });

  it('is awaited up to a time limit', async () => {
    const busy = setInterval(() => root.append('. '), LOOKED_MS);
    expect(await whenRead(document, capture, life.signal)).toBeNull();
    clearInterval(busy);
  });
});
