import { cleanup, render, screen, waitFor, within } from '@testing-library/preact';
import { userEvent } from 'vitest/browser';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import english from '../../../../public/_locales/en/messages.json';
import { changeSettings, defaultSettings, readSettings } from '../../../../src/adapters/browser/settings.ts';
import { Glance } from '../../../../src/views/glance/Glance.tsx';
import { createFrontPageReader } from '../../../../src/views/glance/front-page/front-page.ts';
import { open, over, set, setAnew, setEach } from '../../../fakes/glance-each.tsx';
import { ADDRESS, ferries } from '../../../fakes/glance-stage.ts';
import { stage } from '../../../fakes/stage.ts';

/** Letters typed within this time form one word. */
const TYPING_MS = 700;
const pause = (ms: number) => new Promise((over) => setTimeout(over, ms));

// Loaded in advance, so that the first test does not wait for the server that builds it.
beforeAll(() => import('../../../../src/core/digest/digest.ts'));

setEach();

const tree = () => screen.findByRole('tree', { name: 'Outline' });
const row = (name: RegExp) => screen.getByRole('treeitem', { name });
const tab = async (name: RegExp) => userEvent.click(await screen.findByRole('tab', { name }));

describe('the head', () => {
  it("shows the article's title and facts", async () => {
    open();
    expect((await screen.findByRole('heading', { level: 1 })).textContent).toBe(set.article.title);
    await tree();
    const facts = [...document.querySelectorAll('.head-fact')].map((fact) => fact.textContent);
    expect(facts).toEqual(['1 min', 'Ada Moor', 'The Sound', 'Nov 3, 2025']);
  });

  it('says that an article continues on other pages, and leads to the reader, which loads the rest', async () => {
    open();
    await tree();
    expect(screen.queryByRole('button', { name: /^Spread over/ })).toBeNull();
    await setAnew(ferries({ nextUrl: 'https://example.org/ferries/2' }));
    open();
    await userEvent.click(await screen.findByRole('button', { name: 'Read all pages in one' }));
    expect(stage.opened).toEqual(['chrome-extension://fake/reader/index.html?tab=7']);
  });

  it('shows the last article before the page has answered', async () => {
    open();
    await waitFor(() => expect(document.querySelector('main[data-settled]')).toBeTruthy());
    cleanup();
    stage.page.set('article.read', () => new Promise(() => undefined));
    const reader = createFrontPageReader(false, over.signal);
    await reader.begun;
    render(<Glance reader={reader} settings={defaultSettings()} inPanel={false} />);
    expect(screen.getByRole('tree', { name: 'Outline' })).toBeTruthy(); // drawn with it at once, not a frame later
  });

  it('contacts the page before it draws the last article, because it may be closed at once', async () => {
    open();
    await waitFor(() => expect(document.querySelector('main[data-settled]')).toBeTruthy());
    over.abort();
    cleanup();
    stage.entered.length = 0;
    // A busy browser, which draws no frame in all that time.
    const drawing = vi.spyOn(window, 'requestAnimationFrame').mockReturnValue(0);
    const brief = new AbortController();
    await createFrontPageReader(false, brief.signal).begun;
    expect(stage.entered).toEqual([7]);
    brief.abort();
    drawing.mockRestore();
  });

  it('shows facts first, then the outline, then the key points, each as soon as it is known', async () => {
    const reader = createFrontPageReader(false, over.signal);
    const steps: string[] = [];
    reader.hear(({ glimpse, digest, chosenBy }) => {
      const step = chosenBy ? 'points' : digest ? 'outline' : glimpse ? 'facts' : 'nothing';
      if (steps.at(-1) !== step) steps.push(step);
    }, over.signal);
    await waitFor(() => expect(steps.at(-1)).toBe('points'));
    expect(steps).toEqual(['nothing', 'facts', 'outline', 'points']);
  });

  it('calms the page and says that it is on', async () => {
    open();
    const calm = await screen.findByRole('button', { name: 'Calm page', pressed: false });
    await userEvent.click(calm);
    expect(await screen.findByRole('button', { name: 'Calm page', pressed: true })).toBeTruthy();
  });

  it('lists hidden blocks with their reasons, restores one and undoes that', async () => {
    open();
    await userEvent.click(await screen.findByRole('button', { name: '3 hidden' }));
    const ledger = screen.getByRole('region', { name: 'Hidden blocks' });
    expect(within(ledger).getByText(english.reason_links_elsewhere.message)).toBeTruthy();
    expect(within(ledger).getByText('Outside the article (1)')).toBeTruthy();
    await userEvent.click(within(ledger).getByRole('button', { name: /^Restore: Ten kitchen knives/ }));
    expect(await screen.findByRole('button', { name: '2 hidden' })).toBeTruthy();
    expect(within(ledger).getByText('restored')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
    expect(await screen.findByRole('button', { name: '3 hidden' })).toBeTruthy();
  });

  it('lists the blocks outside the article if nothing inside was hidden', async () => {
    await setAnew(ferries({ removed: ferries().removed.filter(({ inside }) => !inside) }));
    open();
    await userEvent.click(await screen.findByRole('button', { name: '0 hidden' }));
    expect(screen.getByText('Outside the article (1)')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Restore: Home News Opinion Contact' }));
    expect(await screen.findByRole('button', { name: '1 restored' })).toBeTruthy();
  });

  it('keeps similar blocks on the whole site on request, says so, and can forget it', async () => {
    open();
    await userEvent.click(await screen.findByRole('button', { name: '3 hidden' }));
    await userEvent.click(screen.getByRole('button', { name: /^Restore: Ten kitchen knives/ }));
    await userEvent.click(await screen.findByRole('button', { name: /^Keep on this site: Ten/, pressed: false }));
    await screen.findByRole('button', { name: /^Keep on this site: Ten/, pressed: true });
    expect(screen.getByText('Blocks like this will be kept on this site.')).toBeTruthy();
    const kept = { site: 'example.org', shape: 'p.Ten', sample: 'Ten kitchen knives that chefs would buy again' };
    expect((await readSettings()).keptBlocks).toEqual([kept]);
    await userEvent.click(screen.getByRole('button', { name: /^Hide: Ten/ }));
    await screen.findByRole('button', { name: '3 hidden' });
    expect((await readSettings()).keptBlocks).toEqual([]);
  });

  it('restores all blocks at once', async () => {
    open();
    await userEvent.click(await screen.findByRole('button', { name: '3 hidden' }));
    await userEvent.click(screen.getByRole('button', { name: 'Restore all' }));
    expect(await screen.findByText('3 blocks restored to the article')).toBeTruthy();
    expect(await screen.findByRole('button', { name: '3 restored' })).toBeTruthy();
  });
});

describe('the outline', () => {
  it('goes to a section by click, Enter and space', async () => {
    open();
    await tree();
    await userEvent.click(row(/^How the new boats run/));
    await userEvent.keyboard('{ArrowDown}{Enter}');
    await userEvent.keyboard('{End} ');
    const starts = ['How the new boats run', 'What winter does', 'What it means'].map((words) =>
      set.article.text.indexOf(words),
    );
    await waitFor(() => expect(set.revealed.map((range) => (range as { start: number }).start)).toEqual(starts));
  });

  it('opens and closes sections, and moves by arrow keys and letters', async () => {
    open();
    (await tree()).querySelector<HTMLElement>('[tabindex="0"]')?.focus();
    await userEvent.keyboard('{Home}{ArrowDown}');
    expect(document.activeElement).toBe(row(/^How the new boats run/));
    await userEvent.keyboard('{ArrowLeft}');
    expect(row(/^How the new boats run/).getAttribute('aria-expanded')).toBe('false');
    expect(screen.queryByRole('treeitem', { name: /^What winter/ })).toBe(null);
    await userEvent.keyboard('{ArrowRight}{ArrowRight}');
    expect(document.activeElement).toBe(row(/^What winter/));
    await userEvent.keyboard('what i');
    expect(document.activeElement).toBe(row(/^What it means/));
    await pause(TYPING_MS);
    await userEvent.keyboard('k');
    expect(document.activeElement).toBe(row(/^What winter/));
  });

  it('marks the reading position, and what was read', async () => {
    set.position = set.article.text.indexOf('Both boats charge');
    open();
    await waitFor(() => expect(row(/^How the new boats run/).getAttribute('aria-current')).toBe('location'));
    expect(row(/^Why the old boat went/).textContent).toContain('read');
    expect(row(/^What it means/).textContent).not.toContain('read');
    set.position = set.article.text.indexOf('Cold halves');
    await waitFor(() => expect(row(/^What winter/).getAttribute('aria-current')).toBe('location'));
  });
});

describe('key points', () => {
  it('are in order, each with its section, and become highlights that can be undone', async () => {
    open();
    await tab(/^Key points/);
    const points = screen.getAllByRole('listitem');
    expect(points.length).toBeGreaterThanOrEqual(2);
    const pens = screen.getAllByRole('button', { name: 'Highlight' });
    await userEvent.click(pens[1] as HTMLElement);
    await waitFor(() => expect(screen.getAllByRole('button', { name: 'Highlight' })).toHaveLength(pens.length - 1));
    expect(screen.getByRole('tab', { name: 'Notes 1' })).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(screen.getAllByRole('button', { name: 'Highlight' })).toHaveLength(pens.length));
  });

  it('work by keyboard as they do by pointer', async () => {
    open();
    await tab(/^Key points/);
    await userEvent.keyboard('jj{Enter}h');
    await waitFor(() => expect(set.revealed).toHaveLength(1));
    expect(await screen.findByRole('tab', { name: 'Notes 1' })).toBeTruthy();
  });
});

describe('a model of the person’s own', () => {
  const answering = (answer: () => Response | Promise<Response>) => vi.stubGlobal('fetch', vi.fn(answer));
  const chosen = (content: string) => Response.json({ choices: [{ message: { content } }] });
  beforeEach(() => {
    stage.origins.push('http://127.0.0.1/*');
    return changeSettings({ model: 'address', modelName: 'small' });
  });
  afterEach(() => vi.unstubAllGlobals());

  it('chooses the points, which stay sentences of the article in document order', async () => {
    answering(() => chosen('{"ids": [4, 1, 2]}'));
    open();
    await tab(/^Key points/);
    expect(await screen.findByText('Chosen by your model')).toBeTruthy();
    const points = [...document.querySelectorAll('.point-text')].map((point) => point.textContent ?? '');
    expect(points).toHaveLength(3);
    const places = points.map((point) => set.article.text.indexOf(point));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places[0]).toBeGreaterThanOrEqual(0);
  });

  it('that answers late puts nothing in place of an article read again meanwhile', async () => {
    let answer: (content: Response) => void = () => undefined;
    answering(() => new Promise((done) => (answer = done)));
    open();
    await tab(/^Key points/);
    await waitFor(() => expect(fetch).toHaveBeenCalled());
    set.article = ferries({ title: 'Read again', removed: [] });
    stage.tell('page.corrected', { tabId: 7 });
    // Kept once the new points are there.
    const last = () => stage.session.kept['last-read'];
    await waitFor(() => expect(last()).toMatchObject({ glimpse: { title: 'Read again' } }));
    answer(chosen('{"ids": [4, 1, 2]}'));
    await new Promise((later) => setTimeout(later, 200));
    expect(screen.queryByText('Chosen by your model')).toBeNull();
  });

  it('is not used for a page in a private window', async () => {
    answering(() => chosen('{"ids": [4, 1, 2]}'));
    stage.tab = { id: 7, windowId: 1, url: set.article.url, title: set.article.title, incognito: true };
    open();
    await tab(/^Key points/);
    await waitFor(() => expect(document.querySelectorAll('.point-text').length).toBeGreaterThanOrEqual(2));
    await new Promise((later) => setTimeout(later, 200));
    expect(fetch).not.toHaveBeenCalled();
  });

  it.each([
    ['nothing of use', () => chosen('I think they are all good.')],
    ['a number that was not offered', () => chosen('[1, 2, 900]')],
    ['not at all', () => Promise.reject(new TypeError('refused'))],
  ])('leaves our own points and says so where it answers %s', async (_what, answer) => {
    answering(answer);
    open();
    await tab(/^Key points/);
    expect(await screen.findByText(english.failure_remote_unreachable.message)).toBeTruthy();
    expect(document.querySelectorAll('.point-text').length).toBeGreaterThanOrEqual(2);
  });
});

describe('notes', () => {
  it('are in the order of the text, lost ones last with a way to place them', async () => {
    const lost = await set.mark('The old boat burned');
    await set.mark('Forty families');
    await set.mark('Cold halves the range', 'pink');
    set.states.set(lost, 'lost');
    open();
    await tab(/^Notes/);
    await waitFor(() => expect(document.querySelectorAll('.note-words')).toHaveLength(3));
    await waitFor(() =>
      expect([...document.querySelectorAll('.note-words')].map((words) => words.textContent)).toEqual([
        'Cold halves the range',
        'Forty families',
        'The old boat burned',
      ]),
    );
    await userEvent.click(screen.getByRole('button', { name: 'Find its place' }));
    await waitFor(() => expect(set.revealed).toEqual([{ id: lost }]));
  });

  it('that are lost suggest where they may belong, show it, and can be put there and back', async () => {
    const lost = await set.mark('The old boat burned');
    set.states.set(lost, 'lost');
    const before = (await set.db.notes.get(lost))?.quote;
    stage.page.set('highlight.suggest', ({ id }: { id: string }) =>
      id === lost
        ? [
            { text: 'The former boat used', start: 40 },
            { text: 'Two boats', start: 90 },
          ]
        : [],
    );
    stage.page.set('highlight.show-at', (asked) => (set.revealed.push(asked), null));
    stage.page.set('highlight.place-at', async ({ id, start }: { id: string; start: number }) => {
      const note = await set.db.notes.get(id);
      if (note) await set.db.notes.put({ ...note, quote: { ...note.quote, exact: 'Two boats', start } });
      return { id, colour: 'yellow', quote: note?.quote };
    });
    open();
    await tab(/^Notes/);
    const group = await screen.findByRole('group', { name: 'Possible match:' });
    expect(within(group).queryByRole('button', { name: 'Move here' })).toBeNull();
    await userEvent.click(within(group).getByRole('button', { name: 'Two boats', pressed: false }));
    expect(within(group).getByRole('button', { name: 'Two boats', pressed: true })).toBeTruthy();
    await waitFor(() => expect(set.revealed).toEqual([{ id: lost, start: 90 }]));
    await userEvent.click(within(group).getByRole('button', { name: 'Move here' }));
    await screen.findByText('Note moved here');
    expect((await set.db.notes.get(lost))?.quote).toMatchObject({ exact: 'Two boats', start: 90 });
    await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(async () => expect((await set.db.notes.get(lost))?.quote).toEqual(before));
  });

  it('are edited in place, with colour and tags, and nothing typed is lost', async () => {
    await set.mark('Cold halves the range');
    open();
    await tab(/^Notes/);
    await userEvent.keyboard('je');
    await userEvent.keyboard('Ask about spring');
    await userEvent.fill(screen.getByRole('combobox', { name: /^Tags/ }), 'ferry, to do');
    await userEvent.click(screen.getByRole('radio', { name: 'Violet' }));
    await userEvent.keyboard('{Escape}');
    expect(await screen.findByText('Ask about spring')).toBeTruthy();
    await waitFor(async () =>
      expect(await set.db.notes.toArray()).toMatchObject([
        { text: 'Ask about spring', tags: ['ferry', 'to do'], colour: 'violet' },
      ]),
    );
  });

  it('save text at a pause, and a tag when it is complete', async () => {
    await set.mark('Cold halves the range');
    open();
    await tab(/^Notes/);
    await userEvent.keyboard('je');
    await userEvent.keyboard('Ask about spring');
    await userEvent.fill(screen.getByRole('combobox', { name: /^Tags/ }), 'fer');
    const kept = async () => (await set.db.notes.toArray())[0];
    await waitFor(async () => expect(await kept()).toMatchObject({ text: 'Ask about spring', tags: [] }));
    await pause(TYPING_MS);
    expect(await kept()).toMatchObject({ tags: [] });
    await userEvent.keyboard('ry');
    await userEvent.click(screen.getByRole('button', { name: 'Done' }));
    await waitFor(async () => expect(await kept()).toMatchObject({ tags: ['ferry'] }));
  });

  it('keep the typed text if it cannot be saved, and say so', async () => {
    await set.mark('Cold halves the range');
    open();
    await tab(/^Notes/);
    await userEvent.keyboard('je');
    stage.background.set('note.change', () => ({ ok: false, error: { kind: 'storage-full' } }));
    await userEvent.keyboard('Not to be lost');
    await userEvent.click(screen.getByRole('button', { name: 'Done' }));
    expect(await screen.findByText(/not enough disk space/)).toBeTruthy();
    expect(screen.getByLabelText('Note')).toHaveProperty('value', 'Not to be lost');
  });

  it('can be deleted and restored', async () => {
    await set.mark('Cold halves the range');
    open();
    await tab(/^Notes/);
    await userEvent.keyboard('j{Delete}');
    await waitFor(() => expect(document.querySelectorAll('.note')).toHaveLength(0));
    await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(document.querySelectorAll('.note')).toHaveLength(1));
  });
});

describe('search, one tree, keys', () => {
  it('finds text in the article and in notes, ignoring case, and goes there', async () => {
    await set.mark('Cold halves the range');
    open();
    await tree();
    await userEvent.keyboard('/');
    await userEvent.keyboard('BATTER');
    expect(await screen.findByText('2 results')).toBeTruthy();
    await userEvent.keyboard('{ArrowDown}{Enter}');
    await waitFor(() => expect(set.revealed).toHaveLength(1));
    await userEvent.keyboard('/');
    await userEvent.keyboard('{Escape}');
    expect(await tree()).toBeTruthy();
  });

  it('edits and deletes notes in the combined tree by keyboard', async () => {
    await set.mark('Cold halves the range');
    await changeSettings({ oneTree: true });
    render(
      <Glance
        reader={createFrontPageReader(false, over.signal)}
        settings={{ ...defaultSettings(), oneTree: true, tab: 'outline' }}
        inPanel={false}
      />,
    );
    await tree();
    const note = await screen.findByRole('treeitem', { name: /^Cold halves the range/ });
    note.focus();
    await userEvent.keyboard('e');
    await userEvent.keyboard('Ask about spring');
    await userEvent.keyboard('{Escape}');
    await waitFor(async () => expect(await set.db.notes.toArray()).toMatchObject([{ text: 'Ask about spring' }]));
    await tab(/^Outline/);
    (await screen.findByRole('treeitem', { name: /^Ask about spring/ })).focus();
    await userEvent.keyboard('{Delete}');
    await waitFor(() => expect(screen.queryByRole('treeitem', { name: /^Ask about spring/ })).toBeNull());
    expect(document.activeElement?.getAttribute('role')).toBe('treeitem');
    await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
    expect(await screen.findByRole('treeitem', { name: /^Ask about spring/ })).toBeTruthy();
  });

  it('shows outline, points and notes in one tree, and remembers it', async () => {
    await set.mark('Cold halves the range');
    open();
    await tree();
    await userEvent.click(screen.getByRole('button', { name: 'More' }));
    await userEvent.click(await screen.findByRole('menuitemcheckbox', { name: 'Combined view' }));
    await waitFor(() => expect(document.querySelectorAll('.tree-note')).toHaveLength(1));
    expect(document.querySelectorAll('.tree-point').length).toBeGreaterThanOrEqual(2);
    await waitFor(async () => expect((await readSettings()).oneTree).toBe(true));
  });

  it('shows the keys that it answers', async () => {
    open();
    await tree();
    await userEvent.keyboard('?');
    const sheet = await screen.findByRole('dialog', { name: 'Keyboard shortcuts' });
    expect(within(sheet).getByText('Highlight the key point')).toBeTruthy();
    await userEvent.keyboard('{Escape}');
    expect(screen.queryByRole('dialog')).toBe(null);
  });
});

describe('without content', () => {
  const states: [what: string, scene: () => void, sentence: RegExp, action: string][] = [
    ['no article', () => fails('no-article'), /^No article found/, 'Highlight selection'],
    ['a page of the browser', () => closed('chrome://settings'), /browser's own pages/, 'Open library'],
    ['a PDF', () => closed('https://example.org/a.pdf'), /This is a PDF/, 'Open library'],
    ['a page that refuses', () => closed(ADDRESS), /doesn't allow Lede on this page/, 'Open library'],
    ['a page too large', () => fails('too-large'), /too large/, 'Open library'],
    ['no tab', () => (stage.tab = undefined), /tab is closed/, 'Try again'],
  ];
  const fails = (kind: string) => stage.page.set('article.read', () => ({ ok: false, error: { kind } }));
  const closed = (url: string) => {
    stage.enters = false;
    if (stage.tab) stage.tab.url = url;
  };
  it.each(states)('says so in one sentence, with something to do: %s', async (_what, scene, sentence, action) => {
    scene();
    open();
    expect(await screen.findByText(sentence)).toBeTruthy();
    expect(screen.getByRole('button', { name: action })).toBeTruthy();
  });

  it('lists the articles of a listing, and still reads it as an article on request', async () => {
    const read = stage.page.get('article.read');
    stage.page.set('listing.read', () => [{ title: 'Council votes on the harbour', url: 'https://example.org/h' }]);
    stage.page.set('article.read', (ask: { anyway?: boolean }) =>
      ask.anyway ? read?.(ask as never) : { ok: false, error: { kind: 'listing' } },
    );
    open();
    expect(await screen.findByText(/^This page is a list of articles/u)).toBeTruthy();
    expect(await screen.findByRole('button', { name: 'Council votes on the harbour' })).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Read this page anyway' }));
    expect(await tree()).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Council votes on the harbour' })).toBe(null);
  });

  it('corrects a page that was read wrongly, and undoes it', async () => {
    open();
    await tree();
    await userEvent.click(screen.getByRole('button', { name: 'Not the right text?' }));
    await userEvent.click(await screen.findByRole('menuitemcheckbox', { name: 'Keep more' }));
    expect(await screen.findByText(/^Nothing changes on this page/u)).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Not the right text?' }));
    const more = await screen.findByRole('menuitemcheckbox', { name: 'Keep more' });
    expect(more.getAttribute('aria-checked')).toBe('true');
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Reset for this site' }));
    expect(await screen.findByText(/^Reset: on/u)).toBeTruthy();
  });

  it('asks in the panel before it follows every page', async () => {
    stage.enters = false;
    delete stage.tab?.url;
    open(true);
    const follow = await screen.findByRole('button', { name: 'Follow the current tab' });
    stage.enters = true;
    await userEvent.click(follow);
    expect(stage.origins).toEqual(['*://*/*']);
    expect(await tree()).toBeTruthy();
  });

  it('follows the active tab in the panel', async () => {
    open(true);
    await tree();
    stage.page.set('article.read', () => ({ ok: false, error: { kind: 'no-article' } }));
    if (stage.tab) Object.assign(stage.tab, { id: 9, url: 'https://example.org/other' });
    for (const hear of stage.activated.listeners) hear({ tabId: 9 });
    expect(await screen.findByText(/^No article found/)).toBeTruthy();
  });
});
