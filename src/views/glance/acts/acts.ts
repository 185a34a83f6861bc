/** The actions of popup and panel. Each reports what was done and offers undo. */
import { openPage, openPanel } from '../../../adapters/browser/browser.ts';
import { ask, askPage } from '../../../adapters/browser/channel.ts';
import { ALL_SITES, askGrant } from '../../../adapters/browser/grants.ts';
import { t } from '../../../adapters/i18n/sentences.ts';
import { glanceMarkdown } from '../../../core/digest/markdown.ts';
import { fileName } from '../../../core/library/export/file-name.ts';
import type { Said } from '../../parts/controls/Toast.tsx';
import { saveFile } from '../../parts/saving/save-file.ts';
import type { FrontPageReader } from '../front-page/front-page.ts';
import type { FrontPage } from '../front-page/state.ts';
import { createActing } from './acting.ts';
import { type NoteActs, type Range, noteActs } from './note-acts.ts';
import { type ReadingActs, readingActs } from './reading-acts.ts';

/** What a person can do. */
export interface Acts extends NoteActs, ReadingActs {
  goTo: (range: Range) => void;
  /** Keeps the article in the library, without a highlight. */
  saveForLater: () => void;
  openReader: () => void;
  openPanel: () => void;
  followTabs: () => void;
  copyMarkdown: () => void;
  exportMarkdown: () => void;
}

/** Outline, key points and notes of the page in front as Markdown; null before they are known. */
function markdownOf({ glimpse, digest, saved }: FrontPage): { title: string; text: string } | null {
  if (!glimpse || !digest) return null;
  const notes = saved?.notes.map(({ quote, text, tags }) => ({ quote: quote.exact, text, tags })) ?? [];
  const names = { outline: t('glance_outline'), keyPoints: t('glance_points'), notes: t('glance_notes') };
  return { title: glimpse.title, text: glanceMarkdown(glimpse, digest, notes, names) };
}

/** The acts on the page in front; `say` shows a line at the foot. */
export function createActs(reader: FrontPageReader, inPanel: boolean, say: (said: Said) => void): Acts {
  const acting = createActing(reader, say);
  const { now, told, onTab } = acting;
  return {
    ...noteActs(acting),
    ...readingActs(acting, inPanel),
    goTo: (range) => onTab(async ({ id }) => told(await askPage(id, 'range.reveal', range))),
    saveForLater: () =>
      onTab(async ({ id }) => {
        told(await askPage(id, 'article.save', { tell: false }), (saved) => {
          const undo = () => void ask('change.undo', { id: saved.id }).then((undone) => told(undone));
          say({ sentence: t('toolbar_saved'), ...(saved.isNew ? { undo } : {}) });
        });
      }),
    openReader: () => onTab(({ id }) => openPage(`reader/index.html?tab=${id}`)),
    openPanel: () => onTab(async ({ windowId }) => told(await openPanel(windowId), () => window.close())),
    followTabs: () => void askGrant(ALL_SITES).then((granted) => (granted ? reader.look() : undefined)),
    copyMarkdown: () => {
      const made = markdownOf(now());
      if (!made) return;
      void navigator.clipboard.writeText(made.text).then(
        () => say({ sentence: t('glance_copied') }),
        () => say({ sentence: t('glance_not_copied') }),
      );
    },
    exportMarkdown: () => {
      const made = markdownOf(now());
      if (made) saveFile(`${fileName(made.title)}.md`, made.text, 'text/markdown');
    },
  };
}
