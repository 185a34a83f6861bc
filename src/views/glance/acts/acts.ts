/** The actions of popup and panel. Each reports what was done and offers undo. */
import { type Tab, openPage, openPanel } from '../../../adapters/browser/browser.ts';
import { ask, askPage } from '../../../adapters/browser/channel.ts';
import { ALL_SITES, askGrant } from '../../../adapters/browser/grants.ts';
import { changeSettings, readSettings, shapesOf } from '../../../adapters/browser/settings.ts';
import { count, t } from '../../../adapters/i18n/sentences.ts';
import { fileName } from '../../../core/library/export/file-name.ts';
import { glanceMarkdown } from '../../../core/digest/markdown.ts';
import type { BroughtBack } from '../../../core/article/article.ts';
import type { Correction } from '../../../core/article/removals/correction.ts';
import { correctedSentence } from '../../parts/correction.ts';
import { hostOf, shortHost } from '../../../core/library/address/host.ts';
import type { Note } from '../../../core/library/records.ts';
import type { Result } from '../../../core/result.ts';
import type { Choosing } from '../../parts/notes/MayBelong.tsx';
import { failureSentence } from '../../parts/failure-sentence.ts';
import type { Said } from '../../parts/controls/Toast.tsx';
import { saveFile } from '../../parts/saving/save-file.ts';
import { settleAndSay } from '../../parts/notes/save-note.ts';
import type { FrontPageReader } from '../front-page/front-page.ts';
import type { FrontPage } from '../front-page/state.ts';

type Range = { start: number; end: number };

/** What a person can do. */
export interface Acts {
  goTo: (range: Range) => void;
  highlight: (range: Range) => void;
  highlightSelection: () => void;
  goToNote: (note: Note) => void;
  deleteNote: (note: Note) => void;
  placeNote: (note: Note) => void;
  /** Keeps these words of a note alone. */
  settleNote: (note: Note, text: string) => void;
  /** Where a lost note may belong on the page in front. */
  choosingFor: (note: Note) => Choosing;
  calm: (on: boolean) => void;
  /** Indices of `removed`. */
  bringBack: (indices: number[]) => void;
  setAside: (text: string) => void;
  /** Sets how pages of this site are read from now on; null leaves it to the judge. */
  correct: (correction: Correction | null) => void;
  /** Lets the person pick the article on the page itself. */
  pickPart: () => void;
  /** Keeps similar blocks on the whole site, or stops keeping them. */
  keepOnSite: (block: BroughtBack, on: boolean) => void;
  /** Keeps the article in the library, without a highlight. */
  saveForLater: () => void;
  openReader: () => void;
  openPanel: () => void;
  followTabs: () => void;
  copyMarkdown: () => void;
  exportMarkdown: () => void;
}

/** The acts on the page in front; `say` shows a line at the foot. */
export function createActs(reader: FrontPageReader, inPanel: boolean, say: (said: Said) => void): Acts {
  const now = (): FrontPage => reader.now();
  const told = <T>(answer: Result<T>, done?: (value: T) => void): void => {
    if (!answer.ok) say({ sentence: failureSentence(answer.error) });
    else done?.(answer.value);
  };
  const onTab = (act: (tab: Tab) => Promise<void>) => {
    const { tab } = now();
    if (tab) void act(tab);
  };
  const deletable = (ids: string[]) => () => void ask('note.delete', { ids }).then((answer) => told(answer));
  const markdown = () => {
    const { glimpse, digest, saved } = now();
    if (!glimpse || !digest) return null;
    const notes = saved?.notes.map(({ quote, text, tags }) => ({ quote: quote.exact, text, tags })) ?? [];
    const names = { outline: t('glance_outline'), keyPoints: t('glance_points'), notes: t('glance_notes') };
    return { title: glimpse.title, text: glanceMarkdown(glimpse, digest, notes, names) };
  };

  return {
    goTo: (range) => onTab(async ({ id }) => told(await askPage(id, 'range.reveal', range))),
    highlight: (range) =>
      onTab(async ({ id }) => {
        const { colour } = await readSettings();
        const answer = await askPage(id, 'range.highlight', { start: range.start, end: range.end, colour });
        told(answer, (made) => say({ sentence: t('glance_highlighted'), undo: deletable([made.id]) }));
      }),
    highlightSelection: () =>
      onTab(async ({ id }) => {
        const { colour } = await readSettings();
        const answer = await askPage(id, 'selection.highlight', { colour, note: false });
        told(answer, (made) => say({ sentence: t('glance_highlighted'), undo: deletable([made.id]) }));
      }),
    goToNote: (note) => onTab(async ({ id }) => told(await askPage(id, 'highlight.reveal', { id: note.id }))),
    deleteNote: (note) =>
      void ask('note.delete', { ids: [note.id] }).then((answer) =>
        told(answer, () =>
          say({
            sentence: t('glance_note_deleted'),
            undo: () => void ask('note.restore', { ids: [note.id] }).then((undone) => told(undone)),
          }),
        ),
      ),
    placeNote: (note) =>
      onTab(async ({ id }) =>
        told(await askPage(id, 'highlight.place', { id: note.id }), () => say({ sentence: t('glance_place_now') })),
      ),
    settleNote: (note, text) => void settleAndSay(note, text, say),
    choosingFor: (note) => ({
      find: async () => {
        const { tab } = now();
        const found = tab ? await askPage(tab.id, 'highlight.suggest', { id: note.id }) : null;
        return found?.ok ? found.value : []; // nothing to choose from is nothing to tell: "Find a place" is still there
      },
      show: ({ start }) =>
        onTab(async ({ id }) => told(await askPage(id, 'highlight.show-at', { id: note.id, start }))),
      put: ({ start }) =>
        onTab(async ({ id }) => {
          const undo = () =>
            void ask('note.change', { id: note.id, change: { quote: note.quote } }).then((back) => told(back));
          const answer = await askPage(id, 'highlight.place-at', { id: note.id, start });
          told(answer, () => say({ sentence: t('glance_put_here'), undo }));
        }),
    }),
    calm: (on) =>
      onTab(async ({ id }) => told(await askPage(id, 'calm.set', { on }), (answer) => reader.setCalm(answer.on))),
    bringBack: (indices) =>
      onTab(async ({ id }) => {
        const texts = indices.map((index) => now().glimpse?.removed[index]?.text).filter((text) => text !== undefined);
        for (const text of texts) {
          // Restoring a block reads the article again, so each block is looked up in the new result.
          const index = now().glimpse?.removed.findIndex((removal) => removal.text === text) ?? -1;
          if (index < 0) continue;
          const answer = await askPage(id, 'removal.bring-back', { index });
          if (!answer.ok) return told(answer);
          await reader.take(answer.value);
        }
        const undo = () => texts.forEach((text) => setAside(text));
        say({ sentence: count('glance_brought_back', texts.length), undo });
      }),
    setAside,
    correct: (correction) =>
      onTab(async ({ id }) => {
        const { correction: before, glimpse } = now();
        const site = shortHost(glimpse?.url ?? '');
        const set = async (wish: Correction | null, done: (changed: boolean) => void) => {
          const text = now().glimpse?.text;
          const answer = await askPage(id, 'correction.set', { correction: wish });
          if (!answer.ok) return told(answer);
          await reader.take(answer.value);
          done(answer.value.article.text !== text);
        };
        const undo = () => void set(before, () => undefined);
        await set(correction, (changed) => say({ sentence: correctedSentence(correction, site, changed), undo }));
      }),
    pickPart: () =>
      onTab(async ({ id }) => told(await askPage(id, 'part.pick', null), () => (inPanel ? undefined : window.close()))),
    keepOnSite: (block, on) =>
      void onSite(block, on).then((done) => {
        if (done) say({ sentence: t(on ? 'glance_kept_on_site' : 'glance_not_kept_on_site') });
      }),
    saveForLater: () =>
      onTab(async ({ id }) => {
        const undo = () => void ask('change.undo', null).then((undone) => told(undone));
        told(await askPage(id, 'article.save', { tell: false }), () => say({ sentence: t('toolbar_saved'), undo }));
      }),
    openReader: () => onTab(({ id }) => openPage(`reader/index.html?tab=${id}`)),
    openPanel: () => onTab(async ({ windowId }) => told(await openPanel(windowId), () => window.close())),
    followTabs: () => void askGrant(ALL_SITES).then((granted) => (granted ? reader.look() : undefined)),
    copyMarkdown: () => {
      const made = markdown();
      if (!made) return;
      void navigator.clipboard.writeText(made.text).then(
        () => say({ sentence: t('glance_copied') }),
        () => say({ sentence: t('glance_not_copied') }),
      );
    },
    exportMarkdown: () => {
      const made = markdown();
      if (made) saveFile(`${fileName(made.title)}.md`, made.text, 'text/markdown');
    },
  };

  function setAside(text: string): void {
    onTab(async ({ id }) => {
      const block = now().broughtBack.find((one) => one.text === text);
      if (block?.onSite && !(await onSite(block, false))) return;
      const answer = await askPage(id, 'removal.set-aside', { text });
      if (!answer.ok) return told(answer);
      await reader.take(answer.value);
    });
  }

  /** Adds or removes a kind of block in the site's list and updates the page; false if the page did not answer. */
  async function onSite({ shape, text }: BroughtBack, on: boolean): Promise<boolean> {
    const { glimpse, tab } = now();
    const site = hostOf(glimpse?.url ?? '');
    if (!tab || !site || shape === null) return false;
    const { keptBlocks } = await readSettings();
    const others = keptBlocks.filter((block) => block.site !== site || block.shape !== shape);
    const next = on ? [...others, { site, shape, sample: text.slice(0, SAMPLE_MOST) }] : others;
    await changeSettings({ keptBlocks: next });
    const answer = await askPage(tab.id, 'shapes.keep', { shapes: shapesOf(next, site) });
    if (!answer.ok) told(answer);
    else await reader.take(answer.value);
    return answer.ok;
  }
}

/** Characters of a block that the list of kept ones shows, as settings keep them. */
const SAMPLE_MOST = 120;
