import { userEvent } from 'vitest/browser';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import english from '../../../../public/_locales/en/messages.json';
import { type Highlights, createHighlights } from '../../../../src/adapters/highlights/highlights.ts';
import { speak } from '../../../../src/adapters/i18n/sentences.ts';
import { domText } from '../../../../src/core/anchor/dom-text.ts';
import { describeQuote } from '../../../../src/core/anchor/quote.ts';
import type { PageHighlight } from '../../../../src/messages.ts';
import '../../../../src/page/reading.ts';
import { createCapture } from '../../../../src/page/capture.ts';
import { createEditorFrame } from '../../../../src/page/marking/editor-frame.ts';
import { type Marking, createMarking } from '../../../../src/page/marking/marking.ts';
import { watchSelection } from '../../../../src/page/marking/selection.ts';
import { type Toolbar, createToolbar } from '../../../../src/page/marking/toolbar.ts';
import { walkHighlights } from '../../../../src/page/marking/highlight-walk.ts';
import { stage } from '../../../fakes/stage.ts';

/** Longer than any wait of the page script for a selection to settle, ms. */
const SETTLED_MS = 400;

const { attachShadow } = Element.prototype;
let bar: ShadowRoot | undefined;
let root: HTMLElement;
let life: AbortController;
let highlights: Highlights;
let marking: Marking;
let toolbar: Toolbar;

beforeEach(() => {
  speak('en', english);
  stage.clear();
  stage.background.set('highlight.add', (body: PageHighlight) => body);
  // Closed for a page, open for this test and its pointer.
  Element.prototype.attachShadow = function (this: Element, init) {
    const made = attachShadow.call(this, { ...init, mode: 'open' });
    if (this instanceof HTMLElement && this.dataset['lede'] === 'toolbar') bar = made;
    return made;
  };
  root = document.createElement('main');
  root.style.font = '20px/3 serif';
  for (const words of ['The ferry leaves at dawn.', 'Three keepers stay on the shore.', 'Nobody else is here.'])
    root.append(Object.assign(document.createElement('p'), { textContent: words }));
  document.body.append(root);
  life = new AbortController();
  const { signal } = life;
  highlights = createHighlights(document, {
    signal,
    root: () => root,
    onClick: (ids) => marking.clicked(ids),
    onStates() {},
  });
  toolbar = createToolbar(document, signal);
  const editor = createEditorFrame(document, signal);
  marking = createMarking(createCapture(document), highlights, toolbar, editor);
  watchSelection(document, marking, signal);
  walkHighlights(document, highlights, marking, signal);
});
afterEach(() => {
  life.abort();
  document.getSelection()?.removeAllRanges();
  root.remove();
  Element.prototype.attachShadow = attachShadow;
});

const line = (at: number): HTMLElement => root.querySelectorAll('p')[at] ?? root;
/** Selects a whole line as a pointer does; waits for the bar. */
const select = async (at: number): Promise<void> => {
  await userEvent.tripleClick(line(at));
  await expect.poll(() => toolbar.shown()).toBe(true);
};
const mark = (id: string, words: string): PageHighlight => {
  const { text } = domText(root);
  const start = text.indexOf(words);
  return { id, quote: describeQuote(text, start, start + words.length), colour: 'yellow' };
};
const named = (name: string): HTMLElement | null => bar?.querySelector<HTMLElement>(`[aria-label='${name}']`) ?? null;
const settled = (): Promise<void> => new Promise((done) => setTimeout(done, SETTLED_MS));
const focused = (): string[] =>
  [...(CSS.highlights.get('lede-focus') ?? [])].map(({ startContainer, startOffset, endOffset }) =>
    (startContainer.nodeValue ?? '').slice(startOffset, endOffset),
  );
const walk = (): Promise<void> => userEvent.keyboard('{Alt>}{Shift>}{ArrowDown}{/Shift}{/Alt}');

describe('the bar of a selection', () => {
  it('stays as it is while the same words are selected, so that no click on it is lost', async () => {
    await select(0);
    const green = named('Green');
    document.dispatchEvent(new Event('selectionchange'));
    await settled();
    expect(green).not.toBeNull();
    expect(named('Green')).toBe(green);
  });

  it('follows the selection to other words, and goes with it', async () => {
    await select(0);
    const green = named('Green');
    await select(2);
    await expect.poll(() => named('Green')).not.toBe(green);
    document.getSelection()?.removeAllRanges();
    await expect.poll(() => toolbar.shown()).toBe(false);
  });

  it('disappears on a press elsewhere on the page', async () => {
    await select(0);
    await userEvent.click(line(2));
    await expect.poll(() => toolbar.shown()).toBe(false);
  });

  it('disappears at once when its words are highlighted, and removes nothing later', async () => {
    await select(0);
    const range = document.getSelection()?.getRangeAt(0);
    expect(range).toBeDefined();
    if (range) await marking.add(range, 'green');
    expect(toolbar.shown()).toBe(false);
    // The first key is pressed before the page has settled; its highlight stays.
    await walk();
    expect(focused()).toEqual(['The ferry leaves at dawn.']);
    await settled();
    expect(focused()).toEqual(['The ferry leaves at dawn.']);
  });
});

describe('the bar of a highlight', () => {
  it('stays until a press elsewhere, however the page changes its selection meanwhile', async () => {
    await highlights.set([mark('a', 'keepers'), mark('b', 'Three keepers stay on the shore.')]);
    const { left, width, height } = line(1).getBoundingClientRect();
    const range = document.createRange();
    range.setStart(line(1).firstChild ?? root, 'Three keepers'.length - 3);
    range.setEnd(line(1).firstChild ?? root, 'Three keepers'.length);
    const position = { x: range.getBoundingClientRect().left - left, y: height / 2 };
    expect(position.x).toBeLessThan(width);
    await userEvent.click(line(1), { position });
    expect(named('1 of 2 · next')).not.toBeNull();
    expect(focused()).toEqual(['keepers']);
    document.getSelection()?.collapse(line(0), 0);
    await settled();
    expect(toolbar.shown()).toBe(true);

    await userEvent.click(named('1 of 2 · next') ?? root);
    await settled();
    expect(toolbar.shown()).toBe(true);
    expect(focused()).toEqual(['Three keepers stay on the shore.']);

    // Far below, because the toolbar has two rows in a narrow window and covers the next lines.
    const far = Object.assign(document.createElement('p'), { textContent: 'Far below.' });
    far.style.marginBlockStart = '300px';
    root.append(far);
    await userEvent.click(far);
    expect(toolbar.shown()).toBe(false);
    expect(focused()).toEqual([]);
  });

  it('ignores presses at first, so a double click placed by the page deletes nothing', async () => {
    await highlights.set([mark('a', 'keepers')]);
    stage.background.set('highlight.delete', () => null);
    marking.clicked(['a']);
    await userEvent.click(named('Delete highlight') ?? root);
    expect(stage.asked).toEqual([]);
    expect(toolbar.shown()).toBe(true);
    await new Promise((over) => setTimeout(over, 550));
    await userEvent.click(named('Delete highlight') ?? root);
    await expect.poll(() => stage.asked.map(({ kind }) => kind)).toEqual(['highlight.delete']);
  });
});
