/** The page script's handlers about the article: reading and saving it, and what the person decides about it. */
import type { Handlers } from '../adapters/browser/channel.ts';
import { askFromPage } from '../adapters/browser/channel.ts';
import { t } from '../adapters/i18n/sentences.ts';
import type { TracedArticle } from '../core/article/article.ts';
import { type Result, fail, ok } from '../core/result.ts';
import type { PageReading, ToPage } from '../messages.ts';
import type { Calm } from './calm/calm.ts';
import type { Capture } from './capture.ts';
import type { Correcting } from './correcting.ts';
import { fetchPart, readOtherParts } from './other-parts.ts';

type Kinds =
  | ('article.read' | 'article.save' | 'article.read-parts' | 'listing.read')
  | ('removal.bring-back' | 'removal.set-aside' | 'shapes.keep')
  | ('correction.set' | 'part.pick' | 'calm.set' | 'calm.toggle');

/** What these handlers need. */
export interface ArticleParts {
  capture: Capture;
  calm: Calm;
  correcting: Correcting;
  /** Ends with the page script. */
  signal: AbortSignal;
  /** Resolves once it is known which blocks the person restored here. */
  planned: () => Promise<void>;
  /** Says a sentence on the page, with a way to take back what was done. */
  tell: (sentence: string, undo?: () => void) => void;
  /** Tells the background how many blocks were set aside. */
  showCount: (traced: TracedArticle) => void;
}

/** How long to wait for the background to say which blocks were restored here, ms; it wakes up in less. */
const PLAN_MS = 2_000;
const pause = (ms: number) => new Promise((over) => setTimeout(over, ms));

function setCalm({ capture, calm }: ArticleParts, on: boolean): Result<{ on: boolean; count: number }> {
  if (!on) {
    calm.leave();
    return ok({ on: false, count: 0 });
  }
  const read = capture.read(calm.on());
  return read.ok ? ok({ on: true, count: calm.enter(read.value) }) : read;
}

/** Restores or hides one block and remembers that with the article. */
async function decide(
  { capture, correcting }: ArticleParts,
  text: string,
  back: boolean,
): Promise<Result<PageReading>> {
  if (back) capture.broughtBack.add(text);
  else capture.broughtBack.delete(text);
  const read = correcting.readAgain();
  if (!read.ok) return read;
  const kept = await askFromPage('removal.bring-back', { text, back, article: read.value.article });
  return kept.ok ? read : kept;
}

/** The handlers about the article. */
export function articleAnswers(parts: ArticleParts): Pick<Handlers<ToPage>, Kinds> {
  const { capture, calm, signal, planned, tell, correcting, showCount } = parts;
  const waitForPlan = () => Promise.race([planned(), pause(PLAN_MS)]);
  return {
    'article.read': async ({ fresh, anyway = false }) => {
      capture.anyway ||= anyway;
      const first = capture.read(fresh);
      // under way meanwhile; what the person brought back is in the article from its first showing on
      await waitForPlan();
      const last = capture.last(); // of two that ask at once, the other may have read again by now
      const read = last ? ok(last) : first.ok ? capture.read(false) : first;
      if (capture.listed().length > 0) return fail('listing');
      if (!read.ok) return read;
      showCount(read.value);
      return ok({ ...correcting.readingOf(read.value), calm: calm.on() });
    },
    'article.save': async ({ tell: isTold }) => {
      await waitForPlan();
      const read = capture.read(false);
      const kept = read.ok ? await askFromPage('article.keep', { article: read.value.article }) : read;
      if (!isTold) return kept;
      const undo = () => void askFromPage('change.undo', null);
      // Where it was saved before, the step to undo would be another one.
      if (kept.ok) tell(t('toolbar_saved'), kept.value.isNew ? undo : undefined);
      else tell(t(`failure_${kept.error.kind.replaceAll('-', '_')}`));
      return kept;
    },
    'article.read-parts': async () => {
      const first = capture.read(false);
      return first.ok ? ok(await readOtherParts(first.value.article, fetchPart, signal)) : first;
    },
    'listing.read': () => ok(capture.listed()),
    'removal.bring-back': async ({ index }) => {
      const removal = capture.last()?.article.removed[index];
      return removal ? decide(parts, removal.text, true) : fail('not-found');
    },
    'removal.set-aside': async ({ text }) => decide(parts, text, false),
    'shapes.keep': ({ shapes }) => {
      capture.shapes.clear();
      for (const shape of shapes) capture.shapes.add(shape);
      return correcting.readAgain();
    },
    'correction.set': ({ correction }) => correcting.correct(correction),
    'part.pick': () => {
      void correcting.pickPart();
      return ok(null);
    },
    'calm.set': ({ on }) => setCalm(parts, on),
    'calm.toggle': () => setCalm(parts, !calm.on()),
  };
}
