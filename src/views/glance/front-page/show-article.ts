/** Shows an article step by step: its metadata, its outline, its points. */
import { keepLastRead } from '../../../adapters/browser/last-read.ts';
import { BRISK, drain } from '../../../adapters/pace.ts';
import type { Article } from '../../../core/article/article.ts';
import type { Digest } from '../../../core/digest/digest.ts';
import { painted } from '../../parts/painted.ts';
import type { FrontPage, IsLate, State } from './state.ts';

/** The code that makes a digest is large and not needed if the digest is already known. */
export const loadDigesting = () => import('../../../core/digest/digest.ts');

/**
 * Shows an article with what else changes. Returns the digest, or null if another page became active or the article was
 * read again meanwhile. An unchanged page returns the digest already shown.
 */
export type ShowArticle = (article: Article, change: Partial<FrontPage>, isLate: IsLate) => Promise<Digest | null>;

/** What shows articles in a state, until the signal. */
export function createShowArticle(state: State, signal: AbortSignal): ShowArticle {
  let reading = 0;
  return async (article, change, isLate) => {
    const { tree: _, ...glimpse } = article;
    const { glimpse: before, digest: known, chosenBy } = state.now();
    const mine = ++reading;
    const late = () => isLate() || mine !== reading;
    const same =
      before?.text === article.text && before.title === article.title && before.blocks.length === article.blocks.length;
    state.set({ glimpse, ...change });
    const keep = (made: Digest) => {
      const { tab } = state.now();
      if (tab?.url && !tab.incognito) void keepLastRead({ tabId: tab.id, url: tab.url, glimpse, digest: made });
      return made;
    };
    if (same && known && chosenBy !== null && chosenBy !== 'model') return keep(known);
    const [{ digestSteps, structure }] = await Promise.all([loadDigesting(), painted()]);
    if (late()) return null;
    const parts = structure(article);
    if (!known) {
      state.set({ digest: { ...parts, keyPoints: [], authored: false }, chosenBy: null });
      await painted();
      if (late()) return null;
    }
    const whole = await drain(digestSteps(article, parts), BRISK, signal);
    if (!whole || late()) return null;
    state.set({ digest: whole, chosenBy: 'lede' });
    return keep(whole);
  };
}

/** Lede's own points are shown until the person's model, if there is one, has chosen. */
export async function askForPoints(
  state: State,
  article: Article,
  read: Digest,
  isLate: IsLate,
  signal: AbortSignal,
): Promise<void> {
  const { modelPoints } = await import('./model-points.ts');
  const keyPoints = await modelPoints(article, { incognito: state.now().tab?.incognito ?? false }, signal);
  // After another reading of the page, these are points of an article that is no longer shown.
  if (isLate() || keyPoints === null || state.now().digest !== read) return;
  if (keyPoints === 'unanswered') state.set({ chosenBy: 'lede-instead' });
  else state.set({ digest: { ...read, keyPoints }, chosenBy: 'model' });
}
