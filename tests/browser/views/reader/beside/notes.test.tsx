/**
 * Notes next to the article: each beside its passage without overlap; a thousand in the drawer, including the last one.
 */
import { cleanup, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { speak } from '../../../../../src/adapters/i18n/sentences.ts';
import type { Note } from '../../../../../src/core/library/records.ts';
import { NoteDrawer, NoteMargin } from '../../../../../src/views/reader/beside/NoteLists.tsx';
import '../../../../../src/views/reader/reader.css';
import '../../../../../src/views/reader/beside/beside.css';

speak('en', {});
afterEach(() => {
  cleanup();
  document.body.replaceChildren();
});

const note = (n: number, text: string): Note => ({
  ...{ id: `n${n}`, version: 1, entryId: 'e', url: 'https://example.org/', colour: 'yellow', text, alts: {} },
  quote: { exact: `words ${n}`, prefix: '', suffix: '', start: n },
  ...{ textSeen: {}, tags: [], createdAt: 1, changedAt: 1, clocks: {} },
});
const nothing = () => undefined;
const choosing = () => ({ find: async () => [], show: nothing, put: nothing });
const acts = { go: nothing, remove: nothing, place: nothing, settle: nothing, choosing };

describe('the margin', () => {
  it('shows notes with text beside their passages, the later one below if both would overlap', async () => {
    const body = document.createElement('div');
    body.innerText = 'words';
    const passages = [200, 210, 900].map((top) => {
      const passage = document.createElement('p');
      passage.style.cssText = `position: absolute; inset-block-start: ${top}px; margin: 0`;
      passage.append('words');
      body.append(passage);
      return passage;
    });
    document.body.append(body);
    const rangeOf = (id: string) => {
      const range = document.createRange();
      range.selectNodeContents(passages[Number(id.slice(1))] ?? body);
      return range;
    };
    const notes = [note(0, 'first'), note(1, 'second'), note(2, 'third'), note(3, '')];
    render(
      <div class="reader" style={{ minBlockSize: '1200px', '--measure': '400px' }}>
        <NoteMargin
          room
          onShow={() => undefined}
          notes={notes}
          states={[]}
          lang="en"
          acts={acts}
          body={body}
          rangeOf={rangeOf}
        />
      </div>,
    );
    const cards = [...document.querySelectorAll('[data-note]')].map((card) => card.getBoundingClientRect());
    expect(cards).toHaveLength(3); // the plain highlight has no text
    const tops = passages.map((passage) => passage.getBoundingClientRect().top);
    const [first, second, third] = cards;
    expect(Math.abs((first?.top ?? 0) - (tops[0] ?? 0))).toBeLessThan(2);
    expect(second?.top ?? 0).toBeGreaterThanOrEqual(first?.bottom ?? Infinity);
    expect(Math.abs((third?.top ?? 0) - (tops[2] ?? 0))).toBeLessThan(2);
  });

  it('is absent if no note has text', () => {
    const body = document.createElement('div');
    render(
      <NoteMargin
        room
        onShow={() => undefined}
        notes={[note(0, '')]}
        states={[]}
        lang="en"
        acts={acts}
        body={body}
        rangeOf={() => null}
      />,
    );
    expect(screen.queryByRole('complementary')).toBeNull();
  });
});

describe('the drawer', () => {
  it('renders a thousand notes in slices, and focuses the last one once it is there', async () => {
    const drawer: { current: ((id: string) => void) | null } = { current: null };
    const notes = Array.from({ length: 1000 }, (_, n) => note(n, ''));
    render(
      <div class="reader" data-drawer="notes">
        <NoteDrawer onClose={() => undefined} notes={notes} states={[]} lang="en" acts={acts} drawer={drawer} />
      </div>,
    );
    expect(document.querySelectorAll('[data-note]').length).toBeLessThan(100);
    drawer.current?.('n999');
    await waitFor(
      () => expect(document.activeElement?.closest('[data-note]')?.getAttribute('data-note')).toBe('n999'),
      {
        timeout: 10_000,
      },
    );
    expect(document.querySelectorAll('[data-note]')).toHaveLength(1000);
  });
});
