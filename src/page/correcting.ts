/** Applies the person's corrections to the reading of a page, and remembers them for the site. */
import { askFromPage } from '../adapters/browser/channel.ts';
import { t } from '../adapters/i18n/sentences.ts';
import type { TracedArticle } from '../core/article/article.ts';
import type { Correction } from '../core/article/removals/correction.ts';
import { describePart } from '../core/article/removals/page-part.ts';
import { type Result, ok } from '../core/result.ts';
import type { PageReading } from '../messages.ts';
import type { Calm } from './calm/calm.ts';
import type { Capture } from './capture.ts';

/** What corrections need. */
export interface Dependencies {
  capture: Capture;
  calm: Calm;
  /** Lets the person pick an element, `from` marked first; null if they think better of it. */
  pick: (from: Element | null) => Promise<Element | null>;
  /** Says a sentence on the page, with a way to take back what was done. */
  tell: (sentence: string, undo?: () => void) => void;
  showCount: (traced: TracedArticle) => void;
}

/** The corrections of one page. */
export interface Correcting {
  /** Reads again after a decision of the person; nothing but that changes. */
  readAgain(): Result<PageReading>;
  readingOf(traced: TracedArticle): PageReading;
  /** Corrects the site; null removes the correction. */
  correct(correction: Correction | null): Promise<Result<PageReading>>;
  /** Lets the person pick the part that is the article; one with hardly any text is refused. */
  pickPart(): Promise<void>;
  /** As `correct`, for a request on the page itself: says so there, with a way to undo it. */
  correctHere(correction: Correction): Promise<void>;
}

/** Makes the corrections of a document. */
export function createCorrecting({ capture, calm, pick, tell, showCount }: Dependencies): Correcting {
  const readingOf = ({ article, broughtBack }: TracedArticle): PageReading => ({
    article,
    broughtBack,
    correction: capture.correction,
  });
  const readAgain = (): Result<PageReading> => {
    const read = capture.reread();
    if (!read.ok) return read;
    if (calm.on()) calm.enter(read.value);
    showCount(read.value);
    return ok(readingOf(read.value));
  };
  const correct = async (correction: Correction | null): Promise<Result<PageReading>> => {
    capture.correction = correction;
    const read = readAgain();
    const article = read.ok ? { article: read.value.article } : {};
    const kept = await askFromPage('correction.keep', { correction, ...article });
    return kept.ok ? read : kept;
  };
  const pickPart = async () => {
    const element = await pick(capture.last()?.root ?? null);
    if (!element) return;
    const before = capture.correction;
    await correct({ part: describePart(element) });
    if (capture.last()?.isCorrected) return tell(t('correct_is_part'), () => void correct(before));
    await correct(before);
    tell(t('correct_too_little'));
  };
  const correctHere = async (wish: Correction) => {
    const before = capture.correction;
    const read = await correct({ ...before, ...wish });
    if (read.ok && wish.keep) tell(t(`correct_is_${wish.keep}`, location.hostname), () => void correct(before));
  };
  return { readAgain, readingOf, correct, pickPart, correctHere };
}
