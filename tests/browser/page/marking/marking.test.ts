import { userEvent } from 'vitest/browser';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import german from '../../../../public/_locales/de/messages.json';
import english from '../../../../public/_locales/en/messages.json';
import { type Highlights, createHighlights } from '../../../../src/adapters/highlights/highlights.ts';
import { speak } from '../../../../src/adapters/i18n/sentences.ts';
import { domText } from '../../../../src/core/anchor/dom-text.ts';
import { describeQuote } from '../../../../src/core/anchor/quote.ts';
import type { PageHighlight } from '../../../../src/messages.ts';
import { answers } from '../../../../src/page/answers.ts';
import { createCalm } from '../../../../src/page/calm/calm.ts';
import '../../../../src/page/reading.ts';
import { createCorrecting } from '../../../../src/page/correcting.ts';
import { createCapture } from '../../../../src/page/capture.ts';
import { type EditorFrame, createEditorFrame } from '../../../../src/page/marking/editor-frame.ts';
import { type Marking, createMarking } from '../../../../src/page/marking/marking.ts';
import { newId } from '../../../../src/page/new-id.ts';
import { createToolbar } from '../../../../src/page/marking/toolbar.ts';
import { walkHighlights } from '../../../../src/page/marking/highlight-walk.ts';
import fake from '../../../fakes/browser.ts';
import { stage } from '../../../fakes/stage.ts';

const { attachShadow } = Element.prototype;
let roots: Map<string | undefined, ShadowRoot>;
let root: HTMLElement;
let life: AbortController;
let highlights: Highlights;
let marking: Marking;
let editor: EditorFrame;

beforeEach(() => {
  speak('en', english);
  stage.clear();
  // Closed for a page, open for this test.
  roots = new Map();
  Element.prototype.attachShadow = function (this: Element, init) {
    const made = attachShadow.call(this, init);
    if (this instanceof HTMLElement) roots.set(this.dataset['lede'], made);
    return made;
  };
  root = document.createElement('main');
  root.style.font = '20px/1.5 serif';
  for (const words of ['The ferry leaves at dawn with the mail.', 'Three keepers and their goats stay on the shore.']) {
    root.append(Object.assign(document.createElement('p'), { textContent: words }));
  }
  root.append(Object.assign(document.createElement('input'), { ariaLabel: 'A field' }));
  document.body.append(root);
  life = new AbortController();
  const { signal } = life;
  highlights = createHighlights(document, { signal, root: () => root, onClick: () => undefined, onStates() {} });
  editor = createEditorFrame(document, signal);
  marking = createMarking(createCapture(document), highlights, createToolbar(document, signal), editor);
  walkHighlights(document, highlights, marking, signal);
});
afterEach(() => {
  life.abort();
  root.remove();
  Element.prototype.attachShadow = attachShadow;
});

const mark = (id: string, words: string): PageHighlight => {
  const { text } = domText(root);
  const start = text.indexOf(words);
  return { id, quote: describeQuote(text, start, start + words.length), colour: 'yellow' };
};
const bar = () => roots.get('toolbar');
const inBar = () => bar()?.activeElement?.getAttribute('aria-label');
const focused = () => [...(CSS.highlights.get('lede-focus') ?? [])].map((range) => range.endOffset - range.startOffset);
const said = () => roots.get('voice')?.querySelector('[role=status]')?.textContent;
const down = () => userEvent.keyboard('{Alt>}{Shift>}{ArrowDown}{/Shift}{/Alt}');
const up = () => userEvent.keyboard('{Alt>}{Shift>}{ArrowUp}{/Shift}{/Alt}');
const enter = () => userEvent.keyboard('{Alt>}{Shift>}{Enter}{/Shift}{/Alt}');

describe('overlapping highlights', () => {
  it('are all reachable from one toolbar, by keys too, and the selected one is shown', async () => {
    await highlights.set([mark('long', 'Three keepers and their goats'), mark('short', 'keepers')]);
    stage.background.set('highlight.delete', () => null);
    marking.clicked(['short', 'long']);
    const next = () => bar()?.querySelector<HTMLElement>('.next');
    expect(next()?.textContent).toBe('1 of 2 · next');
    expect(focused()).toEqual([7]);
    next()?.focus();
    await userEvent.keyboard('{Enter}');
    expect(inBar()).toBe('2 of 2 · next');
    expect(focused()).toEqual([29]);
    await userEvent.keyboard('{ArrowLeft}');
    expect(inBar()).toBe('Delete highlight');
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => highlights.list().map(({ id }) => id)).toEqual(['short']);
    expect(stage.asked.at(-1)).toEqual({ kind: 'highlight.delete', body: { ids: ['long'] } });
  });

  it('have no "next" button if there is only one', async () => {
    await highlights.set([mark('a', 'ferry')]);
    marking.clicked(['a']);
    expect(bar()?.querySelector('.next')).toBeNull();
  });
});

describe('highlights by keys', () => {
  it('can be walked, announced and opened; Escape goes back', async () => {
    await highlights.set([mark('b', 'goats'), mark('a', 'ferry')]);
    await down();
    await expect.poll(said).toBe('Highlight 1 of 2: ferry');
    await down();
    await expect.poll(said).toBe('Highlight 2 of 2: goats');
    await up();
    await expect.poll(said).toBe('Highlight 1 of 2: ferry');
    await enter();
    expect(inBar()).toBe('Yellow');
    await userEvent.keyboard('{Escape}');
    expect(document.querySelector('[data-lede=toolbar]')?.matches(':popover-open')).toBe(false);
    expect(focused()).toEqual([5]);
    await userEvent.keyboard('{Escape}');
    expect(focused()).toEqual([]);
  });

  it('are deleted without losing the focus: it is on Undo, then on the page again', async () => {
    stage.background.set('highlight.delete', () => null);
    await highlights.set([mark('a', 'ferry')]);
    const field = document.createElement('button');
    root.append(field);
    field.focus();
    await down();
    await enter();
    await userEvent.keyboard('{ArrowLeft}');
    expect(inBar()).toBe('Delete highlight');
    await userEvent.keyboard('{Enter}');
    await expect.poll(inBar).toBe('Undo');
    await userEvent.keyboard('{Escape}');
    expect(document.activeElement).toBe(field);
  });

  it("do not interfere with typing or with the page's own shortcuts", async () => {
    await highlights.set([mark('a', 'ferry')]);
    root.querySelector('input')?.focus();
    await down();
    expect(focused()).toEqual([]);
    root.querySelector('input')?.blur();
    document.addEventListener('keydown', (event) => event.preventDefault(), { signal: life.signal });
    await down();
    expect(focused()).toEqual([]);
  });
});

describe('the note editor in the page', () => {
  const frame = () => roots.get('editor')?.querySelector('iframe');
  const loaded = () => new Promise((done) => frame()?.addEventListener('load', done, { once: true }));

  it('is closed as soon as something else is loaded into its frame', async () => {
    editor.open('about:blank?editor', 'Note', new DOMRect(10, 10, 10, 10));
    const first = frame();
    if (!first?.contentDocument?.URL.endsWith('editor')) await loaded();
    expect(editor.shown()).toBe(true);
    first?.contentWindow?.location.replace('about:blank?stranger');
    await expect.poll(() => editor.shown()).toBe(false);
    expect(first?.isConnected).toBe(false);
  });

  it('takes the focus, and gives it back to the page', () => {
    const field = root.querySelector('input');
    field?.focus();
    editor.open('about:blank', 'Note', new DOMRect(10, 10, 10, 10));
    expect(document.activeElement).not.toBe(field);
    editor.close();
    expect(document.activeElement).toBe(field);
  });

  it("grows up to the window's height and ignores messages from the page", async () => {
    editor.open('about:blank', 'Note', new DOMRect(10, 10, 10, 10));
    editor.resize(100_000);
    expect(frame()?.getBoundingClientRect().height).toBeLessThanOrEqual(innerHeight);
    const before = frame()?.style.height;
    window.postMessage({ lede: 'editor', height: 130 }, '*');
    window.postMessage({ lede: 'editor', close: true }, '*');
    await new Promise((over) => setTimeout(over, 50));
    expect([editor.shown(), frame()?.style.height]).toEqual([true, before]);
    editor.close();
    expect(editor.shown()).toBe(false);
  });
});

describe('a lost highlight', () => {
  it('can be put where it may belong, on the page', async () => {
    const [, second] = root.querySelectorAll('p');
    second?.replaceChildren('Nobody lives on the northern shore except three lighthouse keepers and their goats.');
    const lost = mark('a', second?.textContent ?? '');
    second?.replaceChildren('Three keepers of the lighthouse and some goats are all who stay there.');
    await highlights.set([lost]);
    expect(highlights.states()).toMatchObject([{ state: 'lost' }]);
    stage.background.set('highlight.reattach', (body: PageHighlight) => ({ ...body, colour: 'yellow' }));
    const capture = createCapture(document);
    const calm = createCalm(document, life.signal);
    const correcting = createCorrecting({
      capture,
      calm,
      pick: async () => null,
      tell: () => undefined,
      showCount: () => undefined,
    });
    const page = answers({
      capture,
      correcting,
      calm,
      highlights,
      marking,
      editor,
      signal: life.signal,
      planned: async () => undefined,
      showCount: () => undefined,
      tell: () => undefined,
    });
    const sender = { trusted: true, url: '', incognito: false };
    const found = await page['highlight.suggest']({ id: 'a' }, sender);
    const first = found.ok ? found.value[0] : undefined;
    expect(first?.text).toContain('keepers');
    const asked = { id: 'a', start: first?.start ?? -1 };
    expect(await page['highlight.show-at'](asked, sender)).toEqual({ ok: true, value: null });
    expect(await page['highlight.place-at']({ id: 'a', start: 9999 }, sender)).toMatchObject({ ok: false });
    const placed = await page['highlight.place-at'](asked, sender);
    expect(placed.ok && placed.value.quote.exact).toBe(first?.text);
    await expect.poll(() => highlights.states()).toMatchObject([{ state: 'in-place' }]);
  });
});

describe('a new highlight', () => {
  const selectWords = (paragraph: Element | null) => {
    const range = document.createRange();
    range.selectNodeContents(paragraph ?? root);
    document.getSelection()?.removeAllRanges();
    document.getSelection()?.addRange(range);
    marking.selected(range);
    return range;
  };

  it('has its note editor next to the words, before it is painted', async () => {
    stage.background.set('highlight.add', (body: PageHighlight) => body);
    stage.background.set('editor.address', () => ({ url: 'about:blank' }));
    root.style.marginBlockStart = '120px';
    const words = selectWords(root.lastElementChild?.previousElementSibling ?? null).getBoundingClientRect();
    const never = new Promise<void>(() => undefined);
    highlights.set = () => never; // a page that is slow to paint
    bar()?.querySelector<HTMLElement>('[aria-label="Add a note"]')?.click();
    await userEvent.keyboard('{Tab}');
    bar()?.querySelector<HTMLElement>('[aria-label="Add a note"]')?.focus();
    await userEvent.keyboard('{Enter}');
    const box = () => roots.get('editor')?.querySelector<HTMLElement>('.box');
    await expect.poll(() => box()?.querySelector('iframe')).not.toBeNull();
    expect(Math.round((box()?.getBoundingClientRect().top ?? 0) - words.bottom)).toBe(8);
  });

  it('is reached with Tab from the selection, and Escape goes back', async () => {
    selectWords(root.firstElementChild);
    await userEvent.keyboard('{Tab}');
    expect(inBar()).toBe('Yellow');
    await userEvent.keyboard('{Tab}');
    expect(inBar()).toBe('Green');
    await userEvent.keyboard('{Escape}');
    expect(document.querySelector('[data-lede=toolbar]')?.matches(':popover-open')).toBe(false);
  });

  it('is requested again with the same id if the background was stopped', async () => {
    const answers = [{ ok: false, error: { kind: 'restarted' } }];
    stage.background.set('highlight.add', (body: PageHighlight) => answers.shift() ?? body);
    const range = document.createRange();
    range.selectNodeContents(root.firstElementChild ?? root);
    const added = await marking.add(range, 'green');
    const ids = stage.asked
      .filter(({ kind }) => kind === 'highlight.add')
      .map(({ body }) => (body as PageHighlight).id);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
    expect(added.ok && added.value.id).toBe(ids[0]);
    expect(highlights.list().map(({ id }) => id)).toEqual([ids[0]]);
  });

  it('has a unique UUID', () => {
    const ids = Array.from({ length: 200 }, newId);
    for (const id of ids) expect(id).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
    expect(new Set(ids).size).toBe(200);
  });
});

describe('after Lede was updated under the page', () => {
  const { id } = fake.runtime;
  afterEach(() => {
    fake.runtime.id = id;
  });

  it('a selection and a highlight get a hint what to do, not a toolbar that cannot work', async () => {
    await highlights.set([mark('a', 'ferry')]);
    fake.runtime.id = '';
    const range = highlights.rangeOf('a');
    if (!range) throw new Error('not painted');
    const told = () => [bar()?.querySelector('.bar')?.getAttribute('role'), bar()?.textContent];
    marking.selected(range);
    expect(told()).toEqual(['status', english.failure_restarted.message]);
    marking.unselected();
    marking.clicked(['a']);
    expect(told()).toEqual(['status', english.failure_restarted.message]);
    speak('de', german); // chosen in the options, and injected a little later than the page script
    marking.clicked(['a']);
    expect(told()).toEqual(['status', german.failure_restarted.message]);
  });
});
