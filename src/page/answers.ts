/** The page script's handlers for requests of our own pages and of the background. */
import type { Handlers, Sender } from '../adapters/browser/channel.ts';
import { fail, ok } from '../core/result.ts';
import type { ToPage } from '../messages.ts';
import { type ArticleParts, articleAnswers } from './article-answers.ts';
import { type HighlightParts, highlightAnswers } from './highlight-answers.ts';
import type { EditorFrame } from './marking/editor-frame.ts';
import { positionAtLine } from './places.ts';

/** Where a reader's eyes rest, as a share of the window's height. */
const EYES_01 = 0.35;

/** What the handlers need. */
export interface Parts extends ArticleParts, HighlightParts {
  editor: Pick<EditorFrame, 'resize' | 'close'>;
}

/** Requests that are answered without an article. */
const WITHOUT_ARTICLE: ReadonlySet<string> = new Set([
  'highlights.changed',
  'editor.resize',
  'editor.close',
  'place.now',
]);

/** The handlers of a page; each waits until the page can be read, where it needs that. */
export function answers(parts: Parts): Handlers<ToPage> {
  const handlers = Object.entries(answersOf(parts)).map(([kind, handler]) => {
    const ready = async (ask: never, sender: Sender) => {
      await parts.capture.ready();
      return (handler as (ask: never, sender: Sender) => unknown)(ask, sender);
    };
    return [kind, WITHOUT_ARTICLE.has(kind) ? handler : ready] as const;
  });
  return Object.fromEntries(handlers) as unknown as Handlers<ToPage>; // the same kinds, each with its own handler
}

function answersOf(parts: Parts): Handlers<ToPage> {
  const { capture, editor } = parts;
  return {
    ...articleAnswers(parts),
    ...highlightAnswers(parts),
    'editor.resize': ({ heightPx }) => {
      editor.resize(heightPx);
      return ok(null);
    },
    'editor.close': () => {
      editor.close();
      return ok(null);
    },
    'place.now': () => {
      const traced = capture.last();
      return traced ? ok({ position: positionAtLine(traced, innerHeight * EYES_01) }) : fail('no-article');
    },
  };
}
